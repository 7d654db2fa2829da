import { ref, watch } from 'vue'
import { ProblemError } from '@/api/http'
import type { Rate } from '@/api/types'
import { texts } from '@/messages'
import { uuid } from './storage'
import { tidy } from './text'

export const LONGEST_COMMENT = 500

/** One of five grades and, if wanted, why. */
export function useRatingForm(send: (rating: Rate, idempotencyKey: string) => Promise<void>) {
  const grade = ref<number | null>(null)
  const comment = ref('')
  const error = ref('')
  const submitting = ref(false)
  const done = ref(false)
  watch(grade, () => (error.value = ''))

  async function submit(): Promise<void> {
    if (submitting.value) {
      return
    }
    if (grade.value === null) {
      error.value = texts.rating.missing
      return
    }
    error.value = ''
    submitting.value = true
    const words = [...tidy(comment.value)].slice(0, LONGEST_COMMENT).join('')
    try {
      await send({ grade: grade.value, ...(words ? { comment: words } : {}) }, uuid())
      done.value = true
    } catch (problem) {
      error.value = problem instanceof ProblemError ? problem.detail : texts.rating.notSaved
    } finally {
      submitting.value = false
    }
  }

  function reset() {
    grade.value = null
    comment.value = ''
    error.value = ''
    done.value = false
  }

  return { grade, comment, error, submitting, done, submit, reset }
}

export type RatingForm = ReturnType<typeof useRatingForm>
