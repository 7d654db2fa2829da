import { ref } from 'vue'
import { call, ProblemError, type Call } from '@/api/http'
import { shown, type ShownProblem } from './problem'
import { useSession } from './useSession'

/**
 * Sends what a form holds. The same content keeps its key until the service has said yes or no, so that pressing again after
 * a lost answer does nothing twice.
 */
export function useSending() {
  const sending = ref(false)
  const problem = ref<ShownProblem | null>(null)
  let key = ''
  let keyed = ''

  /** @returns null when it was refused or did not arrive; {@link problem} says why */
  async function send<T>(path: string, body: unknown, options: Pick<Call, 'method' | 'form'> = {}): Promise<T | null> {
    if (sending.value) {
      return null
    }
    const content = `${path} ${JSON.stringify(body)}`
    if (content !== keyed) {
      key = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random().toString(36).slice(2)}`
      keyed = content
    }
    sending.value = true
    problem.value = null
    try {
      const answer = await call<T>(path, { method: 'POST', body, idempotencyKey: key, ...options })
      keyed = ''
      return answer
    } catch (error) {
      problem.value = shown(error)
      if (error instanceof ProblemError && !error.passing) {
        keyed = ''
      }
      if (problem.value.status === 401) {
        useSession().forget()
      }
      return null
    } finally {
      sending.value = false
    }
  }

  return { sending, problem, send, clear: () => (problem.value = null) }
}
