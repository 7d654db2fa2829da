import { describe, expect, it } from 'vitest'
import { draw, freeDays } from './timelineDrawing'

/** Scenario 2: dispatched on the eve of National Day 2025, one minute before closing. */
const dispatch = '2025-09-26T17:59:00+08:00'
const sign = { key: 'SIGN', name: '签收', startedAt: dispatch, dueAt: '2025-09-28T09:59:00+08:00' }
const reply = { key: 'REPLY', name: '答复', startedAt: dispatch, dueAt: '2025-10-10T18:00:00+08:00' }

describe('the drawing of clocks', () => {
  it('has a column for each day from the first instant to the last (scenario 2)', () => {
    const drawing = draw([sign, reply], [{ at: dispatch, name: '派单' }])
    expect(drawing?.days).toHaveLength(15)
    expect(drawing?.days[0]).toMatchObject({ day: '2025-09-26', weekday: '周五', left: 0, labelled: true })
    expect(drawing?.days[14]?.day).toBe('2025-10-10')
    expect(drawing?.days.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  })
  it('marks weekends as free unless the calendar is known, which knows the make-up Sunday', () => {
    const guessed = draw([sign], [])
    expect(guessed?.days.map(({ free }) => free)).toEqual([false, true, true])
    const known = draw([sign], [], (day) => day === '2025-09-27')
    expect(known?.days.map(({ free }) => free)).toEqual([false, true, false])
  })
  it('ends a running clock at its due time, and the later one further right', () => {
    const drawing = draw([sign, reply], [])
    const [first, second] = drawing?.lanes ?? []
    expect(first?.bars.map(({ kind }) => kind)).toEqual(['running'])
    expect(first?.due).toBeLessThan(second?.due ?? 0)
    expect(second?.due).toBeGreaterThan(98)
  })
  it('shows what was left when a clock was met, and by how much it was late', () => {
    const early = draw([{ ...reply, metAt: '2025-10-09T10:00:00+08:00' }], [])?.lanes[0]
    expect(early?.bars.map(({ kind }) => kind)).toEqual(['done', 'spare'])
    const late = draw([{ ...reply, metAt: '2025-10-11T10:00:00+08:00' }], [])?.lanes[0]
    expect(late?.bars.map(({ kind }) => kind)).toEqual(['done', 'late'])
    expect((late?.bars[1]?.left ?? 0) + (late?.bars[1]?.width ?? 0)).toBeCloseTo(late?.met ?? 0)
  })
  it('learns from the explanations which days are not worked', () => {
    const free = freeDays(['2025-09-26 周五 17:59 起算，当日不计', '2025-09-28 周日 国庆节、中秋节调休上班，第 1 个工作日', '2025-10-01 周三 国庆节、中秋节放假，不计', '原文：第一时间'])
    expect(['2025-09-26', '2025-09-27', '2025-09-28', '2025-10-01'].map(free)).toEqual([false, true, false, true])
  })
  it('leaves out a step on which the rules are silent', () => {
    expect(draw([sign, { key: 'CLOSE', name: '办结' }], [])?.lanes.map(({ key }) => key)).toEqual(['SIGN'])
    expect(draw([{ key: 'CLOSE', name: '办结', startedAt: dispatch }], [])?.lanes).toEqual([])
    expect(draw([{ key: 'CLOSE', name: '办结' }], [])).toBeNull()
  })
  it('puts what happened at the same time to one mark', () => {
    const drawing = draw([sign], [{ at: dispatch, name: '形成工单' }, { at: dispatch, name: '派单' }, { at: '2025-09-28T09:00:00+08:00', name: '签收', refused: true }])
    expect(drawing?.marks.map(({ names, refused }) => [names.join('、'), refused])).toEqual([['形成工单、派单', false], ['签收', true]])
  })
  it('does not draw for ever', () => {
    expect(draw([{ ...reply, dueAt: '2099-10-10T18:00:00+08:00' }], [])?.days).toHaveLength(400)
  })
})
