import { computed, ref } from 'vue'
import { keepIn } from './storage'
import { countCodePoints, tidy } from './text'

export const LONGEST = 500
/** From here on the reader is told how much is left. */
const NEAR = 50
const KEY = 'yiqilai.chat.draft'

/** What is being written, kept through a reload of this tab. */
export function useComposer() {
  const keep = keepIn(() => window.sessionStorage)
  const text = ref(keep.read<string>(KEY) ?? '')

  const left = computed(() => LONGEST - countCodePoints(tidy(text.value)))
  const near = computed(() => left.value <= NEAR)
  const sendable = computed(() => left.value >= 0 && left.value < LONGEST)

  function write(next: string) {
    text.value = next
    if (next === '') {
      keep.remove(KEY)
    } else {
      keep.write(KEY, next)
    }
  }

  /** The text to send, once; null while there is nothing to send. */
  function take(): string | null {
    if (!sendable.value) {
      return null
    }
    const taken = tidy(text.value)
    write('')
    return taken
  }

  return { text, left, near, sendable, write, take }
}
