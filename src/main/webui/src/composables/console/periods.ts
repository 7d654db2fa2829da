import type { Schemas } from '@/api/console'
import { dayOf } from './shanghai'

export type Length = Schemas['PeriodLength']
export type Indicator = Schemas['Indicator']
type Target = NonNullable<Indicator['target']>

/** What is chosen on the page: a year, and a month or a quarter of it. */
export interface Chosen {
  length: Length
  year: number
  /** 1..12 */
  month: number
  /** 1..4 */
  quarter: number
}

/** The month before now: the one that is to be published next. */
export function lastMonth(now: number): Chosen {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number)
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  return { length: 'MONTH', ...before, quarter: quarterOf(before.month) }
}

const quarterOf = (month: number) => Math.ceil(month / 3)

/** As the service writes it: `2026-03`, `2026-Q1`, `2026`. */
export function periodOf({ length, year, month, quarter }: Chosen): string {
  switch (length) {
    case 'MONTH':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'QUARTER':
      return `${year}-Q${quarter}`
    case 'YEAR':
      return String(year)
  }
}

/** `2026 年 3 月` */
export function wordsOf(period: string): string {
  const [year, part] = period.split('-')
  if (!part) {
    return `${year} 年`
  }
  return part.startsWith('Q') ? `${year} 年第 ${part.slice(1)} 季度` : `${year} 年 ${Number(part)} 月`
}

/** Which quarter a day lies in, `2026-Q1`. */
export function quarterOfDay(millis: number): string {
  const [year, month = 1] = dayOf(millis).split('-').map(Number)
  return `${year}-Q${quarterOf(month)}`
}

/** The quarters from the one of `now` back, newest first. */
export function quartersUntil(now: number, count: number): string[] {
  const [year = 0, quarter = 1] = quarterOfDay(now).split('-Q').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const index = year * 4 + quarter - 1 - back
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
  })
}

/** `98.25%`; a dash where there was nothing to divide by. */
export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${trimmed(value * 100)}%`
}

/** Not more than two digits, and no zeros behind. */
const trimmed = (number: number) => String(Math.round(number * 100) / 100)

/** What the plan wants, in words; silence is said, too. */
export function targetOf(target: Target | null | undefined): string {
  if (!target) {
    return '本地未规定'
  }
  if (target.value === null || target.value === undefined) {
    return target.text ?? '本地未规定'
  }
  const sign = target.op === '>=' ? '不低于 ' : target.op === '<=' ? '不高于 ' : ''
  return `${sign}${share(target.value)}`
}

/** How an indicator stands: reached, not, or nothing to compare. */
export function toneOf({ reached }: Pick<Indicator, 'reached'>): 'good' | 'bad' | '' {
  return reached === true ? 'good' : reached === false ? 'bad' : ''
}
