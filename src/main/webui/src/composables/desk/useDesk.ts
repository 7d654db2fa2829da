import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue'
import * as service from '@/api/desk'
import type { Contact, ContactMessage, ContactPacket, Desk, DeskEvent, Presence, PresenceState, Suggestion } from '@/api/desk'
import { ProblemError, UnreachableError } from '@/api/http'
import { shown, type ShownProblem } from '../console/problem'
import { useSession } from '../console/useSession'
import { backoff } from '../backoff'
import { uuid } from '../storage'
import { streamOf } from '../stream'
import { tidy } from '../text'
import { clockAhead } from './countdown'
import { hasGap, inserted, merged, replaced, sendableText, type Draft } from './conversation'
import { hear, NOTHING_HEARD } from './deskFeed'
import { useHeartbeat } from './useHeartbeat'

/** The service closes so when nobody is logged in any more, and when the account may not listen. */
const NO_MORE = [4401, 4403]
const TYPING_SHOWN_MILLIS = 4_000
const TYPING_SAID_EVERY_MILLIS = 2_500
const SETTLE_MILLIS = 120
const TRIES = 4
const MEANT_AGAIN_MILLIS = 3_000

/** One conversation as an agent has it before him; kept while he looks at another. */
export interface Talk {
  id: string
  packet: ContactPacket | null
  messages: ContactMessage[]
  suggestions: Suggestion[]
  /** Since when these stand in this order. */
  suggestedAt: number
  drafts: (Draft & { after: number })[]
  /** When a suggestion was last sent as it is, by `seq/entry`. */
  sent: Record<string, number>
  /** By `seq/entry`. */
  rejected: string[]
  /** What is being written, and the suggestion it began as. */
  text: string
  made: Suggestion | null
  unread: number
  typingUntil: number
  problem: ShownProblem | null
}

