import { ref } from 'vue'
import { ProblemError } from '@/api/http'
import { texts } from '@/messages'
import { uuid } from './storage'

/** Asking for a person, once however often the button is pressed. */
export function usePersonRequest(send: (idempotencyKey: string) => Promise<void>) {
  const asking = ref(false)
  const error = ref('')
  let key: string | null = null

  /** @return whether the request was taken */
  async function ask(): Promise<boolean> {
    if (asking.value) {
      return false
    }
    asking.value = true
    error.value = ''
    key ??= uuid()
    try {
      await send(key)
      key = null
      return true
    } catch (problem) {
      error.value = `${texts.handoff.failed}：${problem instanceof ProblemError ? problem.detail : texts.problem.unreachable}`
      return false
    } finally {
      asking.value = false
    }
  }

  return { asking, error, ask, reset: () => (error.value = '') }
}
