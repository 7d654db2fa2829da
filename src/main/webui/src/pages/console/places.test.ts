import { describe, expect, it } from 'vitest'
import type { Role } from '@/composables/console/useSession'
import { homeOf, isOpenTo, isUnder, places } from './places'

const openTo = (...roles: Role[]) => places.filter((place) => isOpenTo(place, roles)).map(({ name }) => name)

describe('the menu', () => {
  it('shows supervision to whom it concerns', () => {
    expect(openTo('SUPERVISOR')).toEqual(expect.arrayContaining(['programmes', 'handovers', 'inquiries', 'bulletins']))
    expect(openTo('DEPARTMENT')).toEqual(expect.arrayContaining(['inquiries', 'bulletins']))
    expect(openTo('DEPARTMENT')).not.toContain('handovers')
    expect(openTo('DEPARTMENT')).not.toContain('programmes')
    expect(openTo('AGENT')).toContain('programmes')
    expect(openTo('AGENT')).not.toContain('handovers')
  })
  it('begins where the work is', () => {
    expect(homeOf(['SUPERVISOR'])).toBe('/board')
    expect(homeOf(['AGENT'])).toBe('/orders')
    expect(homeOf([])).toBe('/calculator')
  })
  it('marks the place that a page stands under', () => {
    expect(isUnder({ path: '/orders' }, '/orders/1')).toBe(true)
    expect(isUnder({ path: '/orders' }, '/orders')).toBe(true)
    expect(isUnder({ path: '/orders' }, '/orders-of-old')).toBe(false)
  })
})
