import { afterEach, describe, expect, it, vi } from 'vitest'
import { call } from './http'

describe('what is sent', () => {
  afterEach(() => vi.unstubAllGlobals())

  const headersOf = async (options: Parameters<typeof call>[1]) => {
    const fetching = vi.fn<typeof fetch>(async () => new Response('{}'))
    vi.stubGlobal('fetch', fetching)
    await call('/api/v1/anything', { method: 'POST', ...options })
    return fetching.mock.calls[0]?.[1]?.headers as Record<string, string>
  }

  it('is called JSON when it is', async () => {
    expect((await headersOf({ body: { a: 1 } }))['Content-Type']).toBe('application/json')
    expect(await headersOf({})).not.toHaveProperty('Content-Type')
  })

  it('is left to the browser to name when it is a form, also beside what makes its key', async () => {
    expect(await headersOf({ form: new FormData(), body: { name: 'a.xlsx' }, idempotencyKey: 'k' })).not.toHaveProperty('Content-Type')
  })
})
