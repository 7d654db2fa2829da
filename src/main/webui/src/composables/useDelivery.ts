import { ref } from 'vue'
import { say, type ConversationKey } from '@/api/conversations'
import { ProblemError } from '@/api/http'
import type { Message } from '@/api/types'
import { backoff } from './backoff'
import type { Outbox, Outgoing } from './outbox'

const REFUSALS_BEFORE_GIVING_UP = 4
const RENEWAL_PAUSE = 60_000

interface DeliveryOptions {
  outbox: Outbox
  /** Null while there is no conversation; nothing is sent then. */
  conversation: () => ConversationKey | null
  /** Reads the outbox afresh, for the page and for here. */
  waiting: () => Outgoing[]
  onDelivered: (conversation: ConversationKey, item: Outgoing, reply: Message | undefined) => void
  /** The service has lost the conversation. @return whether another took its place */
  onGone: (conversation: ConversationKey) => Promise<boolean>
  onReachable: (reachable: boolean) => void
}

/** Empties the outbox, one message after the other, so that replies come in the order of the questions. */
export function useDelivery({ outbox, conversation, waiting, onDelivered, onGone, onReachable }: DeliveryOptions) {
  const inFlight = ref<string | null>(null)
  /** The service answers, but asks to come back later. */
  const busy = ref(false)
  let flushing = false
  let attempt = 0
  let goneAt = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  async function flush() {
    if (flushing) {
      return
    }
    flushing = true
    clearTimeout(retry)
    try {
      for (;;) {
        const item = waiting().find((one) => one.refused === undefined)
        const key = conversation()
        if (!item || !key || !(await deliver(key, item))) {
          return
        }
      }
    } finally {
      flushing = false
    }
  }

  /** @return whether to go on with the next one */
  async function deliver(key: ConversationKey, item: Outgoing): Promise<boolean> {
    inFlight.value = item.clientMessageId
    try {
      const option = item.option ? { option: item.option } : {}
      const reply = await say(key, { text: item.text, clientMessageId: item.clientMessageId, ...option })
      reset()
      onReachable(true)
      outbox.strike(item.clientMessageId)
      onDelivered(key, item, reply)
      return true
    } catch (error) {
      return failed(key, item, error)
    } finally {
      inFlight.value = null
    }
  }

  async function failed(key: ConversationKey, item: Outgoing, error: unknown): Promise<boolean> {
    const problem = error instanceof ProblemError ? error : null
    if (problem?.gone && Date.now() - goneAt > RENEWAL_PAUSE) {
      goneAt = Date.now()
      return onGone(key)
    }
    attempt++
    if (problem && (!problem.passing || attempt >= REFUSALS_BEFORE_GIVING_UP)) {
      reset()
      outbox.refuse(item.clientMessageId, problem.detail)
      return true
    }
    busy.value = problem !== null
    onReachable(problem !== null)
    const wait = problem?.retryAfterSeconds ? problem.retryAfterSeconds * 1_000 : backoff(Math.min(attempt, 4) - 1)
    retry = setTimeout(() => void flush(), wait)
    return false
  }

  /** Earlier failures count no more. */
  function reset() {
    attempt = 0
    busy.value = false
  }

  return { inFlight, busy, flush, reset, stop: () => clearTimeout(retry) }
}
