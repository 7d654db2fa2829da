import type { ContactMessage, Suggestion } from '@/api/desk'

/** Something an agent said that the service has not confirmed yet. The same `clientMessageId` again is the same message. */
export interface Draft {
  clientMessageId: string
  text: string
  at: string
  suggestion?: { seq: number; entryId: string }
  /** Why it did not go out; it may be tried again as it is. */
  failed?: string
}

/** What was said, each once and in order, whichever way it came and however often. */
export function merged(known: readonly ContactMessage[], news: readonly ContactMessage[]): ContactMessage[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]))
  news.forEach((message) => bySeq.set(message.seq, message))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** Whether something is missing between what is known and what came: the service is asked for the whole then. */
export function hasGap(known: readonly ContactMessage[], fresh: ContactMessage): boolean {
  const last = known[known.length - 1]
  return last !== undefined && fresh.seq > last.seq + 1
}

/** Numbers of the enterprise's messages that came after the last word of a person. */
export function unanswered(messages: readonly ContactMessage[]): number {
  let count = 0
  for (let index = messages.length - 1; index >= 0; index--) {
    const { speaker } = messages[index]!
    if (speaker === 'AGENT' || speaker === 'SPECIALIST') {
      break
    }
    count += speaker === 'ENTERPRISE' ? 1 : 0
  }
  return count
}

/** So long at least a suggestion has to stand where it stands before a key sends it: nobody reads faster. */
export const READ_MILLIS = 1_000

/** Whether some rank holds another suggestion than before, so that a finger on its way to a key means what is gone. */
export function replaced(before: readonly Suggestion[], after: readonly Suggestion[]): boolean {
  const name = (one: Suggestion) => `${one.rank} ${one.entryId}`
  return before.map(name).join() !== after.map(name).join()
}

/**
 * What stands in the box when something is put into it: nothing that the agent wrote himself is lost.
 *
 * @param made the suggestion that the text began as; an untouched one is replaced
 */
export function inserted(text: string, made: Suggestion | null, words: string): string {
  const own = text.trim()
  return own === '' || (made && own === sendableText(made)) ? words : `${own}\n${words}`
}

/** A suggestion as it is sent unchanged; the service compares with exactly this. */
export function sendableText(suggestion: Suggestion): string {
  return suggestion.answer.replace(/\r\n?/g, '\n').trim()
}
