import type { components } from '@/api/schema'
import { DAY, MINUTE, dayOf, dayStart, instantOf } from './shanghai'

type CalendarDay = components['schemas']['CalendarDay']

/** When an office is open, begin included and end not; in order and without overlap. Instants in milliseconds. */
export interface Opening {
  from: number
  until: number
}

/** The openings of the days of a calendar; a day that is not worked has none. */
export function openingsOf(days: readonly Pick<CalendarDay, 'date' | 'open'>[]): Opening[] {
  return days.flatMap(({ date, open }) =>
    open.map((text) => {
      const [from = '', until = ''] = text.split('-')
      return { from: instantOf(date, from), until: instantOf(date, until) }
    }),
  )
}

/** Whole minutes of working time between two instants; 0 when `until` is not after `from`. */
export function workingMinutes(openings: readonly Opening[], from: number, until: number): number {
  const millis = openings.reduce((sum, opening) => {
    const overlap = Math.min(opening.until, until) - Math.max(opening.from, from)
    return sum + Math.max(0, overlap)
  }, 0)
  return Math.floor(millis / MINUTE)
}

export function isOpen(openings: readonly Opening[], at: number): boolean {
  return openings.some(({ from, until }) => from <= at && at < until)
}

/** When the first working day after today closes; the same hour three days on while the calendar is not known. */
export function nextClosing(openings: readonly Opening[], now: number): number {
  const today = dayOf(now)
  const next = openings.find(({ from }) => dayOf(from) > today)
  if (!next) {
    return now + 3 * DAY
  }
  const day = dayOf(next.from)
  return Math.max(...openings.filter(({ from }) => dayOf(from) === day).map(({ until }) => until))
}

/** The length of a working day in minutes: that of the next day that is worked, 480 when none is known. */
export function dayLength(openings: readonly Opening[], at: number): number {
  const next = openings.find(({ until }) => until > at)
  if (!next) {
    return 480
  }
  const begin = dayStart(dayOf(next.from))
  return workingMinutes(openings, begin, begin + DAY)
}

/** `2 个工作日 3 小时`, `3 小时 20 分`, `不足 1 分钟` */
export function sayWorkingMinutes(minutes: number, perDay: number): string {
  const days = perDay > 0 ? Math.floor(minutes / perDay) : 0
  const hours = Math.floor((minutes - days * perDay) / 60)
  const rest = minutes - days * perDay - hours * 60
  const parts = [days > 0 ? `${days} 个工作日` : '', hours > 0 ? `${hours} 小时` : '', days === 0 && rest > 0 ? `${rest} 分` : '']
  return parts.filter(Boolean).join(' ') || (minutes < 1 ? '不足 1 分钟' : `${minutes} 分`)
}

export type Urgency = 'none' | 'calm' | 'soon' | 'overdue'

/** What a person sees of a clock that runs. */
export interface Countdown {
  urgency: Urgency
  text: string
  /** Whether the office is open and the clock goes on right now. */
  ticking: boolean
}

/** A clock as the service sent it, and when it did. */
export interface SentClock {
  dueAt: string | null | undefined
  remainingWorkingMinutes: number | null | undefined
  overdueWorkingMinutes: number | null | undefined
  sentAt: number
}

/** Less than this is left: somebody should look at it today. */
const SOON_MINUTES = 240

/**
 * The service counted what was left by the office's own calendar when it answered; here only the working time that has gone
 * by since is taken off, or added to what is late.
 */
export function countdown(clock: SentClock, openings: readonly Opening[], now: number): Countdown {
  const ticking = isOpen(openings, now)
  const due = clock.dueAt ? Date.parse(clock.dueAt) : Number.NaN
  if (Number.isNaN(due)) {
    return { urgency: 'none', text: '本地未规定期限', ticking: false }
  }
  const perDay = dayLength(openings, now)
  if (now > due) {
    const late = (clock.overdueWorkingMinutes ?? 0) + workingMinutes(openings, Math.max(clock.sentAt, due), now)
    return { urgency: 'overdue', text: `超期 ${sayWorkingMinutes(late, perDay)}`, ticking }
  }
  const left = Math.max(0, (clock.remainingWorkingMinutes ?? workingMinutes(openings, clock.sentAt, due)) - workingMinutes(openings, clock.sentAt, now))
  return { urgency: left < SOON_MINUTES ? 'soon' : 'calm', text: `剩 ${sayWorkingMinutes(left, perDay)}`, ticking }
}
