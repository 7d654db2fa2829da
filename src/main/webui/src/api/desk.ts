import { query } from './console'
import { call } from './http'
import type { components } from './schema'

type Schemas = components['schemas']
export type Contact = Schemas['Contact']
export type ContactState = Schemas['ContactState']
export type ContactEventType = Schemas['ContactEventType']
export type ContactMessage = Schemas['ContactMessage']
export type ContactPage = Schemas['ContactPage']
export type ContactPacket = Schemas['ContactPacket']
export type ContactQueue = Schemas['ContactQueue']
export type Desk = Schemas['Desk']
export type Presence = Schemas['Presence']
export type PresenceState = Schemas['PresenceState']
export type Suggestion = Schemas['Suggestion']
export type SuggestionGrounds = Schemas['SuggestionGrounds']
export type SayAsAgent = Schemas['SayAsAgent']
export type Specialist = Schemas['Specialist']
export type PrefilledOrder = Schemas['PrefilledOrder']

/** What happened at a desk, as the stream tells it. What is not kept, such as that somebody is writing, bears no number. */
export interface DeskEvent {
  seq?: number
  type: ContactEventType | 'READY' | 'TYPING'
  at?: string
  contactId?: string | null
  desk?: string | null
  agentId?: string | null
  detail?: Readonly<Record<string, string>>
  message?: ContactMessage
}

const contact = (id: string, rest = '') => `/api/v1/contacts/${encodeURIComponent(id)}${rest}`

export const loadContacts = (queue: ContactQueue, more: { mine?: boolean; size?: number } = {}) =>
  call<ContactPage>(`/api/v1/contacts${query({ queue, size: 50, ...more })}`)

export const loadPacket = (id: string) => call<ContactPacket>(contact(id))

export const loadSuggestions = (id: string, seq?: number) => call<Schemas['SuggestionList']>(contact(id, `/suggestions${query({ seq })}`))

export const take = (id: string) => call<Contact>(contact(id, '/take'), { method: 'POST' })

export const sayAsAgent = (id: string, body: SayAsAgent) => call<ContactMessage>(contact(id, '/messages'), { method: 'POST', body })

export const hold = (id: string) => call<Contact>(contact(id, '/hold'), { method: 'POST' })

export const resume = (id: string) => call<Contact>(contact(id, '/resume'), { method: 'POST' })

export const transfer = (id: string, to: Schemas['TransferContact']) => call<Contact>(contact(id, '/transfer'), { method: 'POST', body: to })

export const handBack = (id: string, summary: string) => call<Contact>(contact(id, '/hand-back'), { method: 'POST', body: { summary } })

export const end = (id: string, note: string | null) => call<Contact>(contact(id, '/end'), { method: 'POST', body: { note } })

export const writeNote = (id: string, note: string) => call<Contact>(contact(id, '/note'), { method: 'POST', body: { note } })

export const recordCallBack = (id: string, reached: boolean) => call<Contact>(contact(id, '/call-back'), { method: 'POST', body: { reached } })

export const rejectSuggestion = (id: string, body: Schemas['RejectSuggestion']) => call<void>(contact(id, '/suggestions/reject'), { method: 'POST', body })

export const loadDesks = () => call<Schemas['DeskPage']>('/api/v1/desks?size=100')

export const loadPresence = () => call<Presence>('/api/v1/presence')

export const changePresence = (state: PresenceState) => call<Presence>('/api/v1/presence', { method: 'PUT', body: { state } })

export const heartbeat = () => call<Presence>('/api/v1/presence/heartbeat', { method: 'POST', timeoutMillis: 15_000 })

export const loadOnDuty = (topic: string) => call<Schemas['SpecialistsOnDuty']>(`/api/v1/directory/specialists/on-duty${query({ topic })}`)

export const searchKnowledge = (question: string, region?: string | null) =>
  call<Schemas['Reply']>('/api/v1/ask', { method: 'POST', body: { question, region: region || undefined, limit: 8, operatingPoint: 'AGENT' } })

export const fileOrder = (body: Schemas['FileWorkOrder'], idempotencyKey: string) =>
  call<Schemas['WorkOrder']>('/api/v1/work-orders', { method: 'POST', body, idempotencyKey })

export function deskStreamAddress(after: number | null): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/contacts/stream${after === null ? '' : `?after=${after}`}`
}

export type Invitation = Schemas['Invitation']
export type NoAnswer = Schemas['NoAnswer']
export type ReceivedInvitation = Schemas['ReceivedInvitation']
export type ThreeWayPreparation = Schemas['ThreeWayPreparation']

export const prepareThreeWay = (id: string) => call<ThreeWayPreparation>(contact(id, '/three-way'))

export const inviteSpecialist = (id: string, body: Schemas['InviteSpecialist'], idempotencyKey: string) =>
  call<Invitation>(contact(id, '/three-way/invitations'), { method: 'POST', body, idempotencyKey })

export const cancelInvitation = (id: string, invitation: string) =>
  call<Invitation>(contact(id, `/three-way/invitations/${encodeURIComponent(invitation)}/cancel`), { method: 'POST' })

const invitation = (id: string, rest = '') => `/api/v1/invitations/${encodeURIComponent(id)}${rest}`

export const loadInvitations = () => call<Schemas['ReceivedInvitationPage']>('/api/v1/invitations?size=30')

export const loadInvitation = (id: string) => call<ReceivedInvitation>(invitation(id))

export const acceptInvitation = (id: string) => call<ReceivedInvitation>(invitation(id, '/accept'), { method: 'POST' })

export const declineInvitation = (id: string) => call<void>(invitation(id, '/decline'), { method: 'POST' })

export const leaveInvitation = (id: string) => call<ReceivedInvitation>(invitation(id, '/leave'), { method: 'POST' })

export const sayAsSpecialist = (id: string, body: { text: string; clientMessageId: string }) =>
  call<ContactMessage>(invitation(id, '/messages'), { method: 'POST', body })
