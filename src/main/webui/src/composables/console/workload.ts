import type { WorkOrder } from '@/api/console'

export interface UnitLoad {
  id: string
  name: string
  overdue: number
  soon: number
  calm: number
  total: number
}

/** How many open orders each unit has, and how they stand; who is late most comes first. */
export function loadByUnit(orders: readonly WorkOrder[], soonUntil: number): UnitLoad[] {
  const units = new Map<string, UnitLoad>()
  for (const order of orders) {
    if (!order.task) {
      continue
    }
    const { id, name } = order.task.unit
    const unit = units.get(id) ?? { id, name, overdue: 0, soon: 0, calm: 0, total: 0 }
    units.set(id, unit)
    unit[standing(order, soonUntil)]++
    unit.total++
  }
  return [...units.values()].sort((one, other) => other.overdue - one.overdue || other.soon - one.soon || other.total - one.total || one.name.localeCompare(other.name, 'zh-CN'))
}

function standing(order: WorkOrder, soonUntil: number): 'overdue' | 'soon' | 'calm' {
  if (order.overdue) {
    return 'overdue'
  }
  return order.nextDueAt && Date.parse(order.nextDueAt) <= soonUntil ? 'soon' : 'calm'
}
