import { describe, expect, it } from 'vitest'
import { clockAhead, lasting, ringLeft, secondsUntil } from './countdown'

const AT = Date.parse('2026-03-10T10:00:00+08:00')

describe('a countdown', () => {
  it('counts whole seconds down to zero and no further', () => {
    expect(secondsUntil('2026-03-10T10:00:20+08:00', AT, 0)).toBe(20)
    expect(secondsUntil('2026-03-10T10:00:20+08:00', AT + 19_100, 0)).toBe(1)
    expect(secondsUntil('2026-03-10T10:00:20+08:00', AT + 60_000, 0)).toBe(0)
    expect(secondsUntil(null, AT, 0)).toBeNull()
    expect(secondsUntil('nonsense', AT, null)).toBeNull()
  })

  it('goes by the clock of the service when this machine is slow or fast', () => {
    const slowByAMinute = clockAhead(null, '2026-03-10T10:01:00+08:00', AT)
    expect(slowByAMinute).toBe(60_000)
    expect(secondsUntil('2026-03-10T10:01:20+08:00', AT, slowByAMinute)).toBe(20)
  })

  it('of a ring is never longer than a ring', () => {
    expect(ringLeft('2026-03-10T10:00:20+08:00', AT, -900)).toBe(20)
    expect(ringLeft('2026-03-10T10:00:20+08:00', AT + 13_000, 0)).toBe(7)
    expect(ringLeft(null, AT, 0)).toBe(0)
  })

  it('learns the clock from the event that was least late', () => {
    expect(clockAhead(-3_000, '2026-03-10T10:00:00+08:00', AT + 200)).toBe(-200)
    expect(clockAhead(-200, '2026-03-10T10:00:00+08:00', AT + 9_000)).toBe(-200)
    expect(clockAhead(5, 'nonsense', AT)).toBe(5)
  })

  it('says how long something lasts', () => {
    expect(lasting('2026-03-10T10:00:00+08:00', AT + 42_000, 0)).toBe('42秒')
    expect(lasting('2026-03-10T10:00:00+08:00', AT + 185_000, null)).toBe('3分05秒')
    expect(lasting('2026-03-10T10:00:00+08:00', AT + 4_800_000, 0)).toBe('1时20分')
    expect(lasting('2026-03-10T10:00:00+08:00', AT - 5_000, 0)).toBe('0秒')
  })
})
