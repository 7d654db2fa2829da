import { onBeforeUnmount, ref, type Ref } from 'vue'

/** The time, moving on every few seconds as long as the component lives. */
export function useNow(everyMillis = 10_000): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMillis)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
