import type { Answer } from '@/api/types'

const ZONE = 'Asia/Shanghai'

/** The day in 盐城, as `2026-03-10`. */
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: ZONE })
}

/** `2026-03-10` → `2026年3月10日`; anything else stays as it is. */
export function chineseDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day
}

/** An instant as `3月10日 17:30`, with the year when it is not this one. */
export function chineseTime(instant: string, now: Date = new Date()): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) {
    return instant
  }
  const day = today(at)
  const clock = at.toLocaleTimeString('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false })
  const written = chineseDay(day)
  return `${day.slice(0, 4) === today(now).slice(0, 4) ? written.slice(5) : written} ${clock}`
}

/** The line above a message: the clock alone for today. */
export function spokenAt(instant: string, now: Date = new Date()): string {
  const time = chineseTime(instant, now)
  return today(new Date(instant)) === today(now) ? time.slice(time.indexOf(' ') + 1) : time
}

export type Validity = { state: 'valid' | 'expired' | 'future'; day: string } | null

/** What a reader must know about the dates of an answer; null when it is simply in force without an end. */
export function validity({ validFrom, validUntil }: Pick<Answer, 'validFrom' | 'validUntil'>, day: string = today()): Validity {
  if (validUntil && validUntil < day) {
    return { state: 'expired', day: chineseDay(validUntil) }
  }
  if (validFrom && validFrom > day) {
    return { state: 'future', day: chineseDay(validFrom) }
  }
  return validUntil ? { state: 'valid', day: chineseDay(validUntil) } : null
}
