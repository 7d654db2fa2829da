import { onScopeDispose } from 'vue'

const EVERY_MILLIS = 30_000
const LOCK = 'yiqilai.desk'

/**
 * Calls every thirty seconds, in the background as well: a worker keeps the time, and a lock that is held keeps the browser from
 * freezing the page. Where there is neither, the page's own timer does what the browser lets it.
 */
export function useHeartbeat(beat: () => void): void {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  let letGo: () => void = () => undefined

  function ownTimer() {
    timer ??= setInterval(beat, EVERY_MILLIS)
  }

  try {
    worker = new Worker(new URL('./heartbeat.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = beat
    worker.onerror = ownTimer
  } catch {
    ownTimer()
  }
  // Several pages of one person each hold it: shared.
  void navigator.locks?.request(LOCK, { mode: 'shared' }, () => new Promise<void>((resolve) => (letGo = resolve))).catch(() => undefined)

  onScopeDispose(() => {
    worker?.terminate()
    clearInterval(timer)
    letGo()
  })
}
