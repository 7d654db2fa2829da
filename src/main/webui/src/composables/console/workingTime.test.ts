import { describe, expect, it } from 'vitest'
import { countdown, dayLength, isOpen, nextClosing, openingsOf, sayWorkingMinutes, workingMinutes } from './workingTime'

const hours = ['09:00-12:00', '13:00-18:00']
/** The week of National Day 2026: off from 1 to 7 October, and Saturday the 10th is made up. */
const days = [
  { date: '2026-09-30', open: hours },
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ date: `2026-10-${day}`, open: [] })),
  { date: '2026-10-08', open: hours },
  { date: '2026-10-09', open: hours },
  { date: '2026-10-10', open: hours },
]
const openings = openingsOf(days)
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const sent = (dueAt: string, remainingWorkingMinutes: number | null, sentAt: string, overdueWorkingMinutes: number | null = null) => ({
  dueAt: `${dueAt}:00+08:00`,
  remainingWorkingMinutes,
  overdueWorkingMinutes,
  sentAt: at(sentAt),
})

describe('working time', () => {
  it('leaves out the lunch break, the night and the holiday', () => {
    expect(workingMinutes(openings, at('2026-09-30T11:30'), at('2026-09-30T13:30'))).toBe(60)
    expect(workingMinutes(openings, at('2026-09-30T17:59'), at('2026-10-08T09:59'))).toBe(60)
    expect(workingMinutes(openings, at('2026-10-02T00:00'), at('2026-10-05T00:00'))).toBe(0)
  })
  it('counts a Saturday that is made up', () => {
    expect(workingMinutes(openings, at('2026-10-10T00:00'), at('2026-10-11T00:00'))).toBe(480)
  })
  it('is nothing when the end comes first', () => {
    expect(workingMinutes(openings, at('2026-10-09T10:00'), at('2026-10-08T10:00'))).toBe(0)
  })
  it('begins with the opening and stops at closing', () => {
    expect(isOpen(openings, at('2026-10-08T09:00'))).toBe(true)
    expect(isOpen(openings, at('2026-10-08T12:00'))).toBe(false)
    expect(isOpen(openings, at('2026-10-08T18:00'))).toBe(false)
  })
  it('knows how long the next working day is', () => {
    expect(dayLength(openings, at('2026-10-03T10:00'))).toBe(480)
    expect(dayLength([], at('2026-10-03T10:00'))).toBe(480)
  })
  it('closes next on the first working day after today', () => {
    expect(nextClosing(openings, at('2026-09-30T10:00'))).toBe(at('2026-10-08T18:00'))
    expect(nextClosing([], at('2026-09-30T10:00'))).toBe(at('2026-10-03T10:00'))
  })
  it('is said in days, hours and minutes', () => {
    expect(sayWorkingMinutes(480 * 2 + 180, 480)).toBe('2 个工作日 3 小时')
    expect(sayWorkingMinutes(200, 480)).toBe('3 小时 20 分')
    expect(sayWorkingMinutes(0, 480)).toBe('不足 1 分钟')
  })
})

describe('a countdown', () => {
  it('goes on from what the service counted, by the working time that has gone by since', () => {
    const clock = sent('2026-10-10T18:00', 1500, '2026-09-30T17:00')
    expect(countdown(clock, openings, at('2026-10-08T09:30')).text).toBe('剩 2 个工作日 7 小时')
  })
  it('stands still while the office is closed', () => {
    const clock = sent('2026-10-08T18:00', 540, '2026-09-30T17:00')
    const evening = countdown(clock, openings, at('2026-09-30T20:00'))
    const holiday = countdown(clock, openings, at('2026-10-05T12:00'))
    expect(evening).toEqual({ urgency: 'calm', text: '剩 1 个工作日', ticking: false })
    expect(holiday.text).toBe(evening.text)
  })
  it('is urgent in its last four hours, and late after its due time', () => {
    const clock = sent('2026-10-08T18:00', 480, '2026-10-08T09:00')
    expect(countdown(clock, openings, at('2026-10-08T13:00')).urgency).toBe('calm')
    expect(countdown(clock, openings, at('2026-10-08T14:01'))).toEqual({ urgency: 'soon', text: '剩 3 小时 59 分', ticking: true })
    expect(countdown(clock, openings, at('2026-10-08T18:00')).urgency).toBe('soon')
    expect(countdown(clock, openings, at('2026-10-09T10:00'))).toEqual({ urgency: 'overdue', text: '超期 1 小时', ticking: true })
  })
  it('adds to what was late already', () => {
    const clock = sent('2026-09-30T12:00', null, '2026-09-30T14:00', 60)
    expect(countdown(clock, openings, at('2026-09-30T15:00')).text).toBe('超期 2 小时')
  })
  it('never runs where the rules are silent', () => {
    expect(countdown({ ...sent('2026-09-30T12:00', null, '2026-09-30T14:00'), dueAt: null }, openings, at('2026-10-09T10:00')).urgency).toBe('none')
  })
})
