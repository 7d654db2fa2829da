import { describe, expect, it } from 'vitest'
import type { Message } from '@/api/types'
import type { Line } from '@/composables/transcript'
import { detailOf, nameOf, optionNamed, pickedOptions, shownLines } from './talk'

const said = (seq: number, text: string, more: Partial<Message> = {}): Line => {
  const message: Message = { seq, speaker: 'ASSISTANT', text, at: `2026-11-20T10:0${seq}:00+08:00`, ...more }
  return { kind: 'said', key: `seq-${seq}`, at: message.at, message }
}
const own = (seq: number, text: string) => said(seq, text, { speaker: 'ENTERPRISE' })
const choice = said(2, '您想了解的是哪一项？', {
  decision: 'CLARIFY',
  options: [
    { entryId: 'o1', question: '怎么认定？' },
    { entryId: 'o2', question: '税率是多少？' },
  ],
})

describe('the lines of the page', () => {
  it('leave out the greeting, which the welcome card says', () => {
    expect(shownLines([said(1, '您好'), own(2, '问')], '您好').map((line) => line.key)).toEqual(['seq-2'])
    expect(shownLines([said(1, '您好'), own(2, '问')], '欢迎')).toHaveLength(2)
  })
  it('bear the time first and after a pause, and know what was asked before', () => {
    const later = said(3, '答', { at: '2026-11-20T11:00:00+08:00' })
    const shown = shownLines([own(1, '甲'), own(2, '乙'), later], '')
    expect(shown.map((line) => line.time)).toEqual([true, false, true])
    expect(shown.map((line) => line.about)).toEqual(['', '甲', '乙'])
  })
})

describe('a choice', () => {
  it('is made by its number while it is the last that was said', () => {
    expect(optionNamed([choice], ' ２ ')?.entryId).toBe('o2')
    expect(optionNamed([choice], '3')).toBeNull()
    expect(optionNamed([choice], '2万元')).toBeNull()
    expect(optionNamed([choice, own(3, '算了')], '2')).toBeNull()
  })
  it('is made by the words of an option', () => {
    const labelled = said(2, '请问您是小规模纳税人，还是一般纳税人？', {
      decision: 'CLARIFY',
      options: [
        { entryId: 'o1', question: '小规模纳税人怎么申报？', label: '小规模纳税人' },
        { entryId: 'o2', question: '一般纳税人怎么申报？', label: '一般纳税人' },
      ],
    })
    expect(optionNamed([labelled], '一般纳税人 ')?.entryId).toBe('o2')
    expect(optionNamed([labelled], '小规模')).toBeNull()
  })
  it('shows the few words that differ, and the question below when they are not the question', () => {
    const party = { entryId: 'o1', question: '小规模纳税人怎么申报？', label: '小规模纳税人' }
    expect([nameOf(party), detailOf(party)]).toEqual(['小规模纳税人', '小规模纳税人怎么申报？'])
    const whole = { entryId: 'o2', question: '货款由谁付？', label: '货款由谁付' }
    expect([nameOf(whole), detailOf(whole)]).toEqual(['货款由谁付？', ''])
    const earlier = { entryId: 'o3', question: '税率是多少？' }
    expect([nameOf(earlier), detailOf(earlier)]).toEqual(['税率是多少？', ''])
  })
  it('is remembered by what was said next', () => {
    expect(pickedOptions([choice, own(3, '税率是多少？')])).toEqual(['o2'])
    expect(pickedOptions([own(1, '税率是多少？'), choice])).toEqual([])
  })
})
