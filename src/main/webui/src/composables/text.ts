/** Limits are counted in code points, as the service counts: an emoji or a rare hanzi is one. */
export function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) {
    void _
    count++
  }
  return count
}

/** What is sent: no blanks round it, one kind of line break, no lone halves of a character. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .split('\0')
    .join('')
    .trim()
}

/** Enter also ends the composition of a Chinese word: `isComposing`, or key code 229 where the event comes after the end (Safari). */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

export type Piece = { text: string; href: string | null }

const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi
const TAIL = /[.,;:!?'")\]]+$/

/** Cuts a text at its web addresses, so that they can be shown as links and all the rest as text. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, '')
    const href = webAddress(address)
    if (href === null) {
      continue
    }
    if (match.index > from) {
      pieces.push({ text: text.slice(from, match.index), href: null })
    }
    pieces.push({ text: address, href })
    from = match.index + address.length
  }
  if (from < text.length) {
    pieces.push({ text: text.slice(from), href: null })
  }
  return pieces
}

/** The address if it is http or https; null for everything else, `javascript:` above all. */
export function webAddress(address: string | null | undefined): string | null {
  if (!address || !/^https?:\/\//i.test(address.trim())) {
    return null
  }
  try {
    const { protocol, href } = new URL(address.trim())
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}
