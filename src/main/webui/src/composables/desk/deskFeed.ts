import type { DeskEvent } from '@/api/desk'

/** How far a page has heard: `null` until the stream has said where it begins. */
export interface Heard {
  readonly seq: number | null
}

export const NOTHING_HEARD: Heard = { seq: null }

export type Outcome =
  /** Said before. */
  | { kind: 'old' }
  /** Bears no number and is gone in a moment. */
  | { kind: 'passing'; event: DeskEvent }
  | { kind: 'news'; event: DeskEvent }
  /** From here on nothing is missed; what came before has to be asked for. */
  | { kind: 'begin' }
  /** Everything since the last number follows. */
  | { kind: 'resumed' }

/**
 * What an event of the stream means to a page that has heard so much. Numbers grow but have gaps, because a page is not told of
 * other desks: whatever is above the last is new, whatever is not was heard before.
 */
export function hear(heard: Heard, event: DeskEvent): [Heard, Outcome] {
  const { seq, type } = event
  if (typeof seq !== 'number') {
    return [heard, { kind: 'passing', event }]
  }
  if (type === 'READY') {
    // Lower than what was heard: the service was set up anew, and its numbers begin again.
    return heard.seq === null || seq < heard.seq ? [{ seq }, { kind: 'begin' }] : [heard, { kind: 'resumed' }]
  }
  return heard.seq !== null && seq <= heard.seq ? [heard, { kind: 'old' }] : [{ seq }, { kind: 'news', event }]
}
