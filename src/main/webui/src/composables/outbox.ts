import type { Keep } from './storage'

/** A message that the enterprise has sent off and whose reply has not come back yet. */
export interface Outgoing {
  /** Empty until there is a conversation. */
  conversation: string
  clientMessageId: string
  text: string
  option?: string
  at: string
  /** Why the service will not take it; absent while it is still to be sent. */
  refused?: string
}

const KEY = 'yiqilai.chat.outbox'
const DAY = 24 * 60 * 60 * 1000

/**
 * Written down before it is sent and struck out only after the reply: whatever happens in between, it is sent again under the
 * same `clientMessageId`, which the service takes once. Every step reads the store afresh, because other tabs share it.
 */
export function outboxIn(keep: Keep, now: () => number = Date.now) {
  const all = (): Outgoing[] => (keep.read<Outgoing[]>(KEY) ?? []).filter((item) => now() - Date.parse(item.at) < DAY)
  const change = (step: (items: Outgoing[]) => Outgoing[]) => keep.write(KEY, step(all()))

  return {
    all,
    of: (conversation: string): Outgoing[] => all().filter((item) => item.conversation === conversation || item.conversation === ''),
    add: (item: Outgoing) => change((items) => [...items.filter((other) => other.clientMessageId !== item.clientMessageId), item]),
    strike: (clientMessageId: string) => change((items) => items.filter((item) => item.clientMessageId !== clientMessageId)),
    refuse: (clientMessageId: string, why: string) =>
      change((items) => items.map((item) => (item.clientMessageId === clientMessageId ? { ...item, refused: why } : item))),
    /** Once more, as asked by the person: same words, same id. */
    revive: (clientMessageId: string) =>
      change((items) => items.map((item) => (item.clientMessageId === clientMessageId ? { ...item, refused: undefined } : item))),
    /** The conversation is gone, another takes its place: what was not delivered goes there. */
    readdress: (from: string, to: string) =>
      change((items) => items.map((item) => (item.conversation === from || item.conversation === '' ? { ...item, conversation: to } : item))),
    forget: (conversation: string) => change((items) => items.filter((item) => item.conversation !== conversation)),
  }
}

export type Outbox = ReturnType<typeof outboxIn>
