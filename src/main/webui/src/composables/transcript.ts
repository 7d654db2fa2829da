import type { Handoff, Message } from '@/api/types'
import type { Outgoing } from './outbox'

/** An own message whose reply came before the service's copy of it did. */
interface Placed {
  item: Outgoing
  beforeSeq: number
}

/**
 * What was said, by `seq`. Up to `cursor` nothing is missing: pages and events that follow on it move it, a reply that came as
 * the response to a message is shown at once but does not (what lies between is still to come).
 */
export interface Transcript {
  readonly cursor: number
  readonly messages: readonly Message[]
  readonly placed: readonly Placed[]
}

export const EMPTY: Transcript = { cursor: 0, messages: [], placed: [] }

/** Messages that follow on the cursor without a gap. */
export function accept(transcript: Transcript, messages: readonly Message[]): Transcript {
  const merged = peek(transcript, messages)
  return messages.length === 0 ? merged : advance(merged, Math.max(...messages.map((message) => message.seq)))
}

/** Messages of which it is not known whether others lie before them. */
export function peek(transcript: Transcript, messages: readonly Message[]): Transcript {
  const bySeq = new Map(transcript.messages.map((message) => [message.seq, message]))
  messages.forEach((message) => bySeq.set(message.seq, message))
  const merged = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
  const ids = new Set(merged.map((message) => message.clientMessageId))
  return { ...transcript, messages: merged, placed: transcript.placed.filter(({ item }) => !ids.has(item.clientMessageId)) }
}

/** Nothing is missing up to `seq`, whatever kind of event bore that number. */
export function advance(transcript: Transcript, seq: number): Transcript {
  return seq > transcript.cursor ? { ...transcript, cursor: seq } : transcript
}

/** The own message was taken; the reply, if there is one, says where it stands. */
export function place(transcript: Transcript, item: Outgoing, reply: Message | null): Transcript {
  const beforeSeq = reply?.seq ?? Math.max(transcript.cursor, transcript.messages[transcript.messages.length - 1]?.seq ?? 0) + 1
  const known = transcript.messages.some((message) => message.clientMessageId === item.clientMessageId)
  const placed = known ? transcript.placed : [...transcript.placed, { item, beforeSeq }]
  return peek({ ...transcript, placed }, reply ? [reply] : [])
}

export type Line =
  | { kind: 'said'; key: string; at: string; message: Message }
  | { kind: 'outgoing'; key: string; at: string; item: Outgoing; delivered: boolean }

/** The lines to show, in order: what was said, then what is still on its way. Each own message once, whatever is known of it. */
export function lines(transcript: Transcript, outgoing: readonly Outgoing[]): Line[] {
  const said: Line[] = []
  const placed = [...transcript.placed].sort((a, b) => a.beforeSeq - b.beforeSeq)
  for (const message of transcript.messages) {
    while (placed[0] && placed[0].beforeSeq <= message.seq) {
      said.push(outgoingLine(placed.shift()!.item, true))
    }
    said.push({ kind: 'said', key: message.clientMessageId ?? `seq-${message.seq}`, at: message.at, message })
  }
  said.push(...placed.map(({ item }) => outgoingLine(item, true)))
  const shown = new Set(said.map((line) => line.key))
  return [...said, ...outgoing.filter((item) => !shown.has(item.clientMessageId)).map((item) => outgoingLine(item, false))]
}

function outgoingLine(item: Outgoing, delivered: boolean): Line {
  return { kind: 'outgoing', key: item.clientMessageId, at: item.at, item, delivered }
}

/** What the service may leave out is there for the components. */
export function whole(message: Message): Message {
  return { ...message, text: message.text ?? '', at: message.at ?? new Date().toISOString(), speaker: message.speaker ?? 'ASSISTANT' }
}

export function isPerson({ speaker }: Message): boolean {
  return speaker === 'AGENT' || speaker === 'SPECIALIST'
}

/** A person has the conversation. */
export function hasPerson({ state }: Handoff): boolean {
  return state === 'OWNED' || state === 'HELD'
}

/** Nobody has it yet, and somebody will. */
export function waits({ state }: Handoff): boolean {
  return state === 'QUEUED' || state === 'RINGING'
}

export function personSpokeLast(messages: readonly Message[]): boolean {
  const replies = messages.filter((message) => message.speaker === 'ASSISTANT' || isPerson(message))
  return replies.length > 0 && isPerson(replies[replies.length - 1]!)
}
