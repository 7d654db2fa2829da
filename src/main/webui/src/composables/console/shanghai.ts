/**
 * Times as they are read in 盐城, wherever the browser stands. Summer time ended there in 1991 and the service knows no year
 * before 2014, so the offset is always the same.
 */
const OFFSET_MILLIS = 8 * 60 * 60 * 1000
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const two = (number: number) => String(number).padStart(2, '0')

/** A date whose UTC fields are the clock on the wall in 盐城. */
const wall = (millis: number) => new Date(millis + OFFSET_MILLIS)

/** `2026-03-10` of an instant. */
export function dayOf(millis: number): string {
  return wall(millis).toISOString().slice(0, 10)
}

/** The instant at which a day begins. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}

/** The instant of `09:00` on a day; `24:00` is its end. */
export function instantOf(day: string, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return dayStart(day) + (hours * 60 + minutes) * MINUTE
}

export function nextDay(day: string): string {
  return dayOf(dayStart(day) + DAY)
}

export function weekdayOf(day: string): string {
  return WEEKDAYS[wall(dayStart(day)).getUTCDay()] ?? ''
}

/** `18:00` */
export function clockOf(instant: string | number): string {
  const at = wall(typeof instant === 'number' ? instant : Date.parse(instant))
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** `03-13 周五 18:00`, with the year when it is not that of `now`; an em dash for nothing. */
export function moment(instant: string | null | undefined, now: number = Date.now()): string {
  const millis = instant ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(millis)) {
    return '—'
  }
  const day = dayOf(millis)
  const shown = day.slice(0, 4) === dayOf(now).slice(0, 4) ? day.slice(5) : day
  return `${shown} ${weekdayOf(day)} ${clockOf(millis)}`
}

/** `2026-03-13 周五 18:00:05` */
export function wholeMoment(instant: string): string {
  const at = wall(Date.parse(instant))
  const day = at.toISOString().slice(0, 10)
  return `${day} ${weekdayOf(day)} ${at.toISOString().slice(11, 19)}`
}

/** What a date picker gives, `2026-03-10T10:00:00`, as an instant of 盐城. */
export function withOffset(wallTime: string): string {
  return /([+-]\d\d:\d\d|Z)$/.test(wallTime) ? wallTime : `${wallTime}+08:00`
}
