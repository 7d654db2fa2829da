import { describe, expect, it } from 'vitest'
import { adviceProblems, bulletinOf, type BulletinDraft } from './bulletins'

const draft = (more: Partial<BulletinDraft> = {}): BulletinDraft => ({ period: '2027-09', audience: 'UNITS', title: ' 九月通报 ', advice: [], cases: '一家企业三日送电\n\n另一家', problems: '', opinions: ' 增加夜间专席 ', ...more })

describe('a bulletin', () => {
  it('is sent with one text a line', () => {
    expect(bulletinOf(draft())).toEqual({ period: '2027-09', audience: 'UNITS', title: '九月通报', cases: ['一家企业三日送电', '另一家'], problems: [], opinions: ['增加夜间专席'], advice: [] })
  })
  it('leaves out rows of advice that nobody filled in, and all of them for everybody', () => {
    const advice = [{ unit: undefined, text: ' ' }, { unit: 'power', text: ' 及时联系 ' }, { unit: undefined, text: '没有选单位' }]
    expect(bulletinOf(draft({ advice })).advice).toEqual([{ unit: 'power', text: '及时联系' }, { unit: '', text: '没有选单位' }])
    expect(bulletinOf(draft({ advice, audience: 'PUBLIC' }))).not.toHaveProperty('advice')
  })
  it('shows what is wrong with the row that it is about', () => {
    const advice = [{ unit: undefined, text: '' }, { unit: 'power', text: '及' }, { unit: undefined, text: '没有选单位' }]
    expect(adviceProblems(draft({ advice }), { 'advice.0.text': '须为 2 到 2000 字。', 'advice.1.unit': '必填。' })).toEqual([{}, { unit: undefined, text: '须为 2 到 2000 字。' }, { unit: '必填。', text: undefined }])
  })
})
