import type { Answer, Message, Unanswered } from '@/api/types'

/** What the page shows of one question: its best answer, or why there is none. */
export type MessagePart = { number: number; answer: Answer | null; unanswered: Unanswered | null }

/** The questions of a message that was answered, in their order; a single one has the number 0. Empty without an answer. */
export function messageParts(message: Pick<Message, 'decision' | 'answers' | 'unanswered'>): MessagePart[] {
  const answers = message.decision === 'ANSWER' ? (message.answers ?? []) : []
  const best = new Map<number, MessagePart>()
  for (const answer of answers) {
    const number = answer.part ?? 0
    if (!best.has(number)) {
      best.set(number, { number, answer, unanswered: null })
    }
  }
  if (best.size > 0) {
    for (const unanswered of message.unanswered ?? []) {
      best.set(unanswered.part, { number: unanswered.part, answer: null, unanswered })
    }
  }
  return [...best.values()].sort((one, other) => one.number - other.number)
}
