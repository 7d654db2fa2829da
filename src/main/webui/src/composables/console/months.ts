import type { CalendarDay } from '@/api/console'

/** A month as seven columns from Monday; null stands for a day of another month. */
export interface Month {
  number: number
  weeks: (CalendarDay | null)[][]
}

/** @param days of one year, in order */
export function monthsOf(days: readonly CalendarDay[]): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const prefix = `-${String(index + 1).padStart(2, '0')}-`
    const own = days.filter(({ date }) => date.slice(4, 8) === prefix)
    const first = own[0]
    const cells: (CalendarDay | null)[] = [...Array.from({ length: first ? columnOf(first.date) : 0 }, () => null), ...own]
    while (cells.length % 7 !== 0) {
      cells.push(null)
    }
    return { number: index + 1, weeks: Array.from({ length: cells.length / 7 }, (_week, row) => cells.slice(row * 7, row * 7 + 7)) }
  })
}

/** 0 for Monday … 6 for Sunday */
function columnOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

export interface YearCount {
  worked: number
  holidays: number
  makeUps: number
  provisional: number
}

export function countOf(days: readonly CalendarDay[]): YearCount {
  return {
    worked: days.filter(({ working }) => working).length,
    holidays: days.filter(({ kind }) => kind === 'HOLIDAY').length,
    makeUps: days.filter(({ kind }) => kind === 'MAKE_UP').length,
    provisional: days.filter(({ provisional }) => provisional).length,
  }
}
