import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '@/api/console'
import { countOf, monthsOf } from './months'
import { dayStart, nextDay } from './shanghai'

function year(number: number): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let date = `${number}-01-01`; date.startsWith(String(number)); date = nextDay(date)) {
    const weekend = [0, 6].includes(new Date(dayStart(date) + 8 * 3_600_000).getUTCDay())
    days.push({ date, kind: weekend ? 'WEEKEND' : 'WORKING', name: null, working: !weekend, provisional: false, open: [] })
  }
  return days
}

describe('a year in months', () => {
  it('begins each week on Monday', () => {
    const months = monthsOf(year(2026))
    expect(months).toHaveLength(12)
    expect(months[0]?.weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '01', '02', '03', '04'])
    expect(months[1]?.weeks).toHaveLength(5)
    expect(months.flatMap(({ weeks }) => weeks.flat()).filter(Boolean)).toHaveLength(365)
  })
  it('knows a leap year', () => {
    expect(monthsOf(year(2028))[1]?.weeks.flat().filter(Boolean)).toHaveLength(29)
  })
  it('counts what is worked and what is not certain yet', () => {
    const days = year(2027).map((day) => ({ ...day, provisional: true }))
    days[0] = { ...(days[0] as CalendarDay), kind: 'HOLIDAY', working: false }
    expect(countOf(days)).toEqual({ worked: 260, holidays: 1, makeUps: 0, provisional: 365 })
  })
})
