import type { Schemas } from '@/api/console'
import { weekdays } from '@/vocabulary'

type Hours = Schemas['OfficeHours']

/** Hours as a form holds them: a line of the week each, `周一至周五` with `09:00-12:00 13:00-18:00`. */
export interface HoursLine {
  weekdays: string[]
  open: string
}

export const workweek = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']

/** `周一至周五` of days that follow each other, else each by its name. */
export function sayWeekdays(days: readonly string[]): string {
  const order = Object.keys(weekdays)
  const places = days.map((day) => order.indexOf(day)).sort((a, b) => a - b)
  const row = places.length > 2 && places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1)
  const name = (place: number | undefined) => weekdays[order[place ?? 0] ?? ''] ?? ''
  if (places.length === 7) {
    return '每天'
  }
  return row ? `${name(places[0])}至${name(places[places.length - 1])}` : places.map(name).join('、')
}

/** `09:00-12:00 13:00-18:00` as written by a person, with any of the usual signs between. */
export function openingsIn(text: string): string[] {
  return text
    .replace(/[：]/g, ':')
    .replace(/\s*[-—~～至到]+\s*/g, '-')
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
}

/** Whose hours they are. */
export function officeName(hours: Pick<Hours, 'profile' | 'department'>, places: Readonly<Record<string, string>>): string {
  if (!hours.profile) {
    return '通用'
  }
  const place = places[hours.profile] ?? hours.profile
  return hours.department ? `${place} · ${hours.department}` : place
}
