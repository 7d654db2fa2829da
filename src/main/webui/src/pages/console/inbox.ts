import type { WorkOrder } from '@/api/console'

type State = WorkOrder['state']

export interface InboxGroup {
  name: 'all' | 'sign' | 'work' | 'approval' | 'review' | 'return' | 'joint' | 'rectify' | 'tell'
  title: string
  states: readonly State[]
}

const groups: readonly InboxGroup[] = [
  { name: 'sign', title: '待签收', states: ['DISPATCHED'] },
  { name: 'work', title: '办理中', states: ['IN_PROGRESS'] },
  { name: 'approval', title: '待审签', states: ['UNDER_APPROVAL'] },
  { name: 'review', title: '待认定', states: ['UNDER_REVIEW'] },
  { name: 'return', title: '退回审核中', states: ['RETURN_REQUESTED'] },
  { name: 'joint', title: '会办中', states: ['JOINT_HANDLING'] },
  { name: 'rectify', title: '待整改', states: ['RECTIFYING'] },
  { name: 'tell', title: '刚办结', states: ['CLOSED'] },
]

/** What a unit has on its hands; each group but the first is one state. */
export const inboxGroups: readonly InboxGroup[] = [{ name: 'all', title: '全部在办', states: groups.flatMap(({ states }) => states) }, ...groups]

/** Who is late stands first, then who is due soonest; what has no limit comes last, the oldest first. */
export function bySoonest(one: WorkOrder, other: WorkOrder): number {
  const due = (order: WorkOrder) => (order.nextDueAt ? Date.parse(order.nextDueAt) : Number.MAX_SAFE_INTEGER)
  return due(one) - due(other) || Date.parse(one.registeredAt) - Date.parse(other.registeredAt)
}
