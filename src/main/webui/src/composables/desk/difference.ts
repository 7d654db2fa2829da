/** What was edited in a text: between what both have in common before and behind it. `position` counts code points. */
export interface Difference {
  position: number
  removed: string
  inserted: string
}

/** As the service keeps it for the editors; null when nothing was changed. */
export function differenceOf(before: string, after: string): Difference | null {
  if (before === after) {
    return null
  }
  const old = [...before]
  const now = [...after]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) {
    head++
  }
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) {
    tail++
  }
  return { position: head, removed: old.slice(head, old.length - tail).join(''), inserted: now.slice(head, now.length - tail).join('') }
}

/** What sending a text made from a suggestion will be kept as, in words. */
export function labelOf(suggested: string, text: string): string {
  const difference = differenceOf(suggested, text)
  if (!difference) {
    return '原样采纳'
  }
  const removed = [...difference.removed].length
  const inserted = [...difference.inserted].length
  const parts = [removed ? `删 ${removed} 字` : '', inserted ? `加 ${inserted} 字` : ''].filter(Boolean)
  return `已修改：${parts.join('，')}`
}
