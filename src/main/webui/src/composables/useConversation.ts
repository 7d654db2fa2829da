import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as service from '@/api/conversations'
import { ProblemError, UnreachableError } from '@/api/http'
import type { Channel, FiledWorkOrder, Handoff, LeaveMessage, Message, Rate, WorkOrder } from '@/api/types'
import { texts } from '@/messages'
import { backoff } from './backoff'
import { outboxIn, type Outgoing } from './outbox'
import { keepIn, uuid } from './storage'
import { streamOf, type StreamEvent } from './stream'
import { accept, advance, EMPTY, hasPerson, isPerson, lines, peek, personSpokeLast, place, waits, whole } from './transcript'
import { useDelivery } from './useDelivery'

/** A number that the enterprise was given: it must not be lost, whether or not the transcript repeats it. */
export interface FiledOrder extends WorkOrder {
  at: string
}

interface Stored extends service.ConversationKey {
  greeting: string
  openedAt: string
  rated: boolean
  ratingDismissed: boolean
  orders: FiledOrder[]
}

const KEY = 'yiqilai.chat.conversation'
const TYPING_SHOWN_MILLIS = 4_000
const TYPING_SAID_EVERY_MILLIS = 2_500

/** One conversation with the service, from opening it to rating it, through reloads, dead networks and lost replies. */
export function useConversation(channel: Channel) {
  const keep = keepIn(() => window.localStorage)
  const outbox = outboxIn(keep)

  const stored = shallowRef<Stored | null>(keep.read<Stored>(KEY))
  const transcript = shallowRef(EMPTY)
  const outgoing = shallowRef<Outgoing[]>([])
  const handoffAsked = shallowRef<Handoff | null>(null)
  const restoring = ref(true)
  const online = ref(navigator.onLine !== false)
  const reachable = ref(true)
  const personTyping = ref(false)

  let opening: Promise<service.ConversationKey> | null = null
  let syncing: Promise<void> | null = null
  let syncAgain = false
  let closed = false

  const { inFlight, busy, flush, ...delivery } = useDelivery({
    outbox,
    conversation: () => stored.value,
    waiting: readOutbox,
    onDelivered: delivered,
    onGone: (conversation) => settle(renew(conversation)),
    onReachable: (answering) => (reachable.value = answering),
  })

  const stream = streamOf({
    address: () => service.streamAddress(stored.value!, transcript.value.cursor),
    onEvent: take,
    onTyping: personTypes,
    onOpen: () => {
      reachable.value = true
      void flush()
    },
    poll: () => void settle(sync()),
    pollEvery: () => (document.hidden ? 60_000 : waitingForPerson.value || inFlight.value ? 3_000 : 12_000),
  })

  const shown = computed(() => lines(transcript.value, outgoing.value))
  /**
   * The latest that is known of the way to a person; a request counts until the transcript tells more of it.
   */
  const handoff = computed(() => {
    const told = transcript.value.messages.map((message) => message.handoff).filter((one): one is Handoff => !!one)
    const asked = handoffAsked.value
    return asked && !told.some((one) => one.id === asked.id) ? asked : (told[told.length - 1] ?? null)
  })
  const personPresent = computed(() => (handoff.value ? hasPerson(handoff.value) : personSpokeLast(transcript.value.messages)))
  const waitingForPerson = computed(() => handoff.value !== null && waits(handoff.value))
  const answered = computed(() => transcript.value.messages.some((message) => message.decision === 'ANSWER' || isPerson(message)))
  /** Numbers that no message of the transcript shows. */
  const loneOrders = computed(() => {
    const told = new Set(transcript.value.messages.map((message) => message.workOrder?.number))
    return (stored.value?.orders ?? []).filter((order) => !told.has(order.number))
  })

  function save(change: Partial<Stored>) {
    if (stored.value) {
      stored.value = { ...stored.value, ...change }
      // Another tab may have started afresh; its conversation is the one to come back to.
      if (keep.read<Stored>(KEY)?.id === stored.value.id) {
        keep.write(KEY, stored.value)
      }
    }
  }

  function readOutbox(): Outgoing[] {
    outgoing.value = outbox.of(stored.value?.id ?? '')
    return outgoing.value
  }

  /** The conversation there is, or a new one. */
  function key(): Promise<service.ConversationKey> {
    stored.value ??= keep.read<Stored>(KEY)
    if (stored.value) {
      return Promise.resolve(stored.value)
    }
    opening ??= service
      .openConversation(channel)
      .then((opened) => {
        stored.value = {
          id: opened.id,
          token: opened.token,
          greeting: opened.greeting,
          openedAt: new Date().toISOString(),
          rated: false,
          ratingDismissed: false,
          orders: [],
        }
        keep.write(KEY, stored.value)
        outbox.readdress('', opened.id)
        readOutbox()
        return stored.value
      })
      .finally(() => (opening = null))
    return opening
  }

  /** The service does not know the conversation any more: what was not delivered moves to a new one. */
  async function renew(gone: service.ConversationKey): Promise<void> {
    if (stored.value?.id !== gone.id) {
      return
    }
    clear()
    outbox.readdress(gone.id, '')
    readOutbox()
    void start()
    await key()
  }

  function clear() {
    stream.stop()
    if (keep.read<Stored>(KEY)?.id === stored.value?.id) {
      keep.remove(KEY)
    }
    stored.value = null
    transcript.value = EMPTY
    handoffAsked.value = null
    syncAgain = false
  }

  /** Everything that was said after the cursor. Calls during a call make it look once more. */
  function sync(): Promise<void> {
    if (syncing) {
      syncAgain = true
      return syncing
    }
    syncing = (async () => {
      do {
        syncAgain = false
        const conversation = await key()
        try {
          const messages = await service.messagesAfter(conversation, transcript.value.cursor)
          reachable.value = true
          if (stored.value?.id === conversation.id) {
            transcript.value = accept(transcript.value, messages.map(whole))
          }
        } catch (error) {
          if (!(error instanceof ProblemError && error.gone)) {
            throw error
          }
          await renew(conversation)
        }
      } while (syncAgain)
    })().finally(() => (syncing = null))
    return syncing
  }

  function take(event: StreamEvent) {
    const { cursor } = transcript.value
    if (event.seq <= cursor) {
      return
    }
    personTyping.value = false
    const messages = event.type === 'MESSAGE' && event.message ? [whole({ ...event.message, seq: event.message.seq ?? event.seq })] : []
    if (event.seq === cursor + 1) {
      transcript.value = advance(accept(transcript.value, messages), event.seq)
      return
    }
    // Numbers were left out: show what came, and ask whether something lies between.
    transcript.value = peek(transcript.value, messages)
    void settle(sync().then(() => void (transcript.value = advance(transcript.value, event.seq))))
  }

  /** Awaits what may fail for want of a network; the retries are somebody else's. */
  async function settle(work: Promise<unknown>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      reachable.value = !(error instanceof UnreachableError || (error instanceof ProblemError && error.passing))
      return false
    }
  }

  let typingOver: ReturnType<typeof setTimeout> | undefined
  function personTypes() {
    personTyping.value = true
    clearTimeout(typingOver)
    typingOver = setTimeout(() => (personTyping.value = false), TYPING_SHOWN_MILLIS)
  }

  let saidTyping = 0
  /** A person who is there sees that something is being written. */
  function writing() {
    if (personPresent.value && Date.now() - saidTyping > TYPING_SAID_EVERY_MILLIS) {
      saidTyping = Date.now()
      stream.send('typing')
    }
  }

  let starting = false
  /** Opens or restores, however long it takes, and then listens. */
  async function start() {
    if (starting) {
      wake?.()
      return
    }
    starting = true
    readOutbox()
    for (let tries = 0; !closed && !(await settle(sync())); tries++) {
      restoring.value = false
      await pause(backoff(tries))
    }
    starting = false
    restoring.value = false
    if (!closed) {
      readOutbox()
      stream.start()
      void flush()
    }
  }

  let wake: (() => void) | null = null
  function pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function send(text: string, option?: string) {
    outbox.add({ conversation: stored.value?.id ?? '', clientMessageId: uuid(), text, option, at: new Date().toISOString() })
    readOutbox()
    void flush()
  }

  function delivered(conversation: service.ConversationKey, item: Outgoing, reply: Message | undefined) {
    if (stored.value?.id === conversation.id) {
      const heard = reply && typeof reply.seq === 'number' && (reply.text || reply.decision) ? whole(reply) : null
      transcript.value = place(transcript.value, item, heard)
      if (!stream.isOpen()) {
        void settle(sync())
      }
    }
    readOutbox()
  }

  function resend(item: Outgoing) {
    outbox.revive(item.clientMessageId)
    readOutbox()
    void flush()
  }

  function discard(item: Outgoing) {
    outbox.strike(item.clientMessageId)
    readOutbox()
  }

  /** Runs an operation on the conversation; when the service has lost it, a new one is opened and the person asked to repeat. */
  async function inConversation<T>(operation: (key: service.ConversationKey) => Promise<T>): Promise<T> {
    const conversation = await key()
    try {
      const result = await operation(conversation)
      reachable.value = true
      return result
    } catch (error) {
      if (error instanceof ProblemError && error.gone) {
        await settle(renew(conversation))
        throw new ProblemError(error.status, texts.problem.again, [], null)
      }
      throw error
    }
  }

  async function askForPerson(idempotencyKey: string): Promise<void> {
    const result = await inConversation((conversation) => service.askForPerson(conversation, idempotencyKey))
    handoffAsked.value = result?.handoff ?? null
    if (result?.workOrder) {
      keepOrder(result.workOrder)
    }
    await settle(sync())
  }

  async function leaveMessage(form: LeaveMessage, idempotencyKey: string): Promise<WorkOrder> {
    const filed = await inConversation((conversation) => service.leaveMessage(conversation, form, idempotencyKey))
    const order = { number: filed.number, tag: filed.tag, dueAt: replyDue(filed) }
    keepOrder(order)
    void settle(sync())
    return order
  }

  function keepOrder(order: WorkOrder) {
    save({ orders: [...(stored.value?.orders ?? []), { ...order, at: new Date().toISOString() }] })
  }

  async function rate(rating: Rate, idempotencyKey: string): Promise<void> {
    try {
      await inConversation((conversation) => service.rate(conversation, rating, idempotencyKey))
    } catch (error) {
      // Rated already, in another tab perhaps: that is what was wanted.
      if (!(error instanceof ProblemError && error.status === 409)) {
        throw error
      }
    }
    save({ rated: true })
  }

  /** A clean sheet; the old conversation stays with the service, this device forgets it. */
  function startAfresh() {
    if (stored.value) {
      outbox.forget(stored.value.id)
    }
    keep.remove(KEY)
    clear()
    delivery.reset()
    delivery.stop()
    readOutbox()
    void start()
  }

  function again() {
    wake?.()
    delivery.reset()
    if (stored.value && !restoring.value) {
      stream.renew()
      void settle(sync())
      void flush()
    }
  }

  function onNetwork() {
    online.value = navigator.onLine !== false
    if (online.value) {
      again()
    }
  }

  function onVisible() {
    if (!document.hidden && !stream.isOpen()) {
      again()
    } else if (!document.hidden && stored.value && !restoring.value) {
      void settle(sync())
    }
  }

  window.addEventListener('online', onNetwork)
  window.addEventListener('offline', onNetwork)
  document.addEventListener('visibilitychange', onVisible)
  onScopeDispose(() => {
    closed = true
    wake?.()
    stream.stop()
    delivery.stop()
    clearTimeout(typingOver)
    window.removeEventListener('online', onNetwork)
    window.removeEventListener('offline', onNetwork)
    document.removeEventListener('visibilitychange', onVisible)
  })

  void start()

  return {
    greeting: computed(() => stored.value?.greeting ?? ''),
    lines: shown,
    loneOrders,
    restoring,
    thinking: computed(() => inFlight.value !== null && !personPresent.value),
    inFlight,
    online,
    reachable,
    busy,
    handoff,
    personPresent,
    personTyping: computed(() => personTyping.value && personPresent.value),
    writing,
    waitingForPerson,
    answered,
    rated: computed(() => stored.value?.rated ?? false),
    ratingDismissed: computed(() => stored.value?.ratingDismissed ?? false),
    unsent: computed(() => outgoing.value.some((item) => item.refused === undefined)),
    send,
    resend,
    discard,
    askForPerson,
    leaveMessage,
    rate,
    dismissRating: () => save({ ratingDismissed: true }),
    startAfresh,
    again,
  }
}

function replyDue({ deadlines }: FiledWorkOrder): string | null {
  return deadlines.find((deadline) => deadline.step === 'REPLY' && deadline.dueAt)?.dueAt ?? null
}
