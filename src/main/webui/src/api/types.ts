/** The names under which the pages know what the service sends; the shapes are generated from its OpenAPI document. */
import type { components } from './schema'

type Schemas = components['schemas']

export type Answer = Schemas['Answer']
export type Channel = Schemas['Channel']
export type ClarifyOption = Schemas['ClarifyOption']
export type EntryQuestion = Schemas['EntryQuestion']
export type FiledWorkOrder = Schemas['FiledWorkOrder']
export type Handoff = Schemas['Handoff']
export type LeaveMessage = Schemas['LeaveMessage']
export type Message = Schemas['Message']
export type MessageList = Schemas['MessageList']
export type OpenConversation = Schemas['OpenConversation']
export type OpenedConversation = Schemas['OpenedConversation']
export type Problem = Schemas['Problem']
export type Rate = Schemas['Rate']
export type Rating = Schemas['Rating']
export type Say = Schemas['Say']
export type Source = Schemas['Source']
export type Topic = Schemas['Topic']
export type TopicList = Schemas['TopicList']
export type Unanswered = Schemas['Unanswered']
export type WorkOrderKind = Schemas['WorkOrderKind']

/** What an enterprise is shown of an order it filed. */
export type WorkOrder = Pick<Schemas['WorkOrderReference'], 'number' | 'tag' | 'dueAt'>
