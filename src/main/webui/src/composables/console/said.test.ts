import { describe, expect, it } from 'vitest'
import { actorName, saidIn } from './said'

describe('what a line of the timeline says', () => {
  it('is told in words', () => {
    expect(saidIn({ detail: { flag: 'HARD_CASE' } as never, content: null, why: '涉及多个部门' })).toEqual([{ label: '标记', text: '疑难复杂' }])
    expect(saidIn({ detail: { channel: 'SMS', grade: '2' } as never, content: null })).toEqual([
      { label: '渠道', text: '短信' },
      { label: '评价', text: '不满意（2 级）' },
    ])
  })
  it('is a reply section by section', () => {
    const content = { template: 1, sections: [{ key: 'matter', heading: '诉求事项', text: '用电报装' }], finding: 'TRUE', checks: { investigated: true } }
    expect(saidIn({ detail: {} as never, content: content as never })).toEqual([
      { label: '诉求事项', text: '用电报装' },
      { label: '是否属实', text: '属实' },
      { label: '调查清楚', text: '是' },
    ])
  })
  it('tells of a reminder what it was about', () => {
    expect(saidIn({ detail: { dueAt: '2026-11-17T18:00:00+08:00', rung: 'OVERDUE', step: 'CLOSE' } as never, content: null, why: null }).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['办结', '已超期']),
    )
  })
  it('says of each check whether it was made', () => {
    expect(saidIn({ detail: {} as never, content: { checks: { investigated: true, concluded: true } } as never, why: null })).toHaveLength(2)
  })
  it('leaves out ids and repetitions', () => {
    expect(saidIn({ detail: { rules: 'yancheng/1', reason: '请尽快' } as never, content: { reason: '请尽快' } as never, why: '请尽快' })).toEqual([])
  })
})

describe('an actor', () => {
  it('is known by what he is', () => {
    expect([actorName('system'), actorName('conversation:***'), actorName('account:1')]).toEqual(['系统', '企业', '工作人员'])
  })
})
