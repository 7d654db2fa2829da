import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '@/api/desk'
import { hear, NOTHING_HEARD, type Heard, type Outcome } from './deskFeed'

function heardAll(from: Heard, events: readonly DeskEvent[]): [Heard, Outcome['kind'][]] {
  const kinds: Outcome['kind'][] = []
  let heard = from
  for (const event of events) {
    const [next, outcome] = hear(heard, event)
    heard = next
    kinds.push(outcome.kind)
  }
  return [heard, kinds]
}

describe('a desk that follows its stream', () => {
  it('begins where the stream says, and asks for what came before', () => {
    expect(heardAll(NOTHING_HEARD, [{ seq: 40, type: 'READY' }, { seq: 41, type: 'QUEUED' }])).toEqual([{ seq: 41 }, ['begin', 'news']])
  })

  it('goes on after a cut where it was: nothing left out, nothing twice', () => {
    const [heard] = heardAll(NOTHING_HEARD, [{ seq: 40, type: 'READY' }, { seq: 41, type: 'QUEUED' }])
    expect(heardAll(heard, [{ seq: 41, type: 'READY' }, { seq: 41, type: 'QUEUED' }, { seq: 44, type: 'RINGING' }])).toEqual([{ seq: 44 }, ['resumed', 'old', 'news']])
  })

  it('takes numbers that are left out for what happens at other desks', () => {
    expect(heardAll({ seq: 10 }, [{ seq: 17, type: 'TAKEN' }, { seq: 12, type: 'QUEUED' }])).toEqual([{ seq: 17 }, ['news', 'old']])
  })

  it('begins anew when the numbers do', () => {
    expect(heardAll({ seq: 900 }, [{ seq: 3, type: 'READY' }, { seq: 4, type: 'QUEUED' }])).toEqual([{ seq: 4 }, ['begin', 'news']])
  })

  it('keeps no number of what bears none', () => {
    expect(heardAll({ seq: 5 }, [{ type: 'TYPING', contactId: 'c' }])).toEqual([{ seq: 5 }, ['passing']])
  })
})
