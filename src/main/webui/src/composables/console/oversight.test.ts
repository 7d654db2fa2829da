import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/console'
import { answeredOf, mayRepeat, resultOf, sourceOf, standingOf, titleOf, toldOf } from './oversight'

const NOW = Date.parse('2027-10-01T00:30:00+08:00')
const result = (more: Partial<Schemas['ProgrammeResult']>) => ({ by: 'account:1', at: '2027-10-01T00:00:00+08:00', ...more }) as Schemas['ProgrammeResult']

describe('a programme', () => {
  it('is done when something was written down of each order, and late after its day', () => {
    expect(standingOf({ orderCount: 2, seenCount: 0, dueOn: '2027-10-01' }, NOW).word).toBe('未开始')
    expect(standingOf({ orderCount: 2, seenCount: 1, dueOn: '2027-10-01' }, NOW).word).toBe('进行中')
    expect(standingOf({ orderCount: 2, seenCount: 1, dueOn: '2027-09-30' }, NOW)).toEqual({ word: '已逾期', tone: 'danger' })
    expect(standingOf({ orderCount: 2, seenCount: 2, dueOn: '2027-09-30' }, NOW).word).toBe('已完成')
  })
  it('is repeated once, and not before the day', () => {
    expect(mayRepeat({ nextOn: '2027-10-01', followedBy: null }, NOW)).toBe(true)
    expect(mayRepeat({ nextOn: '2027-10-02', followedBy: null }, NOW)).toBe(false)
    expect(mayRepeat({ nextOn: '2027-10-01', followedBy: '2' }, NOW)).toBe(false)
    expect(mayRepeat({ nextOn: null, followedBy: null }, NOW)).toBe(false)
  })
  it('says how many of how many were drawn', () => {
    const draw = { from: '2027-08-01', to: '2027-08-31', unit: null, unitName: null, count: 20, seed: 1, population: 7 }
    expect(sourceOf({ draw, orderCount: 7 })).toBe('2027-08-01 至 2027-08-31 办结的 7 件中抽取 7 件')
    expect(sourceOf({ draw: null, orderCount: 3 })).toBe('指定 3 件')
  })
})

describe('a result', () => {
  it('of a check tells everything that is wanting', () => {
    expect(resultOf(result({ standard: true, specific: true, complete: true, truthful: true })).word).toBe('合格')
    expect(resultOf(result({ standard: true, specific: false, complete: true, truthful: false }))).toEqual({ word: '不具体、不属实', tone: 'danger' })
  })
  it('of a call or a conclusion is a yes or a no', () => {
    expect(resultOf(result({ reached: true, grade: 5 })).word).toBe('已接通')
    expect(resultOf(result({ reached: false })).word).toBe('无人应答')
    expect(resultOf(result({ settled: true })).word).toBe('已解决')
    expect(resultOf(result({ settled: false })).word).toBe('未解决')
  })
})

describe('an inquiry', () => {
  it('stays late when it was answered late', () => {
    const answers = [{ text: '已送电', by: 'account:1', byName: null, at: '2027-10-01T00:00:00+08:00' }]
    expect(answeredOf({ answers: [], late: false }).word).toBe('待回应')
    expect(answeredOf({ answers: [], late: true }).word).toBe('逾期未回应')
    expect(answeredOf({ answers, late: true }).word).toBe('逾期回应')
    expect(answeredOf({ answers, late: false }).word).toBe('已回应')
  })
})

describe('a handover', () => {
  const told = (...kinds: Schemas['HandoverNewsKind'][]) => ({ news: kinds.map((kind) => ({ kind }) as Schemas['HandoverNews']) })
  it('shows what was told last', () => {
    expect(toldOf(told()).word).toBe('待签收')
    expect(toldOf(told('RECEIVED')).word).toBe('已签收')
    expect(toldOf(told('RECEIVED', 'CIRCULAR')).word).toBe('通报')
  })
})

it('a bulletin is called by its period', () => {
  expect(titleOf('2027-09')).toBe('2027 年 9 月企业诉求办理情况通报')
})
