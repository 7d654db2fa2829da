import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff } from './backoff'
import { streamOf, type StreamEvent } from './stream'

class FakeSocket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  constructor(readonly address: string) {}
  opened() {
    this.readyState = 1
    this.onopen?.()
  }
  says(event: unknown) {
    this.onmessage?.({ data: typeof event === 'string' ? event : JSON.stringify(event) })
  }
  close() {
    this.readyState = 3
    this.onclose?.()
  }
}

describe('server events', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function fixture() {
    const sockets: FakeSocket[] = []
    const events: StreamEvent[] = []
    const seen = { cursor: 0, polls: 0 }
    const stream = streamOf({
      address: () => `ws://x/stream?after=${seen.cursor}`,
      onEvent: (event) => {
        events.push(event)
        seen.cursor = event.seq
      },
      onOpen: () => undefined,
      poll: () => void seen.polls++,
      pollEvery: () => 5_000,
      connect: (address) => {
        const socket = new FakeSocket(address)
        sockets.push(socket)
        return socket as unknown as WebSocket
      },
      random: () => 1,
    })
    return { sockets, events, seen, stream }
  }

  it('resume where they ended', () => {
    const { sockets, events, stream } = fixture()
    stream.start()
    sockets[0]!.opened()
    sockets[0]!.says({ seq: 3, type: 'MESSAGE' })
    sockets[0]!.close()
    vi.advanceTimersByTime(1_000)
    expect(sockets.map((socket) => socket.address)).toEqual(['ws://x/stream?after=0', 'ws://x/stream?after=3'])
    expect(events).toHaveLength(1)
  })

  it('are tried again with growing pauses, and polled for meanwhile', () => {
    const { sockets, seen, stream } = fixture()
    stream.start()
    sockets[0]!.close()
    vi.advanceTimersByTime(999)
    expect(sockets).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(sockets).toHaveLength(2)
    sockets[1]!.close()
    vi.advanceTimersByTime(1_999)
    expect(sockets).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(sockets).toHaveLength(3)
    vi.advanceTimersByTime(10_000)
    expect(seen.polls).toBe(2)
  })

  it('are not polled for while they flow', () => {
    const { sockets, seen, stream } = fixture()
    stream.start()
    sockets[0]!.opened()
    vi.advanceTimersByTime(60_000)
    expect(seen.polls).toBe(0)
  })

  it('that make no sense, or come from a socket that was given up, are passed over', () => {
    const { sockets, events, stream } = fixture()
    stream.start()
    sockets[0]!.opened()
    sockets[0]!.says('not json')
    sockets[0]!.says({ type: 'MESSAGE' })
    sockets[0]!.says('null')
    stream.renew()
    sockets[0]!.says({ seq: 1, type: 'MESSAGE' })
    expect(events).toEqual([])
  })

  it('tell that somebody is writing apart from what is kept', () => {
    const typing: string[] = []
    const sockets: FakeSocket[] = []
    const stream = streamOf({
      address: () => 'ws://x/stream',
      onEvent: () => typing.push('event'),
      onTyping: ({ type }) => typing.push(type),
      onOpen: () => undefined,
      poll: () => undefined,
      pollEvery: () => 5_000,
      connect: (address) => {
        const socket = new FakeSocket(address)
        sockets.push(socket)
        return socket as unknown as WebSocket
      },
    })
    stream.start()
    sockets[0]!.opened()
    sockets[0]!.says({ type: 'TYPING' })
    sockets[0]!.says({ type: 'SOMETHING' })
    expect(typing).toEqual(['TYPING'])
    stream.stop()
  })

  it('stop for good when nobody wants them', () => {
    const { sockets, seen, stream } = fixture()
    stream.start()
    stream.stop()
    vi.advanceTimersByTime(120_000)
    expect(sockets).toHaveLength(1)
    expect(seen.polls).toBe(0)
  })
})

describe('the pause before another try', () => {
  it('doubles to a ceiling and is spread over its upper half', () => {
    expect([0, 1, 2, 10].map((attempt) => backoff(attempt, () => 1))).toEqual([1_000, 2_000, 4_000, 30_000])
    expect(backoff(0, () => 0)).toBe(500)
  })
})
