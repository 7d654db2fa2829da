import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { shown, type ShownProblem } from './problem'
import { useSession } from './useSession'

export interface Loaded<T> {
  data: Ref<T | null>
  loading: Ref<boolean>
  problem: Ref<ShownProblem | null>
  /** When the shown data arrived. */
  at: Ref<number>
  reload(): Promise<void>
}

/**
 * What a page shows of the service, loaded at once and again whenever a source changes. An answer that was overtaken by a later
 * question is dropped; what was shown stays while the next is on its way.
 */
export function useLoaded<T>(load: () => Promise<T>, sources?: WatchSource[]): Loaded<T> {
  const data = shallowRef<T | null>(null) as Ref<T | null>
  const loading = ref(true)
  const problem = ref<ShownProblem | null>(null)
  const at = ref(Date.now())
  let latest = 0
  onBeforeUnmount(() => latest++)

  async function reload() {
    const asked = ++latest
    loading.value = true
    try {
      const answer = await load()
      if (asked === latest) {
        data.value = answer
        at.value = Date.now()
        problem.value = null
      }
    } catch (error) {
      if (asked === latest) {
        problem.value = shown(error)
        if (problem.value.status === 401) {
          useSession().forget()
        }
      }
    } finally {
      if (asked === latest) {
        loading.value = false
      }
    }
  }

  if (sources) {
    watch(sources, reload)
  }
  void reload()
  return { data, loading, problem, at, reload }
}
