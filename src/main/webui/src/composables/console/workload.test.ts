import { describe, expect, it } from 'vitest'
import type { WorkOrder } from '@/api/console'
import { loadByUnit } from './workload'

const order = (unit: string | null, nextDueAt: string | null, overdue = false) =>
  ({ task: unit ? { unit: { id: unit, name: unit } } : null, nextDueAt, overdue }) as unknown as WorkOrder

describe('the load of the units', () => {
  it('has first who is late most', () => {
    const orders = [
      order('税务局', '2026-03-10T10:00:00+08:00'),
      order('税务局', '2026-03-20T10:00:00+08:00'),
      order('人社局', '2026-03-09T10:00:00+08:00', true),
      order('税务局', null),
      order(null, null),
    ]
    expect(loadByUnit(orders, Date.parse('2026-03-11T00:00:00+08:00'))).toEqual([
      { id: '人社局', name: '人社局', overdue: 1, soon: 0, calm: 0, total: 1 },
      { id: '税务局', name: '税务局', overdue: 0, soon: 1, calm: 2, total: 3 },
    ])
  })
})
