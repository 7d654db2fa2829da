import { describe, expect, it } from 'vitest'
import type { Message } from '@/api/types'
import type { Outgoing } from './outbox'
import { accept, advance, EMPTY, lines, peek, place, type Transcript } from './transcript'

const said = (seq: number, more: Partial<Message> = {}): Message => ({ seq, speaker: 'ASSISTANT', text: `第${seq}句`, at: '2026-11-20T10:00:00+08:00', ...more })
const own = (seq: number, clientMessageId: string) => said(seq, { speaker: 'ENTERPRISE', clientMessageId })
const item = (clientMessageId: string): Outgoing => ({ conversation: 'c1', clientMessageId, text: clientMessageId, at: '2026-11-20T10:00:00+08:00' })
const keys = (transcript: Transcript, outgoing: Outgoing[] = []) => lines(transcript, outgoing).map((line) => line.key)

describe('the transcript', () => {
  it('puts messages in order and shows none twice, whichever way they came', () => {
    let transcript = accept(EMPTY, [said(1), own(2, 'a')])
    transcript = peek(transcript, [said(4)])
    transcript = accept(transcript, [own(2, 'a'), said(3)])
    transcript = accept(transcript, [said(3), said(4)])
    expect(keys(transcript)).toEqual(['seq-1', 'a', 'seq-3', 'seq-4'])
    expect(transcript.cursor).toBe(4)
  })

  it('does not resume after a reply that ran ahead: what lies between is still asked for', () => {
    const transcript = peek(accept(EMPTY, [said(1)]), [said(5)])
    expect(transcript.cursor).toBe(1)
    expect(accept(transcript, [said(2), said(3), said(4), said(5)]).cursor).toBe(5)
  })

  it('never goes back', () => {
    expect(advance(accept(EMPTY, [said(7)]), 3).cursor).toBe(7)
    expect(accept(accept(EMPTY, [said(7)]), [said(2)]).cursor).toBe(7)
    expect(accept(EMPTY, []).cursor).toBe(0)
  })

  it('shows an own message before its reply although the service has not repeated it yet', () => {
    const transcript = place(accept(EMPTY, [said(1)]), item('a'), said(3))
    expect(keys(transcript, [item('b')])).toEqual(['seq-1', 'a', 'seq-3', 'b'])
  })

  it('shows it once when the service has repeated it, before or after', () => {
    const early = place(accept(EMPTY, [said(1), own(2, 'a')]), item('a'), said(3))
    const late = accept(place(accept(EMPTY, [said(1)]), item('a'), said(3)), [own(2, 'a'), said(3)])
    expect(keys(early)).toEqual(['seq-1', 'a', 'seq-3'])
    expect(keys(late)).toEqual(['seq-1', 'a', 'seq-3'])
    expect(late.placed).toEqual([])
  })

  it('shows a message that is still in the outbox once when the service has it already', () => {
    expect(keys(accept(EMPTY, [own(1, 'a')]), [item('a'), item('b')])).toEqual(['a', 'b'])
  })

  it('keeps the place of an own message that got no reply because a person has the conversation', () => {
    const transcript = accept(place(accept(EMPTY, [said(1)]), item('a'), null), [own(2, 'a'), said(3, { speaker: 'AGENT' })])
    expect(keys(transcript)).toEqual(['seq-1', 'a', 'seq-3'])
  })
})
