import { describe, expect, it } from 'vitest'
import { officeName, openingsIn, sayWeekdays, workweek } from './officeHours'

describe('office hours', () => {
  it('are said by the week', () => {
    expect(sayWeekdays(workweek)).toBe('周一至周五')
    expect(sayWeekdays(['SATURDAY', 'MONDAY'])).toBe('周一、周六')
    expect(sayWeekdays([...workweek, 'SATURDAY', 'SUNDAY'])).toBe('每天')
  })
  it('are read with the signs that people write', () => {
    expect(openingsIn('09:00-12:00 13:00-18:00')).toEqual(['09:00-12:00', '13:00-18:00'])
    expect(openingsIn('8：30—12:00，14:30 至 18:00')).toEqual(['8:30-12:00', '14:30-18:00'])
    expect(openingsIn('  ')).toEqual([])
  })
  it('belong to everybody, a city or a department', () => {
    expect(officeName({ profile: null, department: null }, {})).toBe('通用')
    expect(officeName({ profile: 'yancheng', department: 'tax' }, { yancheng: '盐城市' })).toBe('盐城市 · tax')
  })
})
