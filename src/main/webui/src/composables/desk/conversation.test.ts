import { describe, expect, it } from 'vitest'
import type { ContactMessage, Suggestion } from '@/api/desk'
import { hasGap, inserted, merged, replaced, unanswered } from './conversation'
import { maskedName, maskedNumber } from './masked'
import { titleOf } from './useAlerts'

const said = (seq: number, speaker: ContactMessage['speaker'] = 'ENTERPRISE'): ContactMessage => ({ seq, speaker, text: `第${seq}句`, at: '2026-03-10T10:00:00+08:00' })

describe('what was said', () => {
  it('is shown once and in order, whichever way it came', () => {
    expect(merged([said(1), said(3)], [said(2), said(3), said(1)]).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('has a gap when a number is left out', () => {
    expect(hasGap([said(1)], said(2))).toBe(false)
    expect(hasGap([said(1)], said(3))).toBe(true)
    expect(hasGap([said(4)], said(2))).toBe(false)
    expect(hasGap([], said(7))).toBe(false)
  })

  it('waits for an answer as long as no person has spoken since', () => {
    expect(unanswered([said(1), said(2, 'AGENT'), said(3), said(4, 'SYSTEM'), said(5)])).toBe(2)
    expect(unanswered([said(1), said(2, 'SPECIALIST')])).toBe(0)
  })
})

describe('what is suggested', () => {
  const suggested = (rank: number, entryId: string, seq: number) => ({ rank, entryId, seq }) as Suggestion

  it('is another as soon as a rank means another entry', () => {
    const before = [suggested(1, 'a', 3), suggested(2, 'b', 3)]
    expect(replaced(before, [suggested(1, 'a', 5), suggested(2, 'b', 5)])).toBe(false)
    expect(replaced(before, [suggested(1, 'b', 5), suggested(2, 'a', 5)])).toBe(true)
    expect(replaced([], before)).toBe(true)
  })
})

describe('what is put into the box', () => {
  const made = { answer: '一般是五个工作日。' } as Suggestion

  it('takes the place of a suggestion that nobody touched, and of nothing else', () => {
    expect(inserted('', null, '甲')).toBe('甲')
    expect(inserted('一般是五个工作日。', made, '甲')).toBe('甲')
    expect(inserted('一般是五个工作日，最长十日。', made, '甲')).toBe('一般是五个工作日，最长十日。\n甲')
    expect(inserted('请稍等', null, '甲')).toBe('请稍等\n甲')
  })
})

describe('what eyes that pass by see', () => {
  it('is not enough to call anybody', () => {
    expect(maskedNumber('0515-12345678')).toBe('051********78')
    expect(maskedNumber('12345')).toBe('*****')
    expect(maskedName('王某某')).toBe('王**')
  })
})

describe('the title of the window', () => {
  it('says by turns what is new', () => {
    expect(titleOf('坐席', 1, 3, true)).toBe('【来电】请接听 · 坐席')
    expect(titleOf('坐席', 2, 0, true)).toBe('【来电】2 个请接听 · 坐席')
    expect(titleOf('坐席', 0, 3, true)).toBe('（3）新消息 · 坐席')
    expect(titleOf('坐席', 0, 3, false)).toBe('● 坐席')
    expect(titleOf('坐席', 0, 0, true)).toBe('坐席')
  })
})
