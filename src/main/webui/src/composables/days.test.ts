import { describe, expect, it } from 'vitest'
import { chineseDay, chineseTime, spokenAt, today, validity } from './days'

describe('days and times', () => {
  const now = new Date('2026-11-20T17:00:00Z') // 01:00 of the 21st in 盐城

  it('are those of 盐城', () => {
    expect(today(now)).toBe('2026-11-21')
    expect(chineseTime('2026-11-24T09:30:00Z', now)).toBe('11月24日 17:30')
    expect(chineseTime('2027-01-02T09:30:00+08:00', now)).toBe('2027年1月2日 09:30')
    expect(spokenAt('2026-11-21T00:05:00+08:00', now)).toMatch(/^(00|24):05$/)
  })
  it('are left as they are when they are none', () => {
    expect(chineseDay('长期')).toBe('长期')
    expect(chineseTime('soon', now)).toBe('soon')
  })
})

describe('the validity of an answer', () => {
  const of = (validFrom: string | null, validUntil: string | null) => validity({ validFrom, validUntil }, '2026-11-20')

  it('ends after its last day', () => {
    expect(of(null, '2026-11-20')).toEqual({ state: 'valid', day: '2026年11月20日' })
    expect(of('2020-01-01', '2026-11-19')).toEqual({ state: 'expired', day: '2026年11月19日' })
  })
  it('may still be to come, or have no end', () => {
    expect(of('2027-01-01', '2027-12-31')).toEqual({ state: 'future', day: '2027年1月1日' })
    expect(of('2020-01-01', null)).toBeNull()
  })
})
