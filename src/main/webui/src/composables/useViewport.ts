import { onScopeDispose, ref } from 'vue'

/** Whether a media query holds, now and from now on. */
export function useMedia(query: string) {
  const list = window.matchMedia(query)
  const holds = ref(list.matches)
  const follow = () => (holds.value = list.matches)
  list.addEventListener('change', follow)
  onScopeDispose(() => list.removeEventListener('change', follow))
  return holds
}

/**
 * Keeps `--page-height` at what is really visible. On iOS the keyboard lies over the page instead of making it smaller, and the
 * box to write in would be under it.
 */
export function useVisibleHeight() {
  const viewport = window.visualViewport
  const fit = () => {
    if (viewport && viewport.scale <= 1.01) {
      document.documentElement.style.setProperty('--page-height', `${Math.round(viewport.height)}px`)
      window.scrollTo(0, 0)
    }
  }
  fit()
  viewport?.addEventListener('resize', fit)
  onScopeDispose(() => viewport?.removeEventListener('resize', fit))
}
