import { call } from './http'
import type { components, operations } from './schema'

export type Schemas = components['schemas']
export type WorkOrder = Schemas['WorkOrder']
export type WorkOrderPage = Schemas['WorkOrderPage']
export type Deadline = Schemas['Deadline']
export type TimelineLine = Schemas['TimelineLine']
export type Timeline = Schemas['Timeline']
export type TimelineStep = Schemas['TimelineStep']
export type TimelineRequest = Schemas['TimelineRequest']
export type ServiceRules = Schemas['ServiceRules']
export type CalendarYear = Schemas['CalendarYear']
export type CalendarDay = Schemas['CalendarDay']
export type Unit = Schemas['Unit']
export type { operations }

/** `?a=1&b=2` of what has a value. */
export function query(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

export const loadOrder = (id: string) => call<WorkOrder>(`/api/v1/work-orders/${encodeURIComponent(id)}`)

export interface OrderFilter {
  state?: string
  kind?: string
  flag?: string
  unit?: string
  overdue?: boolean
  dueBefore?: string
  supervised?: boolean
  query?: string
  sort?: 'NEWEST' | 'DUE'
  page?: number
  size?: number
}

export const loadOrders = (filter: OrderFilter) => call<WorkOrderPage>(`/api/v1/work-orders${query({ ...filter })}`)

/** Every page of a list as far as `most` items. @returns the items, and how many there are in all */
export async function loadAll(filter: OrderFilter, most = 1000): Promise<WorkOrderPage> {
  const size = 200
  const items: WorkOrder[] = []
  let total = 0
  for (let page = 0; items.length < most; page++) {
    const found = await loadOrders({ ...filter, page, size })
    items.push(...found.items)
    total = found.total
    if (found.items.length < size) {
      break
    }
  }
  return { items, total }
}

export const loadCalendar = (year: number, profile?: string, department?: string) =>
  call<CalendarYear>(`/api/v1/calendar${query({ year, profile, department })}`)

export const loadProfiles = () => call<Schemas['ServiceRulesPage']>('/api/v1/service-rules?size=100')
export const loadProfile = (profile: string) => call<ServiceRules>(`/api/v1/service-rules/${encodeURIComponent(profile)}`)

export const loadUnits = (text: string, more: { parent?: string; kind?: string; level?: string; retired?: boolean; page?: number; size?: number } = {}) =>
  call<Schemas['UnitPage']>(`/api/v1/directory/units${query({ query: text, size: 50, ...more })}`)
