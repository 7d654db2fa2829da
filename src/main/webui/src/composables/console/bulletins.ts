import type { Schemas } from '@/api/console'
import { linesIn } from './recordForms'

/** What a supervisor writes to a published evaluation. */
export interface BulletinDraft {
  period: string
  audience: Schemas['BulletinAudience']
  title: string
  advice: { unit: string | undefined; text: string }[]
  /** One a line. */
  cases: string
  problems: string
  opinions: string
}

/** What is sent: a row of advice that nobody filled in is left out, and everybody is told without advice to a unit. */
export function bulletinOf(draft: BulletinDraft): Record<string, unknown> {
  const body: Record<string, unknown> = {
    period: draft.period,
    audience: draft.audience,
    title: draft.title.trim(),
    cases: linesIn(draft.cases),
    problems: linesIn(draft.problems),
    opinions: linesIn(draft.opinions),
  }
  if (draft.audience === 'UNITS') {
    body.advice = filled(draft).map(({ unit, text }) => ({ unit: unit ?? '', text: text.trim() }))
  }
  return body
}

const filled = ({ advice }: BulletinDraft) => advice.filter(({ unit, text }) => unit || text.trim())

/** What the service says of each row of advice; it counts only those that were sent. */
export function adviceProblems(draft: BulletinDraft, fields: Readonly<Record<string, string>>): { unit?: string; text?: string }[] {
  const sent = filled(draft)
  return draft.advice.map((row) => {
    const index = sent.indexOf(row)
    return index < 0 ? {} : { unit: fields[`advice.${index}.unit`], text: fields[`advice.${index}.text`] }
  })
}

