import { texts } from '@/messages'
import type { Problem } from './types'

/** The service answered, and the answer is no. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly { field: string; message: string }[],
    readonly retryAfterSeconds: number | null,
    /** What is there now, of a refusal because somebody else was first. */
    readonly current: unknown = undefined,
  ) {
    super(`${status}: ${detail}`)
  }

  /** The conversation is unknown to the service (or its token is): there is no point in asking again. */
  get gone(): boolean {
    return this.status === 404 || this.status === 401
  }

  /** The same request may succeed later without a change. */
  get passing(): boolean {
    return this.status === 408 || this.status === 429 || this.status >= 500
  }
}

/** No answer came, or one that is not the service's: offline, cut off, timed out, a captive portal. */
export class UnreachableError extends Error {}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT'
  token?: string
  body?: unknown
  /** A file with its fields, instead of a body. */
  form?: FormData
  /** Creating operations: the same key creates once. */
  idempotencyKey?: string
  timeoutMillis?: number
}

/** @throws ProblemError | UnreachableError */
export async function call<T>(path: string, { method = 'GET', token, body, form, idempotencyKey, timeoutMillis = 30_000 }: Call = {}): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMillis)
  try {
    const response = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json, application/problem+json',
        // Of a form the browser itself says what it is, with the line between its parts.
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
      cache: 'no-store',
      credentials: 'same-origin',
      signal: abort.signal,
    })
    const text = await response.text()
    if (!response.ok) {
      throw problemOf(response, text)
    }
    return (text === '' ? undefined : JSON.parse(text)) as T
  } catch (error) {
    if (error instanceof ProblemError) {
      throw error
    }
    throw new UnreachableError(String(error))
  } finally {
    clearTimeout(timer)
  }
}

function problemOf(response: Response, text: string): ProblemError {
  let problem: Partial<Problem> & { current?: unknown } = {}
  try {
    problem = JSON.parse(text) as Partial<Problem> & { current?: unknown }
  } catch {
    // A proxy's page: nothing in it is for the person.
  }
  const seconds = Number(response.headers.get('Retry-After'))
  return new ProblemError(
    response.status,
    typeof problem?.detail === 'string' && problem.detail !== '' ? problem.detail : texts.problem.unknown,
    Array.isArray(problem?.errors) ? problem.errors : [],
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    problem?.current,
  )
}
