import { describe, expect, it } from 'vitest'
import type { WorkOrder } from '@/api/console'
import { bySoonest, inboxGroups } from './inbox'

const order = (number: string, nextDueAt: string | null, registeredAt = '2026-03-01T09:00:00+08:00') => ({ number, nextDueAt, registeredAt }) as WorkOrder

describe('an inbox', () => {
  it('has the late and the soonest first, and last what has no limit, the oldest first', () => {
    const orders = [
      order('无限期，新', null, '2026-03-05T09:00:00+08:00'),
      order('周五', '2026-03-13T18:00:00+08:00'),
      order('昨天', '2026-03-10T18:00:00+08:00'),
      order('无限期，旧', null),
    ]
    expect(orders.sort(bySoonest).map(({ number }) => number)).toEqual(['昨天', '周五', '无限期，旧', '无限期，新'])
  })
  it('shows each state in one group', () => {
    const states = inboxGroups.slice(1).flatMap((group) => group.states)
    expect(new Set(states).size).toBe(states.length)
    expect(inboxGroups[0]?.states).toEqual(states)
  })
})
