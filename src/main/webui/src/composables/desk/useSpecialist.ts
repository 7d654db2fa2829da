import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as service from '@/api/desk'
import type { ContactMessage, DeskEvent, Presence, PresenceState, ReceivedInvitation } from '@/api/desk'
import { ProblemError, UnreachableError } from '@/api/http'
import { backoff } from '../backoff'
import { shown, type ShownProblem } from '../console/problem'
import { useSession } from '../console/useSession'
import { uuid } from '../storage'
import { streamOf } from '../stream'
import { merged, type Draft } from './conversation'
import { clockAhead } from './countdown'
import { hear, NOTHING_HEARD } from './deskFeed'
import { useHeartbeat } from './useHeartbeat'

const NO_MORE = [4401, 4403]
const SETTLE_MILLIS = 120
const TRIES = 4

/** What he says belongs to the conversation that he said it in, wherever he is when it goes out. */
type Said = Draft & { invitation: string }

/** The place of one policy specialist: his invitations, and the one conversation he is in. Kept up by the stream. */
export function useSpecialist(onMessage: () => void, onRefused: (problem: ShownProblem) => void) {
  const session = useSession()
  const invitations = shallowRef<ReceivedInvitation[]>([])
  const joined = shallowRef<ReceivedInvitation | null>(null)
  const messages = shallowRef<ContactMessage[]>([])
  const drafts = ref<Said[]>([])
  const presence = ref<Presence | null>(null)
  const connected = ref(false)
  const everConnected = ref(false)
  const loaded = ref(false)
  const problem = ref<ShownProblem | null>(null)
  const ahead = ref<number | null>(null)
  const unread = ref(0)
  const ringing = computed(() => invitations.value.filter((one) => one.mine && one.state === 'RINGING'))

  let heard = NOTHING_HEARD
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const stream = streamOf<DeskEvent & { seq: number }>({
    address: () => service.deskStreamAddress(heard.seq),
    onOpen: () => {
      connected.value = true
      everConnected.value = true
    },
    onClose: (code) => {
      connected.value = false
      if (NO_MORE.includes(code)) {
        session.forget()
      }
    },
    onEvent: take,
    poll: () => {
      void beat()
      refresh()
    },
    pollEvery: () => 15_000,
  })

  function take(event: DeskEvent) {
    const [next, outcome] = hear(heard, event)
    heard = next
    if (outcome.kind === 'begin' || outcome.kind === 'resumed') {
      refresh()
    } else if (outcome.kind === 'news') {
      if (event.at) {
        ahead.value = clockAhead(ahead.value, event.at, Date.now())
      }
      happened(event)
    }
  }

  function happened(event: DeskEvent) {
    if (event.type === 'PRESENCE') {
      void beat()
    } else if (event.type === 'MESSAGE' && event.message && event.contactId === joined.value?.contactId) {
      messages.value = merged(messages.value, [event.message])
      if (event.message.speaker === 'ENTERPRISE') {
        unread.value += document.hidden ? 1 : 0
        onMessage()
      }
    } else {
      refresh()
    }
  }

  function refresh() {
    clearTimeout(timer)
    timer = setTimeout(() => void reload(), SETTLE_MILLIS)
  }

  async function reload(): Promise<void> {
    try {
      invitations.value = (await service.loadInvitations()).items
      const mine = invitations.value.find((one) => one.mine && one.state === 'JOINED')
      show(mine ? await service.loadInvitation(mine.id) : null)
      loaded.value = true
      problem.value = null
    } catch (error) {
      problem.value = failed(error)
    }
  }

  function show(invitation: ReceivedInvitation | null) {
    if (invitation?.id !== joined.value?.id) {
      messages.value = []
      drafts.value = []
    }
    joined.value = invitation
    messages.value = merged(messages.value, invitation?.briefing?.transcript ?? [])
  }

  function failed(error: unknown): ShownProblem {
    const problemShown = shown(error)
    if (problemShown.status === 401) {
      session.forget()
    }
    return problemShown
  }

  async function run(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed()
    } catch (error) {
      onRefused(failed(error))
    }
    await reload()
  }

  function say(text: string) {
    if (joined.value) {
      drafts.value.push({ invitation: joined.value.id, clientMessageId: uuid(), text, at: new Date().toISOString() })
      void flush()
    }
  }

  let flushing = false
  async function flush(): Promise<void> {
    if (flushing) {
      return
    }
    flushing = true
    try {
      for (let draft = drafts.value.find((one) => !one.failed); draft; draft = drafts.value.find((one) => !one.failed)) {
        await deliver(draft)
      }
    } finally {
      flushing = false
    }
  }

  async function deliver(draft: Said): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const message = await service.sayAsSpecialist(draft.invitation, { text: draft.text, clientMessageId: draft.clientMessageId })
        if (isStillIn(draft)) {
          messages.value = merged(messages.value, [message])
        }
        break
      } catch (error) {
        const passing = error instanceof UnreachableError || (error instanceof ProblemError && error.passing)
        if (!passing || attempt + 1 >= TRIES || closed) {
          const problemShown = failed(error)
          draft.failed = problemShown.text
          if (!isStillIn(draft)) {
            onRefused(problemShown)
          }
          return
        }
        await new Promise((resolve) => setTimeout(resolve, backoff(attempt)))
      }
    }
    drafts.value = drafts.value.filter((one) => one.clientMessageId !== draft.clientMessageId)
  }

  const isStillIn = (draft: Said) => joined.value?.id === draft.invitation

  function again(draft: Draft) {
    draft.failed = undefined
    void flush()
  }

  async function changePresence(state: PresenceState): Promise<void> {
    try {
      presence.value = await service.changePresence(state)
    } catch (error) {
      onRefused(failed(error))
    }
  }

  async function beat(): Promise<void> {
    try {
      presence.value = await service.heartbeat()
    } catch (error) {
      failed(error)
    }
  }

  function onVisible() {
    if (!document.hidden) {
      unread.value = 0
      void beat()
      if (!stream.isOpen()) {
        stream.renew()
      }
    }
  }

  const onNetwork = () => stream.renew()
  window.addEventListener('online', onNetwork)
  document.addEventListener('visibilitychange', onVisible)
  useHeartbeat(() => void beat())
  void service.loadPresence().then((now) => (presence.value = now), failed)
  stream.start()

  onScopeDispose(() => {
    closed = true
    clearTimeout(timer)
    stream.stop()
    window.removeEventListener('online', onNetwork)
    document.removeEventListener('visibilitychange', onVisible)
  })

  return {
    invitations,
    ringing,
    joined,
    messages,
    drafts,
    presence,
    connected,
    everConnected,
    loaded,
    problem,
    ahead,
    unread,
    refresh,
    accept: (one: ReceivedInvitation) => run(() => service.acceptInvitation(one.id)),
    decline: (one: ReceivedInvitation) => run(() => service.declineInvitation(one.id)),
    leave: () => run(() => (joined.value ? service.leaveInvitation(joined.value.id) : Promise.resolve())),
    say,
    again,
    changePresence,
  }
}
