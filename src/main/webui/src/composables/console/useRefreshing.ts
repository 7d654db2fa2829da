import { onBeforeUnmount } from 'vue'

const EVERY_MILLIS = 60_000

/** Looks again each minute, while somebody has the page before him: what came meanwhile shows without being asked for. */
export function useRefreshing(reload: () => unknown): void {
  const timer = setInterval(() => {
    if (!document.hidden) {
      void reload()
    }
  }, EVERY_MILLIS)
  onBeforeUnmount(() => clearInterval(timer))
}
