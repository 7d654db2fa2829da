import type { EntryQuestion } from '@/api/types'
import type { Line } from '@/composables/transcript'

const PAUSE = 10 * 60 * 1000

/** A line as the page shows it. */
export type ShownLine = Line & {
  own: boolean
  /** Whether the time stands above it: the first, and after a pause. */
  time: boolean
  /** The enterprise's last words before it. */
  about: string
}

/** The greeting is shown in the welcome card, and not again as the first message. */
export function shownLines(lines: readonly Line[], greeting: string): ShownLine[] {
  const first = lines[0]
  const greeted = first?.kind === 'said' && first.message.speaker === 'ASSISTANT' && first.message.text.trim() === greeting.trim()
  const shown: ShownLine[] = []
  let about = ''
  let before = 0
  for (const line of greeted ? lines.slice(1) : lines) {
    const own = line.kind === 'outgoing' || line.message.speaker === 'ENTERPRISE'
    const at = Date.parse(line.at)
    shown.push({ ...line, own, time: at - before > PAUSE, about })
    before = at
    if (own) {
      about = line.kind === 'outgoing' ? line.item.text : line.message.text
    }
  }
  return shown
}

/** The options on offer: those of the last message, if it asks which one is meant. */
function offered(lines: readonly Line[]): readonly EntryQuestion[] {
  const last = lines[lines.length - 1]
  return last?.kind === 'said' && last.message.decision === 'CLARIFY' ? (last.message.options ?? []) : []
}

/** `2` as the reply to a numbered choice means its second option. */
export function optionByNumber(lines: readonly Line[], text: string): EntryQuestion | null {
  const number = text.normalize('NFKC').trim()
  return /^[1-9]$/.test(number) ? (offered(lines)[Number(number) - 1] ?? null) : null
}

/** Entry ids of the options that the enterprise has chosen: what it said next was an option's question. */
export function pickedOptions(lines: readonly Line[]): string[] {
  const picked: string[] = []
  let options: readonly EntryQuestion[] = []
  for (const line of lines) {
    const said = line.kind === 'outgoing' ? line.item.text : line.message.speaker === 'ENTERPRISE' ? line.message.text : null
    const option = options.find(({ question }) => question === said)
    if (option) {
      picked.push(option.entryId)
    }
    if (line.kind === 'said' && line.message.decision === 'CLARIFY') {
      options = line.message.options ?? []
    }
  }
  return picked
}
