import { ProblemError, UnreachableError } from '@/api/http'

/** A refusal as a page shows it. */
export interface ShownProblem {
  text: string
  /** What is wrong with which field; a field without a place in the form is shown with the text. */
  fields: Readonly<Record<string, string>>
  status: number | null
  /** What is there now, when somebody else was first. */
  current?: unknown
}

export function shown(error: unknown): ShownProblem {
  if (!(error instanceof ProblemError)) {
    if (!(error instanceof UnreachableError)) {
      // Nobody refused and nothing was cut off: the page itself is broken, and whoever looks into it shall see where.
      reportError(error)
      return { text: '页面出错，请刷新后重试。', fields: {}, status: null }
    }
    return { text: '连不上服务，请检查网络后重试。', fields: {}, status: null }
  }
  const fields: Record<string, string> = {}
  for (const { field, message } of error.errors) {
    fields[field] = fields[field] ? `${fields[field]} ${message}` : message
  }
  return { text: error.detail, fields, status: error.status, current: error.current }
}

/** What is left to say beside the text, of fields that have no place in a form. */
export function restOf(problem: ShownProblem, placed: readonly string[]): string[] {
  return Object.entries(problem.fields)
    .filter(([field]) => !placed.includes(field))
    .map(([field, message]) => (field ? `${field}：${message}` : message))
}
