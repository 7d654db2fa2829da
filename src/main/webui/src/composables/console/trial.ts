import type { Schemas, TimelineRequest } from '@/api/console'
import { withOffset } from './shanghai'

export type TrialDeed = Schemas['TimelineDeed']
type TimelineEvent = Schemas['TimelineEvent']

/** An event of the calculator as its form holds it. */
export interface TrialEvent {
  /** For the list on the page only. */
  key: number
  deed: TrialDeed
  /** The clock on the wall in 盐城, `2026-03-10T10:00:00`. */
  at: string
  to: string
  ground: string
  advice: string
  approved: boolean
  accepted: boolean
  workingDays: number | undefined
  until: string
  flag: Schemas['WorkOrderFlag'] | ''
  channel: Schemas['RatingChannel']
  grade: number
}

export type TrialField = 'to' | 'ground' | 'advice' | 'approved' | 'accepted' | 'workingDays' | 'until' | 'flag' | 'channel' | 'grade'

/** Which fields an event has beside its time. */
export const trialFields: Readonly<Record<TrialDeed, readonly TrialField[]>> = {
  RECEIVE: [],
  FORM: [],
  DISPATCH: ['to'],
  SIGN: [],
  CONTACT: [],
  REQUEST_RETURN: ['ground', 'advice'],
  DECIDE_RETURN: ['approved'],
  REQUEST_EXTENSION: ['workingDays', 'until'],
  DECIDE_EXTENSION: ['approved'],
  SUBMIT_REPLY: [],
  REVIEW_REPLY: ['accepted'],
  SET_FLAG: ['flag'],
  CLEAR_FLAG: ['flag'],
  MISSED_CALL: [],
  CALL_BACK: [],
  RESULT_TOLD: [],
  RATE: ['channel', 'grade'],
}

let keys = 0

export function trialEvent(deed: TrialDeed, at: string, more: Partial<TrialEvent> = {}): TrialEvent {
  return {
    key: ++keys,
    deed,
    at,
    to: '',
    ground: '',
    advice: '',
    approved: true,
    accepted: true,
    workingDays: deed === 'REQUEST_EXTENSION' && !more.until ? 2 : undefined,
    until: '',
    flag: '',
    channel: 'SMS',
    grade: 5,
    ...more,
  }
}

/** What is sent: of each event only the fields that belong to it and that were filled in. */
export function trialRequest(kind: Schemas['WorkOrderKind'], flags: readonly Schemas['WorkOrderFlag'][], fallbackProfile: string, events: readonly TrialEvent[]): TimelineRequest {
  return {
    kind,
    flags: [...flags],
    fallbackProfile: fallbackProfile || null,
    events: events.map(eventOf),
  }
}

function eventOf(event: TrialEvent): TimelineEvent {
  const sent: Record<string, unknown> = { at: withOffset(event.at), do: event.deed }
  for (const field of trialFields[event.deed]) {
    const value = event[field]
    if (value !== '' && value !== undefined && value !== null) {
      sent[field] = value
    }
  }
  return sent as TimelineEvent
}

/** A case to begin with. */
export interface TrialCase {
  name: string
  profile: string
  kind: Schemas['WorkOrderKind']
  flags: Schemas['WorkOrderFlag'][]
  events: [TrialDeed, string, Partial<TrialEvent>?][]
}

/** Cases that show what is peculiar: a make-up Sunday, a long holiday, a call at night. */
export const trialCases: readonly TrialCase[] = [
  { name: '咨询，周二上午派单', profile: 'jiangsu', kind: 'CONSULT', flags: [], events: [['DISPATCH', '2026-03-10T10:00:00']] },
  { name: '国庆前下班一分钟派单', profile: 'jiangsu', kind: 'HELP', flags: [], events: [['DISPATCH', '2025-09-26T17:59:00']] },
  { name: '跨国庆与周六补班', profile: 'jiangsu', kind: 'CONSULT', flags: [], events: [['DISPATCH', '2026-09-30T17:59:00']] },
  { name: '周六补班日的投诉', profile: 'shuangyashan', kind: 'COMPLAINT', flags: [], events: [['FORM', '2026-02-28T09:57:00'], ['DISPATCH', '2026-02-28T10:00:00']] },
  { name: '夜间来电', profile: 'shuangyashan', kind: 'HELP', flags: [], events: [['RECEIVE', '2026-02-13T22:30:00']] },
  { name: '春节前的投诉', profile: 'yancheng', kind: 'COMPLAINT', flags: [], events: [['DISPATCH', '2026-02-10T15:00:00']] },
  { name: '国庆来电未接', profile: 'shuangyashan', kind: 'HELP', flags: [], events: [['MISSED_CALL', '2026-10-01T20:15:00']] },
  {
    name: '延期两个工作日',
    profile: 'jiangsu',
    kind: 'CONSULT',
    flags: [],
    events: [
      ['DISPATCH', '2026-03-10T10:00:00'],
      ['SIGN', '2026-03-10T10:20:00'],
      ['CONTACT', '2026-03-10T10:45:00'],
      ['REQUEST_EXTENSION', '2026-03-12T17:30:00', { workingDays: 2 }],
      ['DECIDE_EXTENSION', '2026-03-12T17:50:00'],
    ],
  },
]
