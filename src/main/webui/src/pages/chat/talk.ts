import type { ClarifyOption } from '@/api/types'
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
function offered(lines: readonly Line[]): readonly ClarifyOption[] {
  const last = lines[lines.length - 1]
  return last?.kind === 'said' && last.message.decision === 'CLARIFY' ? (last.message.options ?? []) : []
}

/** `2` as the reply to a choice means its second option, and an option's own words mean that option. */
export function optionNamed(lines: readonly Line[], text: string): ClarifyOption | null {
  const said = text.normalize('NFKC').trim()
  const options = offered(lines)
  return /^[1-9]$/.test(said) ? (options[Number(said) - 1] ?? null) : (options.find((option) => nameOf(option) === said) ?? null)
}

/** What stands on the button: the few words by which the option differs from the others. */
export function nameOf(option: ClarifyOption): string {
  return option.label && !isBeginning(option) ? option.label : option.question
}

/** What stands below it: the whole question, unless the button says it already. */
export function detailOf(option: ClarifyOption): string {
  return nameOf(option) === option.question ? '' : option.question
}

/** A label that is the question but for its mark is shown as the question. */
function isBeginning({ label, question }: ClarifyOption): boolean {
  return question.replace(/[？?。！!]+$/, '') === label
}

/** Entry ids of the options that the enterprise has chosen: what it said next was an option's question. */
export function pickedOptions(lines: readonly Line[]): string[] {
  const picked: string[] = []
  let options: readonly ClarifyOption[] = []
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
