import { describe, expect, it } from 'vitest'
import { outboxIn, type Outgoing } from './outbox'
import { keepIn } from './storage'

function browserStorage(): Storage {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) } as unknown as Storage
}

const NOW = Date.parse('2026-11-20T10:00:00Z')
const message = (clientMessageId: string, conversation = 'c1'): Outgoing => ({ conversation, clientMessageId, text: clientMessageId, at: '2026-11-20T09:59:00Z' })
const ids = (items: Outgoing[]) => items.map((item) => item.clientMessageId)

describe('the outbox', () => {
  it('keeps its messages through a reload, in order, until they are struck out', () => {
    const storage = browserStorage()
    const before = outboxIn(keepIn(() => storage), () => NOW)
    before.add(message('a'))
    before.add(message('b'))
    const after = outboxIn(keepIn(() => storage), () => NOW)
    expect(ids(after.of('c1'))).toEqual(['a', 'b'])
    after.strike('a')
    expect(ids(before.of('c1'))).toEqual(['b'])
  })

  it('holds a message once however often it is put in', () => {
    const outbox = outboxIn(keepIn(browserStorage), () => NOW)
    outbox.add(message('a'))
    outbox.add(message('a'))
    expect(ids(outbox.all())).toEqual(['a'])
  })

  it('sees what another tab has put in or struck out meanwhile', () => {
    const storage = browserStorage()
    const one = outboxIn(keepIn(() => storage), () => NOW)
    const other = outboxIn(keepIn(() => storage), () => NOW)
    one.add(message('a'))
    other.add(message('b'))
    one.strike('a')
    expect(ids(one.all())).toEqual(['b'])
    expect(ids(other.all())).toEqual(['b'])
  })

  it('gives a conversation its own messages and those written before there was one', () => {
    const outbox = outboxIn(keepIn(browserStorage), () => NOW)
    outbox.add(message('early', ''))
    outbox.add(message('mine'))
    outbox.add(message('other', 'c2'))
    expect(ids(outbox.of('c1'))).toEqual(['early', 'mine'])
    outbox.readdress('', 'c1')
    outbox.forget('c1')
    expect(ids(outbox.all())).toEqual(['other'])
  })

  it('moves undelivered messages to the conversation that takes the place of a lost one, under the same id', () => {
    const outbox = outboxIn(keepIn(browserStorage), () => NOW)
    outbox.add(message('a', 'lost'))
    outbox.readdress('lost', 'new')
    expect(outbox.of('new')).toEqual([{ ...message('a'), conversation: 'new' }])
  })

  it('marks what the service refused and sends it again only when asked', () => {
    const outbox = outboxIn(keepIn(browserStorage), () => NOW)
    outbox.add(message('a'))
    outbox.refuse('a', '内容含有无法保存的字符')
    expect(outbox.all()[0]?.refused).toBe('内容含有无法保存的字符')
    outbox.revive('a')
    expect(outbox.all()[0]?.refused).toBeUndefined()
  })

  it('forgets what has waited for more than a day', () => {
    let now = NOW
    const outbox = outboxIn(keepIn(browserStorage), () => now)
    outbox.add(message('a'))
    now += 25 * 60 * 60 * 1000
    expect(outbox.all()).toEqual([])
  })

  it('works in memory where the browser forbids storage, and survives spoilt contents', () => {
    const forbidden = outboxIn(
      keepIn(() => {
        throw new Error('SecurityError')
      }),
      () => NOW,
    )
    forbidden.add(message('a'))
    expect(ids(forbidden.all())).toEqual(['a'])

    const storage = browserStorage()
    storage.setItem('yiqilai.chat.outbox', '{"not":')
    expect(outboxIn(keepIn(() => storage), () => NOW).all()).toEqual([])
  })
})
