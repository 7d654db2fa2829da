import { call } from './http'
import type { Channel, FiledWorkOrder, LeaveMessage, Message, MessageList, OpenConversation, OpenedConversation, Rate, Rating, Say, Topic, TopicList } from './types'

/** What is needed to speak in a conversation. */
export interface ConversationKey {
  id: string
  token: string
}

const path = ({ id }: ConversationKey, rest: string) => `/api/v1/conversations/${encodeURIComponent(id)}/${rest}`

export function openConversation(channel: Channel): Promise<OpenedConversation> {
  const body: OpenConversation = { channel }
  return call('/api/v1/conversations', { method: 'POST', body })
}

/** All that was said after `after`, in order; asks as often as the service cuts it. `total` is the number of the latest message. */
export async function messagesAfter(key: ConversationKey, after: number): Promise<Message[]> {
  const all: Message[] = []
  let last = after
  for (;;) {
    const { items, total } = await call<MessageList>(path(key, `messages?after=${last}`), { token: key.token })
    const fresh = items.filter((message) => message.seq > last)
    all.push(...fresh)
    last = Math.max(last, ...fresh.map((message) => message.seq))
    if (fresh.length === 0 || last >= total) {
      return all
    }
  }
}

export function say(key: ConversationKey, body: Say): Promise<Message> {
  return call(path(key, 'messages'), { method: 'POST', token: key.token, body, timeoutMillis: 60_000 })
}

export function askForPerson(key: ConversationKey, idempotencyKey: string): Promise<Message> {
  return call(path(key, 'handoff'), { method: 'POST', token: key.token, body: {}, idempotencyKey })
}

export function leaveMessage(key: ConversationKey, body: LeaveMessage, idempotencyKey: string): Promise<FiledWorkOrder> {
  return call(path(key, 'work-orders'), { method: 'POST', token: key.token, body, idempotencyKey })
}

export function rate(key: ConversationKey, body: Rate, idempotencyKey: string): Promise<Rating> {
  return call(path(key, 'ratings'), { method: 'POST', token: key.token, body, idempotencyKey })
}

export async function topics(): Promise<Topic[]> {
  const { items } = await call<TopicList>('/api/v1/topics')
  return items.filter((topic) => topic.questions.length > 0)
}

export function streamAddress({ id, token }: ConversationKey, after: number): string {
  const { protocol, host } = window.location
  const query = new URLSearchParams({ token, after: String(after) })
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/conversations/${encodeURIComponent(id)}/stream?${query}`
}
