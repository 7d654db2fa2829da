import { describe, expect, it } from 'vitest'
import { lastMonth, periodOf, quarterOfDay, quartersUntil, share, targetOf, toneOf, wordsOf } from './periods'

const at = (instant: string) => Date.parse(instant)

describe('a period', () => {
  it('is first the month before now, as 盐城 counts', () => {
    expect(periodOf(lastMonth(at('2026-04-01T00:00:00+08:00')))).toBe('2026-03')
    expect(periodOf(lastMonth(at('2026-03-31T23:59:59+08:00')))).toBe('2026-02')
    expect(periodOf(lastMonth(at('2026-01-15T00:00:00+08:00')))).toBe('2025-12')
  })

  it('is written as the service reads it', () => {
    const chosen = { year: 2026, month: 3, quarter: 1 }
    expect(periodOf({ ...chosen, length: 'MONTH' })).toBe('2026-03')
    expect(periodOf({ ...chosen, length: 'QUARTER' })).toBe('2026-Q1')
    expect(periodOf({ ...chosen, length: 'YEAR' })).toBe('2026')
  })

  it('is said in words', () => {
    expect(wordsOf('2026-03')).toBe('2026 年 3 月')
    expect(wordsOf('2026-Q1')).toBe('2026 年第 1 季度')
    expect(wordsOf('2026')).toBe('2026 年')
  })
})

describe('quarters', () => {
  it('are those of the calendar', () => {
    expect(quarterOfDay(at('2026-03-31T23:59:59+08:00'))).toBe('2026-Q1')
    expect(quarterOfDay(at('2026-04-01T00:00:00+08:00'))).toBe('2026-Q2')
  })

  it('are offered backwards over the turn of the year', () => {
    expect(quartersUntil(at('2026-05-01T00:00:00+08:00'), 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'])
  })
})

describe('a figure', () => {
  it('is a share with two digits, or a dash', () => {
    expect(share(0.9765)).toBe('97.65%')
    expect(share(1)).toBe('100%')
    expect(share(0)).toBe('0%')
    expect(share(null)).toBe('—')
  })

  it('has the target of the plan beside it, or that the plan is silent', () => {
    const target = { id: 'a', name: 'a', value: 0.98, op: '>=', text: null, source: null }
    expect(targetOf(target)).toBe('不低于 98%')
    expect(targetOf({ ...target, op: '=', value: 1 })).toBe('100%')
    expect(targetOf({ ...target, op: '<=', value: 0.04 })).toBe('不高于 4%')
    expect(targetOf({ ...target, value: null, op: null, text: '切实保证' })).toBe('切实保证')
    expect(targetOf(null)).toBe('本地未规定')
  })

  it('has a tone only where there is something to compare', () => {
    expect([true, false, null].map((reached) => toneOf({ reached }))).toEqual(['good', 'bad', ''])
  })
})
