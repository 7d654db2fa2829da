import { describe, expect, it } from 'vitest'
import { trialEvent, trialRequest } from './trial'

describe('what the calculator sends', () => {
  it('names the wall clock of 盐城 and nothing that does not belong to the event', () => {
    const events = [
      trialEvent('DISPATCH', '2026-03-10T10:00:00'),
      trialEvent('REQUEST_EXTENSION', '2026-03-12T17:30:00', { workingDays: 2 }),
      trialEvent('DECIDE_EXTENSION', '2026-03-12T17:50:00', { approved: false }),
    ]
    expect(trialRequest('CONSULT', [], '', events)).toEqual({
      kind: 'CONSULT',
      flags: [],
      fallbackProfile: null,
      events: [
        { at: '2026-03-10T10:00:00+08:00', do: 'DISPATCH' },
        { at: '2026-03-12T17:30:00+08:00', do: 'REQUEST_EXTENSION', workingDays: 2 },
        { at: '2026-03-12T17:50:00+08:00', do: 'DECIDE_EXTENSION', approved: false },
      ],
    })
  })
  it('sends a grade and its channel with a rating', () => {
    expect(trialRequest('HELP', ['JOINT'], 'jiangsu', [trialEvent('RATE', '2026-04-01T09:00:00', { grade: 2 })])).toMatchObject({
      flags: ['JOINT'],
      fallbackProfile: 'jiangsu',
      events: [{ do: 'RATE', channel: 'SMS', grade: 2 }],
    })
  })
})
