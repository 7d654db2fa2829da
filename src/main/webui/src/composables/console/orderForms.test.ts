import { describe, expect, it } from 'vitest'
import type { WorkOrder } from '@/api/console'
import { askedFields, bodyOf, fieldsOf, missing, offeredOperations, operations, startOf, type OperationName } from './orderForms'

const order = { id: '1', version: 7, kind: 'HELP', flags: ['JOINT'], state: 'IN_PROGRESS', description: '厂区用电报装三周没有答复', ratings: [], masked: false } as unknown as WorkOrder

describe('what is offered of an order', () => {
  it('is what the service would accept, and no mark is taken off where there is none', () => {
    const actions = ['sign', 'set-flag', 'clear-flag', 'something-newer']
    expect(offeredOperations({ actions, flags: ['JOINT'] })).toEqual(['sign', 'set-flag', 'clear-flag'])
    expect(offeredOperations({ actions, flags: [] })).toEqual(['sign', 'set-flag'])
  })
})

describe('the forms of an order', () => {
  it('name the version that was seen, and nothing that was left empty', () => {
    expect(bodyOf('sign', order, { signer: ' ' })).toEqual({ version: 7 })
    expect(bodyOf('sign', order, { signer: ' 王某 ' })).toEqual({ version: 7, signer: '王某' })
  })
  it('ask for working days or a day, and send only the one that is meant', () => {
    const start = startOf('request-extension', order)
    expect(bodyOf('request-extension', order, { ...start, reason: '需现场勘察' })).toEqual({ version: 7, workingDays: 2, reason: '需现场勘察' })
    expect(bodyOf('request-extension', order, { ...start, by: 'until', until: '2026-03-17', reason: '需现场勘察' })).toEqual({ version: 7, until: '2026-03-17', reason: '需现场勘察' })
  })
  it('want a reason for a no, and not for a yes', () => {
    expect(missing('decide-return', order, { approved: true })).toEqual({})
    expect(Object.keys(missing('decide-return', order, { approved: false }))).toEqual(['reason'])
    expect(Object.keys(missing('decide-return', order, {}))).toEqual(['approved'])
  })
  it('take a contact only when procedure and limit were told', () => {
    expect(Object.keys(missing('contact', order, { toldProcedure: true }))).toEqual(['toldLimit'])
    expect(missing('contact', order, { toldProcedure: true, toldLimit: true })).toEqual({})
  })
  it('correct only what was changed', () => {
    expect(bodyOf('amend', order, { ...startOf('amend', order), kind: 'CONSULT' })).toEqual({ version: 7, kind: 'CONSULT' })
  })
  it('offer the flags that an order has not, or has', () => {
    const offered = (operation: OperationName) => fieldsOf(operation, order).flatMap((field) => (field.name === 'flag' && 'options' in field ? field.options.map(([flag]) => flag) : []))
    expect(offered('set-flag')).not.toContain('JOINT')
    expect(offered('clear-flag')).toEqual(['JOINT'])
  })
  it('ask for no grade when nobody answered', () => {
    expect(askedFields('record-callback', order, { reached: false }).map(({ name }) => name)).not.toContain('grade')
  })
  it('read entries line by line', () => {
    expect(bodyOf('online-answer', order, { entries: 'vat-small-monthly\nlabor-contract，x' })).toMatchObject({ entries: ['vat-small-monthly', 'labor-contract', 'x'] })
  })
  it('know every operation', () => {
    for (const name of Object.keys(operations) as OperationName[]) {
      expect(fieldsOf(name, order).every(({ label }) => label !== '')).toBe(true)
    }
  })
})