/** The workplace of one agent: who waits, who is his, what is said, and whether he is there. Kept up by the stream. */
export function useDesk(onMessage: () => void) {
  const session = useSession()
  const waiting = shallowRef<Contact[]>([])
  const waitingTotal = ref(0)
  const ringing = shallowRef<Contact[]>([])
  const own = shallowRef<Contact[]>([])
  const toNote = shallowRef<Contact[]>([])
  const unserved = shallowRef<Contact[]>([])
  const unservedTotal = ref(0)
  const desks = shallowRef<Desk[]>([])
  /** As my colleagues know me; empty until the desks are known, or when I work at none. */
  const myId = computed(() => desks.value.flatMap((desk) => desk.agents).find((agent) => agent.username === session.me.value?.username)?.id ?? '')
  const presence = ref<Presence | null>(null)
  /** The service took us for gone although we never left. */
  const droppedOut = ref(false)
  const selected = ref<string | null>(null)
  const talks = reactive(new Map<string, Talk>())
  const connected = ref(false)
  const everConnected = ref(false)
  const loaded = ref(false)
  const problem = ref<ShownProblem | null>(null)
  const ahead = ref<number | null>(null)

  let heard = NOTHING_HEARD
  let wanted: PresenceState | null = null
  let refreshTimer: ReturnType<typeof setTimeout> | undefined
  let refreshing = false
  let refreshAgain = false
  let saidTyping = 0
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
    onTyping: (event) => typed(event.contactId),
    poll: () => {
      void beat()
      void lookUp()
    },
    pollEvery: () => 15_000,
  })

  /** What the stream would have told, where there is none. */
  async function lookUp(): Promise<void> {
    await reload()
    if (problem.value === null) {
      talks.forEach((talk) => void load(talk))
    }
  }

  function take(event: DeskEvent) {
    const [next, outcome] = hear(heard, event)
    heard = next
    switch (outcome.kind) {
      case 'begin':
        refresh()
        talks.forEach((talk) => void load(talk))
        return
      case 'resumed':
        refresh()
        return
      case 'news':
        if (event.at) {
          ahead.value = clockAhead(ahead.value, event.at, Date.now())
        }
        happened(event)
        return
      case 'old':
      case 'passing':
        return
    }
  }

  function happened(event: DeskEvent) {
    if (event.type === 'PRESENCE') {
      if (event.agentId === myId.value) {
        void beat()
      }
      return
    }
    const talk = event.contactId ? talks.get(event.contactId) : undefined
    if (event.type === 'MESSAGE') {
      if (talk && event.message) {
        said(talk, event.message)
      }
      return
    }
    refresh()
    if (talk) {
      void load(talk)
    }
  }

  function said(talk: Talk, message: ContactMessage) {
    const gap = hasGap(talk.messages, message)
    talk.messages = merged(talk.messages, [message])
    if (gap) {
      void load(talk)
    }
    if (message.speaker !== 'ENTERPRISE') {
      return
    }
    talk.typingUntil = 0
    void suggest(talk, message.seq)
    if (isMine(talk.id)) {
      if (talk.id !== selected.value || document.hidden) {
        talk.unread++
      }
      onMessage()
    }
  }

  function typed(contactId: string | null | undefined) {
    const talk = contactId ? talks.get(contactId) : undefined
    if (talk) {
      talk.typingUntil = Date.now() + TYPING_SHOWN_MILLIS
    }
  }

  /** Several things that happen at once are looked up once. */
  function refresh() {
    clearTimeout(refreshTimer)
    refreshTimer = setTimeout(() => void reload(), SETTLE_MILLIS)
  }

  async function reload(): Promise<void> {
    if (refreshing) {
      refreshAgain = true
      return
    }
    refreshing = true
    try {
      const [queue, mineWaiting, mine, missed, over] = await Promise.all([
        service.loadContacts('WAITING'),
        service.loadContacts('WAITING', { mine: true }),
        service.loadContacts('OPEN', { mine: true }),
        service.loadContacts('UNSERVED'),
        service.loadContacts('OVER', { mine: true, size: 20 }),
      ])
      waiting.value = queue.items
      waitingTotal.value = queue.total
      ringing.value = mineWaiting.items.filter((one) => one.state === 'RINGING')
      own.value = mine.items
      unserved.value = missed.items
      unservedTotal.value = missed.total
      toNote.value = over.items.filter((one) => one.state === 'ENDED' && !one.note)
      loaded.value = true
      problem.value = null
      keepUp()
    } catch (error) {
      failed(error)
    } finally {
      refreshing = false
      if (refreshAgain && !closed) {
        refreshAgain = false
        void reload()
      }
    }
  }

  /** A talk for each contact of one's own, and none for those that are over, not looked at and without a word left unsaid. */
  function keepUp() {
    const wantedIds = new Set([...own.value, ...toNote.value].map((one) => one.id))
    own.value.forEach((one) => open(one.id))
    for (const id of [...talks.keys()]) {
      const talk = talks.get(id)!
      if (!wantedIds.has(id) && id !== selected.value && talk.text === '' && talk.drafts.length === 0) {
        talks.delete(id)
      }
    }
    if (selected.value === null && own.value[0]) {
      select(own.value[0].id)
    }
  }

  function open(id: string): Talk {
    let talk = talks.get(id)
    if (!talk) {
      talks.set(id, { id, packet: null, messages: [], suggestions: [], suggestedAt: 0, drafts: [], sent: {}, rejected: [], text: '', made: null, unread: 0, typingUntil: 0, problem: null })
      talk = talks.get(id)!
      void load(talk)
    }
    return talk
  }

  async function load(talk: Talk): Promise<void> {
    try {
      const packet = await service.loadPacket(talk.id)
      talk.packet = packet
      talk.messages = merged(talk.messages, packet.transcript)
      offer(talk, packet.suggestions)
      talk.problem = null
    } catch (error) {
      talk.problem = failed(error)
    }
  }

  function offer(talk: Talk, suggestions: Suggestion[]) {
    if (replaced(talk.suggestions, suggestions)) {
      talk.suggestedAt = Date.now()
    }
    talk.suggestions = suggestions
  }

  async function suggest(talk: Talk, seq: number): Promise<void> {
    try {
      const { items } = await service.loadSuggestions(talk.id, seq)
      // A later message may have been answered first.
      if (items.length > 0 && seq >= (talk.suggestions[0]?.seq ?? 0)) {
        offer(talk, items)
      }
    } catch (error) {
      failed(error)
    }
  }

  function select(id: string | null) {
    selected.value = id
    if (id) {
      open(id).unread = 0
    }
  }

  function isMine(id: string) {
    return own.value.some((one) => one.id === id)
  }

  /** @returns how it is shown; a session that is over leads to the login */
  function failed(error: unknown): ShownProblem {
    const problemShown = shown(error)
    if (problemShown.status === 401) {
      session.forget()
    }
    if (error instanceof UnreachableError && everConnected.value) {
      connected.value = stream.isOpen()
    }
    problem.value = problemShown
    return problemShown
  }

  /** Says to the enterprise what was written, or a suggestion as it is. */
  function say(talk: Talk, text: string, suggestion: Suggestion | null) {
    const words = tidy(text)
    if (words === '') {
      return
    }
    talk.drafts.push({
      clientMessageId: uuid(),
      text: words,
      at: new Date().toISOString(),
      after: talk.messages[talk.messages.length - 1]?.seq ?? 0,
      ...(suggestion ? { suggestion: { seq: suggestion.seq, entryId: suggestion.entryId } } : {}),
    })
    void flush(talk)
  }

  /** Once, also when somebody clicks twice; again only when it is meant. */
  function sendAsItIs(talk: Talk, suggestion: Suggestion) {
    const name = `${suggestion.seq}/${suggestion.entryId}`
    const now = Date.now()
    if (now - (talk.sent[name] ?? 0) >= MEANT_AGAIN_MILLIS) {
      talk.sent[name] = now
      say(talk, sendableText(suggestion), suggestion)
    }
  }

  /** What stands in the box; what it began as goes along, so that the editing is known. */
  function sayWritten(talk: Talk) {
    say(talk, talk.text, talk.made)
    talk.text = ''
    talk.made = null
  }

  function edit(talk: Talk, suggestion: Suggestion) {
    talk.text = inserted(talk.text, talk.made, sendableText(suggestion))
    talk.made = suggestion
  }

  function dropSuggestion(talk: Talk) {
    talk.made = null
  }

  async function reject(talk: Talk, suggestion: Suggestion, reason: string, onRefused: (problem: ShownProblem) => void): Promise<void> {
    const name = `${suggestion.seq}/${suggestion.entryId}`
    talk.rejected.push(name)
    try {
      await service.rejectSuggestion(talk.id, { seq: suggestion.seq, entryId: suggestion.entryId, reason: reason || null })
    } catch (error) {
      talk.rejected = talk.rejected.filter((one) => one !== name)
      onRefused(failed(error))
    }
  }

  const flushing = new Set<string>()
  /** One after another, so that they arrive as they were said. What fails for good stays, with the reason. */
  async function flush(talk: Talk): Promise<void> {
    if (flushing.has(talk.id)) {
      return
    }
    flushing.add(talk.id)
    try {
      for (let draft = next(talk); draft; draft = next(talk)) {
        await deliver(talk, draft)
      }
    } finally {
      flushing.delete(talk.id)
    }
  }

  const next = (talk: Talk) => talk.drafts.find((draft) => draft.failed === undefined)

  async function deliver(talk: Talk, draft: Talk['drafts'][number]): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const message = await service.sayAsAgent(talk.id, { text: draft.text, clientMessageId: draft.clientMessageId, suggestion: draft.suggestion })
        talk.messages = merged(talk.messages, [message])
        talk.drafts = talk.drafts.filter((one) => one.clientMessageId !== draft.clientMessageId)
        return
      } catch (error) {
        const passing = error instanceof UnreachableError || (error instanceof ProblemError && error.passing)
        if (!passing || attempt + 1 >= TRIES || closed) {
          draft.failed = shown(error).text
          if (!passing) {
            refresh()
          }
          return
        }
        await new Promise((resolve) => setTimeout(resolve, backoff(attempt)))
      }
    }
  }

  function again(talk: Talk, draft: Draft) {
    const found = talk.drafts.find((one) => one.clientMessageId === draft.clientMessageId)
    if (found) {
      found.failed = undefined
      void flush(talk)
    }
  }

  function discard(talk: Talk, draft: Draft) {
    talk.drafts = talk.drafts.filter((one) => one.clientMessageId !== draft.clientMessageId)
    talk.text = inserted(draft.text, null, talk.text).trim()
  }

  /** What is written stays with the talk; the enterprise sees that somebody is writing. */
  function write(talk: Talk, text: string) {
    talk.text = text
    const now = Date.now()
    if (now - saidTyping > TYPING_SAID_EVERY_MILLIS) {
      saidTyping = now
      stream.send(`typing ${talk.id}`)
    }
  }

  /** Runs a deed on a contact and shows what came of it. @returns whether it was done */
  async function act(deed: () => Promise<Contact>, onRefused: (problem: ShownProblem) => void): Promise<Contact | null> {
    try {
      const contact = await deed()
      await reload()
      const talk = talks.get(contact.id)
      if (talk) {
        await load(talk)
      }
      return contact
    } catch (error) {
      onRefused(failed(error))
      refresh()
      return null
    }
  }

  async function changePresence(state: PresenceState, onRefused: (problem: ShownProblem) => void): Promise<void> {
    try {
      presence.value = await service.changePresence(state)
      wanted = presence.value.state
      droppedOut.value = false
      refresh()
    } catch (error) {
      onRefused(failed(error))
    }
  }

  /** A sign of life; the answer says what the service takes us for. */
  async function beat(): Promise<void> {
    try {
      const now = await service.heartbeat()
      droppedOut.value = now.state === 'OFFLINE' && wanted !== null && wanted !== 'OFFLINE'
      presence.value = now
      if (now.state !== 'OFFLINE') {
        wanted = now.state
      }
    } catch (error) {
      failed(error)
    }
  }

  async function begin(): Promise<void> {
    try {
      presence.value = await service.loadPresence()
      wanted = presence.value.state
      desks.value = (await service.loadDesks()).items
    } catch (error) {
      failed(error)
    }
  }

  async function reloadDesks(): Promise<void> {
    try {
      desks.value = (await service.loadDesks()).items
    } catch (error) {
      failed(error)
    }
  }

  function onNetwork() {
    connected.value = connected.value && navigator.onLine !== false
    if (navigator.onLine !== false) {
      stream.renew()
      void beat()
    }
  }

  function onVisible() {
    if (!document.hidden) {
      if (selected.value) {
        open(selected.value).unread = 0
      }
      void beat()
      if (!stream.isOpen()) {
        stream.renew()
      }
    }
  }

  window.addEventListener('online', onNetwork)
  window.addEventListener('offline', onNetwork)
  document.addEventListener('visibilitychange', onVisible)
  useHeartbeat(() => void beat())
  void begin()
  stream.start()

  onScopeDispose(() => {
    closed = true
    stream.stop()
    clearTimeout(refreshTimer)
    window.removeEventListener('online', onNetwork)
    window.removeEventListener('offline', onNetwork)
    document.removeEventListener('visibilitychange', onVisible)
  })

  return {
    sendAsItIs,
    myId,
    waiting,
    waitingTotal,
    ringing,
    own,
    toNote,
    unserved,
    unservedTotal,
    desks,
    presence,
    droppedOut,
    selected,
    talk: computed(() => (selected.value ? (talks.get(selected.value) ?? null) : null)),
    talks,
    connected,
    everConnected,
    loaded,
    problem,
    ahead,
    unread: computed(() => [...talks.values()].reduce((sum, talk) => sum + talk.unread, 0)),
    isMine,
    select,
    open,
    load,
    again,
    discard,
    write,
    sayWritten,
    edit,
    dropSuggestion,
    reject,
    act,
    changePresence,
    refresh,
    reloadDesks,
    renew: () => {
      stream.renew()
      void beat()
    },
  }
}

export type DeskStore = ReturnType<typeof useDesk>
