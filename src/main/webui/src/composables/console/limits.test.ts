import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/console'
import { citation, concerns, inOrderOfNeed, isSilent, sayExtension, sayLimit, saySource } from './limits'

const line = (more: Partial<Schemas['LimitLine']>): Schemas['LimitLine'] =>
  ({ kinds: ['CONSULT'], flags: [], limit: null, from: null, defers: false, text: null, needs: [], owner: null, extension: null, source: null, also: [], note: null, ...more })

describe('a limit of the rules', () => {
  it('is said as the document counts it', () => {
    expect(sayLimit(line({ limit: { unit: 'WORKING_HOUR', count: 1, time: null } }))).toBe('1 工作小时')
    expect(sayLimit(line({ limit: { unit: 'WORKING_DAY_TIME', count: null, time: '09:00' } }))).toBe('工作日 09:00 前')
  })
  it('is silent where nothing is written down, and says so', () => {
    expect(isSilent(line({}))).toBe(true)
    expect(sayLimit(line({ text: '及时签收' }))).toBe('本地未规定')
    expect(sayLimit(line({ defers: true }))).toBe('从其规定')
  })
  it('tells for whom it is', () => {
    expect(concerns(line({ kinds: ['CONSULT', 'HELP'], flags: ['JOINT'] }))).toBe('咨询、求助 · 联合办理')
    expect(concerns(line({ kinds: ['CONSULT', 'HELP', 'SUGGESTION', 'COMPLAINT', 'REPORT'] }))).toBe('全部类型')
  })
  it('tells the cap of an extension', () => {
    const extension = (measure: 'LENGTH' | 'TOTAL') => ({ text: '须申请', needs: [], decidedBy: null, cap: { workingDays: 3, measure }, source: '' })
    expect(sayExtension(line({ extension: extension('LENGTH') }))).toBe('须申请；延期合计不超过 3 个工作日')
    expect(sayExtension(line({ extension: extension('TOTAL') }))).toContain('连同延期')
    expect(sayExtension(line({}))).toBe('')
  })
  it('names the document and not its file', () => {
    expect(saySource('001.txt 第十一条(三)', { '001.txt': '管理办法' })).toBe('《管理办法》第十一条(三)')
    expect(saySource(null, {})).toBe('')
    expect(citation('001_f69a27d858239a7b.txt 管理办法第十一条(三)')).toBe('管理办法第十一条(三)')
  })
})

describe('the clocks of an order', () => {
  it('stand with what is due soonest first, what is over after it, and without what has no limit', () => {
    const clock = (dueAt: string | null, metAt: string | null = null) => ({ dueAt, metAt, stoppedAt: null })
    const [silent, met, late, soon] = [clock(null), clock('2026-03-10T11:00:00+08:00', '2026-03-10T10:20:00+08:00'), clock('2026-03-13T18:00:00+08:00'), clock('2026-03-11T18:00:00+08:00')]
    expect(inOrderOfNeed([silent, met, late, soon])).toEqual([soon, late, met])
  })
})
