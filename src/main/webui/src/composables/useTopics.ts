import { shallowRef } from 'vue'
import { topics } from '@/api/conversations'
import type { Topic } from '@/api/types'

/** Popular topics; none while they are not known, which hinders nobody. */
export function useTopics() {
  const known = shallowRef<Topic[]>([])
  topics().then(
    (fetched) => (known.value = fetched),
    () => undefined,
  )
  return known
}
