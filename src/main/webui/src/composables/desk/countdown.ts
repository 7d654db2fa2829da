/**
 * How much the service's clock is ahead of this machine's, learned from events as they come: the least late of them tells it
 * best. Milliseconds.
 */
export function clockAhead(known: number | null, eventAt: string, receivedAt: number): number | null {
  const at = Date.parse(eventAt)
  if (Number.isNaN(at)) {
    return known
  }
  const ahead = at - receivedAt
  return known === null ? ahead : Math.max(known, ahead)
}

/** Whole seconds until an instant of the service's clock, never below 0; null for none. */
export function secondsUntil(until: string | null | undefined, now: number, ahead: number | null): number | null {
  const at = until ? Date.parse(until) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now - (ahead ?? 0)) / 1000))
}

/** As long as it rings at one person. */
export const RING_SECONDS = 20

/** Seconds that it rings still; what the clock is out by never makes it longer than it can be. */
export function ringLeft(until: string | null | undefined, now: number, ahead: number | null): number {
  return Math.min(RING_SECONDS, secondsUntil(until, now, ahead) ?? 0)
}

/** How long since an instant of the service's clock: `42秒`, `3分05秒`, `1时20分`. */
export function lasting(since: string, now: number, ahead: number | null): string {
  const seconds = Math.max(0, Math.floor((now + (ahead ?? 0) - Date.parse(since)) / 1000))
  if (Number.isNaN(seconds)) {
    return ''
  }
  if (seconds < 60) {
    return `${seconds}秒`
  }
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes}分${String(seconds % 60).padStart(2, '0')}秒` : `${Math.floor(minutes / 60)}时${String(minutes % 60).padStart(2, '0')}分`
}
