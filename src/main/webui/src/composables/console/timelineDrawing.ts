import { DAY, dayOf, dayStart, nextDay, weekdayOf } from './shanghai'

/** A clock to be drawn; instants as the service writes them. */
export interface DrawnClock {
  key: string
  name: string
  startedAt?: string | null
  dueAt?: string | null
  metAt?: string | null
  stoppedAt?: string | null
  overdue?: boolean
}

export interface DrawnEvent {
  at: string
  name: string
  refused?: boolean
}

/** Everything is in per cent of the width. */
export interface Drawing {
  days: { day: string; weekday: string; left: number; width: number; free: boolean; labelled: boolean }[]
  lanes: { key: string; name: string; bars: { kind: BarKind; left: number; width: number }[]; due: number; met: number | null }[]
  marks: { left: number; names: string[]; at: string; refused: boolean }[]
}

/** `running` until it is due, `done` until it was met, `spare` what was left then, `late` beyond its due time, `over` until it was ended. */
export type BarKind = 'running' | 'done' | 'spare' | 'late' | 'over'

const MOST_DAYS = 400
const MOST_LABELS = 14
const NARROWEST = 0.5

/**
 * Where on the paper an hour of the day stands, 0..1: four fifths of a day's width belong to 8:00-19:00, in which everything
 * happens.
 */
function withinDay(hour: number): number {
  if (hour < 8) {
    return (hour / 8) * 0.1
  }
  return hour < 19 ? 0.1 + ((hour - 8) / 11) * 0.8 : 0.9 + ((hour - 19) / 5) * 0.1
}

/** @param free whether a day is not worked; a weekend unless somebody knows better */
export function draw(clocks: readonly DrawnClock[], events: readonly DrawnEvent[], free: (day: string) => boolean = isWeekend): Drawing | null {
  const instants = [...clocks.flatMap(({ startedAt, dueAt, metAt, stoppedAt }) => [startedAt, dueAt, metAt, stoppedAt]), ...events.map(({ at }) => at)]
    .map((instant) => (instant ? Date.parse(instant) : Number.NaN))
    .filter((millis) => !Number.isNaN(millis))
  if (instants.length === 0) {
    return null
  }
  const days = daysBetween(Math.min(...instants), Math.max(...instants))
  const width = 100 / days.length
  const first = dayStart(days[0] as string)
  const every = Math.ceil(days.length / MOST_LABELS)
  const place = (instant: string | number): number => {
    const millis = typeof instant === 'number' ? instant : Date.parse(instant)
    const index = Math.floor((millis - first) / DAY)
    const hour = (millis - first - index * DAY) / (DAY / 24)
    return Math.min(100, Math.max(0, (index + withinDay(hour)) * width))
  }
  return {
    days: days.map((day, index) => ({ day, weekday: weekdayOf(day), left: index * width, width, free: free(day), labelled: index % every === 0 })),
    lanes: clocks.filter(({ dueAt }) => dueAt).map((clock) => lane(clock, place, Math.max(...instants))),
    marks: marks(events, place),
  }
}

function isWeekend(day: string): boolean {
  const name = weekdayOf(day)
  return name === '周六' || name === '周日'
}

function daysBetween(from: number, until: number): string[] {
  const days = [dayOf(from)]
  const last = dayOf(until)
  while ((days[days.length - 1] as string) < last && days.length < MOST_DAYS) {
    days.push(nextDay(days[days.length - 1] as string))
  }
  return days
}

function lane(clock: DrawnClock, place: (instant: string | number) => number, latest: number): Drawing['lanes'][number] {
  const start = place(clock.startedAt ?? clock.dueAt ?? '')
  const due = place(clock.dueAt ?? '')
  const met = clock.metAt ? place(clock.metAt) : null
  const end = met ?? (clock.stoppedAt ? place(clock.stoppedAt) : null)
  const bars: Drawing['lanes'][number]['bars'] = []
  const add = (kind: BarKind, left: number, right: number) => {
    if (right >= left) {
      bars.push({ kind, left, width: Math.max(NARROWEST, right - left) })
    }
  }
  if (end === null) {
    add('running', start, due)
    if (clock.overdue) {
      add('late', due, place(latest))
    }
  } else if (end > due) {
    add(met === null ? 'over' : 'done', start, due)
    add('late', due, end)
  } else {
    add(met === null ? 'over' : 'done', start, end)
    if (met !== null && due - end > NARROWEST) {
      add('spare', end, due)
    }
  }
  return { key: clock.key, name: clock.name, bars, due, met }
}

/** Which days are not worked, as far as the explanations tell; of the others a weekend is not. */
export function freeDays(explanations: readonly string[]): (day: string) => boolean {
  const told = new Map<string, boolean>()
  for (const line of explanations) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(line)?.[0]
    if (day) {
      told.set(day, /(周末|放假)，不计/.test(line))
    }
  }
  return (day) => told.get(day) ?? isWeekend(day)
}

/** What happened at the same time stands at one mark. */
function marks(events: readonly DrawnEvent[], place: (instant: string) => number): Drawing['marks'] {
  const drawn: Drawing['marks'] = []
  for (const { at, name, refused } of events) {
    if (Number.isNaN(Date.parse(at))) {
      continue
    }
    const last = drawn.find((mark) => Date.parse(mark.at) === Date.parse(at))
    if (last) {
      last.names.push(name)
      last.refused ||= Boolean(refused)
    } else {
      drawn.push({ left: place(at), names: [name], at, refused: Boolean(refused) })
    }
  }
  return drawn
}
