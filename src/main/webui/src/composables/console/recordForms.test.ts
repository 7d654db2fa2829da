import { describe, expect, it } from 'vitest'
import { askedOf, callOrder, linesIn, makeHandover, makeInquiry, makeProgramme, placedIn, recordOf, saidOf, tellHandover } from './recordForms'

const names = (values: Parameters<typeof askedOf>[1]) => askedOf(makeProgramme, values).map(({ name }) => name)

describe('the form of a programme', () => {
  it('asks for a draw or for orders, and of a special report for orders alone', () => {
    expect(names({ purpose: 'QUALITY_CHECK', way: 'draw' })).toContain('draw.count')
    expect(names({ purpose: 'QUALITY_CHECK', way: 'draw' })).not.toContain('orders')
    expect(names({ purpose: 'INSPECTION', way: 'named' })).toContain('orders')
    expect(names({ purpose: 'INSPECTION', way: 'named' })).not.toContain('draw.from')
    expect(names({ purpose: 'SPECIAL_REPORT', way: 'draw' })).toContain('orders')
    expect(names({ purpose: 'SPECIAL_REPORT', way: 'draw' })).not.toContain('way')
  })
  it('sends a draw as a part, and nothing of what only steers or is not asked', () => {
    const values = { purpose: 'CALLBACK', title: ' 八月回访 ', reason: '按计划', dueOn: '2027-09-20', way: 'draw', 'draw.from': '2027-08-01', 'draw.to': '2027-08-31', 'draw.count': 10, everyMonths: 1, orders: ['1'] }
    expect(recordOf(makeProgramme, values)).toEqual({ purpose: 'CALLBACK', title: '八月回访', reason: '按计划', dueOn: '2027-09-20', draw: { from: '2027-08-01', to: '2027-08-31', count: 10 }, everyMonths: 1 })
    expect(recordOf(makeProgramme, { ...values, way: 'named' })).toEqual({ purpose: 'CALLBACK', title: '八月回访', reason: '按计划', dueOn: '2027-09-20', orders: ['1'] })
  })
})

describe('what is sent', () => {
  it('has the part that was asked for, so that the service can say what is missing in it', () => {
    expect(recordOf(makeProgramme, { purpose: 'CALLBACK', way: 'draw' })).toEqual({ purpose: 'CALLBACK', draw: {} })
    expect(recordOf(makeProgramme, { purpose: 'CALLBACK', way: 'named' })).toEqual({ purpose: 'CALLBACK' })
  })
  it('has lines as a list and leaves out what is empty', () => {
    expect(recordOf(makeHandover, { office: '市委大督查办', matter: '两次答复不属实', materials: '抽查记录一份\n\n 工单经过一份 ', orders: [], unit: null })).toEqual({ office: '市委大督查办', matter: '两次答复不属实', materials: ['抽查记录一份', '工单经过一份'] })
    expect(linesIn(' \n')).toEqual([])
    expect(recordOf(makeInquiry, {})).toEqual({})
  })
  it('has no grade of somebody who was not reached', () => {
    expect(recordOf(callOrder, { reached: false, grade: 5 })).toEqual({ reached: false })
    expect(recordOf(callOrder, { reached: true, grade: 5 })).toEqual({ reached: true, grade: 5 })
  })
})

describe('what is told of a handover', () => {
  const kinds = (received: boolean) => tellHandover(received).fields.flatMap((field) => (field.as === 'radio' ? field.options.map(([kind]) => kind) : []))
  it('is the receipt first, and never again after it', () => {
    expect(kinds(false)).toEqual(['RECEIVED'])
    expect(kinds(true)).not.toContain('RECEIVED')
    expect(kinds(true)).toContain('DISCIPLINE')
  })
})

describe('a refusal', () => {
  const problem = { fields: { 'orders.1': '没有这张工单。', orders: '必填。', 'draw.count': '须为 1 到 200。', other: '别处。', 'orders.x': '不是项。' } }
  it('stands beside its field, also when it is of one item', () => {
    expect(saidOf(problem, 'orders')).toBe('必填。 第 2 项：没有这张工单。')
    expect(saidOf(problem, 'draw.count')).toBe('须为 1 到 200。')
    expect(saidOf(problem, 'title')).toBeUndefined()
    expect(saidOf(null, 'orders')).toBeUndefined()
  })
  it('is not said twice, and nothing of it is lost', () => {
    expect(placedIn(problem, ['orders', 'draw.count'])).toEqual(['orders.1', 'orders', 'draw.count'])
  })
})
