import { nextTick, onScopeDispose, ref, watch, type Ref, type ShallowRef } from 'vue'

/** So near to the end a reader counts as being there, in pixels. */
const NEAR = 96
/** Of what came before, so much stays visible above a new message. */
const ABOVE = 16
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the newest in view without taking the page from under a reader: follows until the reader scrolls up, and again when the
 * reader is back at the end or has spoken; shows a long answer from its beginning; otherwise only says that there is something new.
 *
 * @param newest changes with everything that makes the list longer
 * @param restoring while it is true what comes is old, and its end is what is wanted
 */
export function useFollowing(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  newest: Ref<string>,
  ownNewest: Ref<boolean>,
  restoring: Ref<boolean>,
) {
  const behind = ref(false)
  let following = true
  let atEnd = true
  /** Whether the scrolling that is seen is the reader's; ours takes a while when it is smooth. */
  let byHand = false

  const touched = () => (byHand = true)

  function scrolled() {
    const element = scroller.value
    if (!element) {
      return
    }
    atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
    if (byHand) {
      following = atEnd
    }
    if (atEnd) {
      behind.value = false
    }
  }

  function scrollTo(top: number, smooth: boolean) {
    byHand = false
    following = true
    behind.value = false
    scroller.value?.scrollTo({ top, behavior: smooth && !reduced() ? 'smooth' : 'auto' })
  }

  /** The end; while nothing was said, the beginning, where the greeting is. */
  function toEnd(smooth = true) {
    const element = scroller.value
    scrollTo(element?.querySelector('[data-line]') ? element.scrollHeight : 0, smooth)
  }

  /** The end, but not so far that the beginning of what is new is lost, nor the question that it answers. */
  function toNewest() {
    const element = scroller.value
    if (!element) {
      return
    }
    const lines = element.querySelectorAll<HTMLElement>('[data-line]')
    const before = lines[lines.length - 2]
    const from = before && 'own' in before.dataset ? before : lines[lines.length - 1]
    const end = element.scrollHeight - element.clientHeight
    const start = from ? from.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop - ABOVE : end
    scrollTo(Math.min(end, start), true)
  }

  watch([newest, restoring], async ([, old], [, wasOld]) => {
    const follow = following || ownNewest.value
    await nextTick()
    if (old || wasOld) {
      toEnd(false)
    } else if (follow) {
      toNewest()
    } else {
      behind.value = true
    }
  })

  // A keyboard that opens makes the list smaller: its end stays in view.
  const observer = new ResizeObserver(() => {
    if (atEnd) {
      toEnd(false)
    }
  })
  watch(scroller, (element, before) => {
    if (before) {
      observer.unobserve(before)
      before.removeEventListener('scroll', scrolled)
      BY_HAND.forEach((kind) => before.removeEventListener(kind, touched))
    }
    if (element) {
      observer.observe(element)
      element.addEventListener('scroll', scrolled, { passive: true })
      BY_HAND.forEach((kind) => element.addEventListener(kind, touched, { passive: true }))
    }
  })
  onScopeDispose(() => observer.disconnect())

  return { behind, toEnd }
}

function reduced(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
