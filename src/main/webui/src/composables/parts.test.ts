import { describe, expect, it } from 'vitest'
import type { Answer, Message } from '@/api/types'
import { messageParts } from './parts'

const answer = (entryId: string, part?: number): Answer => ({ entryId, question: entryId, answer: '答', confidence: 0.9, basis: [], sources: [], region: '全国', ...(part ? { part } : {}) })
const message = (more: Partial<Message>): Message => ({ seq: 2, speaker: 'ASSISTANT', text: '', at: '2026-11-20T10:00:00+08:00', decision: 'ANSWER', ...more })
const shown = (more: Partial<Message>) => messageParts(message(more)).map((part) => [part.number, part.answer?.entryId ?? part.unanswered?.text])

describe('the parts of a reply', () => {
  it('are the best answer when one thing was asked', () => {
    expect(shown({ answers: [answer('a'), answer('b')] })).toEqual([[0, 'a']])
  })
  it('are the best answer of each question, in their order', () => {
    expect(shown({ answers: [answer('b', 2), answer('a', 1), answer('c', 1)] })).toEqual([[1, 'a'], [2, 'b']])
  })
  it('name the question without an answer in its place', () => {
    const unanswered = [{ part: 1, question: '停车怎么收费', text: '没有把握' }]
    expect(shown({ answers: [answer('b', 2)], unanswered })).toEqual([[1, '没有把握'], [2, 'b']])
  })
  it('are none unless something was answered', () => {
    expect(shown({ decision: 'HANDOFF', answers: [answer('a')] })).toEqual([])
    expect(shown({ decision: 'ANSWER', answers: null, unanswered: null })).toEqual([])
  })
})
