import type { Message } from '@/api/types'
import { backoff } from './backoff'

export interface StreamEvent {
  seq: number
  type: string
  message?: Message
}

interface StreamOptions<E> {
  /** Asked at every connection, so that each resumes where the last one ended. */
  address: () => string
  onEvent: (event: E) => void
  /** Somebody is writing: without a number, because nobody keeps it. */
  onTyping?: (event: Omit<E, 'seq'>) => void
  onOpen: () => void
  /** @param code why it ended, as the service said; 1006 when the network did it */
  onClose?: (code: number) => void
  /** Called while there is no connection, by and by. */
  poll: () => void
  /** Milliseconds between polls. */
  pollEvery: () => number
  connect?: (address: string) => WebSocket
  random?: () => number
}

const TYPING = 'TYPING'

/** Server events, kept up for as long as the page lives: reconnects with growing pauses, and has the caller poll in between. */
export function streamOf<E extends { seq: number; type: string } = StreamEvent>({
  address, onEvent, onTyping, onOpen, onClose, poll, pollEvery, connect = (url) => new WebSocket(url), random = Math.random,
}: StreamOptions<E>) {
  let socket: WebSocket | null = null
  let attempt = 0
  let wanted = false
  let reconnect: ReturnType<typeof setTimeout> | undefined
  let polling: ReturnType<typeof setTimeout> | undefined

  function open() {
    clearTimeout(reconnect)
    let fresh: WebSocket
    try {
      fresh = connect(address())
    } catch {
      retry()
      return
    }
    socket = fresh
    fresh.onopen = () => {
      if (socket === fresh) {
        attempt = 0
        clearTimeout(polling)
        onOpen()
      }
    }
    fresh.onmessage = ({ data }) => {
      const event = socket === fresh ? parsed<E>(data) : null
      if (event && typeof event.seq === 'number') {
        onEvent(event)
      } else if (event?.type === TYPING) {
        onTyping?.(event)
      }
    }
    fresh.onclose = (closed) => {
      if (socket === fresh) {
        socket = null
        onClose?.(closed?.code ?? 1006)
        retry()
      }
    }
  }

  function retry() {
    if (!wanted) {
      return
    }
    reconnect = setTimeout(open, backoff(attempt++, random))
    schedulePoll()
  }

  function schedulePoll() {
    clearTimeout(polling)
    polling = setTimeout(() => {
      if (wanted && !isOpen()) {
        poll()
        schedulePoll()
      }
    }, pollEvery())
  }

  function isOpen() {
    return socket?.readyState === 1
  }

  function drop() {
    const old = socket
    socket = null
    clearTimeout(reconnect)
    clearTimeout(polling)
    old?.close()
  }

  return {
    isOpen,
    start() {
      drop()
      wanted = true
      attempt = 0
      open()
      schedulePoll()
    },
    /** Lost when there is no connection right now. */
    send(text: string) {
      if (isOpen()) {
        socket?.send(text)
      }
    },
    /** The network changed or the page came back: a socket may look open and be dead. */
    renew() {
      if (wanted) {
        this.start()
      }
    },
    stop() {
      wanted = false
      drop()
    },
  }
}

function parsed<E extends { seq: number; type: string }>(data: unknown): E | null {
  try {
    const event = JSON.parse(String(data)) as E
    return typeof event?.type === 'string' ? event : null
  } catch {
    return null
  }
}

export type Stream = ReturnType<typeof streamOf>
