import type { Schemas } from '@/api/console'
import { flags, kinds, wordOf } from '@/vocabulary'

type LimitLine = Schemas['LimitLine']
type Span = Schemas['RuleSpan']

/** For whom a line is: `咨询、求助 · 联合办理`; all kinds are nobody in particular. */
export function concerns(line: Pick<LimitLine, 'kinds' | 'flags'>): string {
  const all = Object.keys(kinds).length
  const named = line.kinds.length === all ? '全部类型' : line.kinds.map((kind) => wordOf(kinds, kind)).join('、')
  return [named, ...line.flags.map((flag) => wordOf(flags, flag))].join(' · ')
}

/** A number of a unit, or a time of day, as the document words it. */
export function saySpan({ unit, count, time }: Span): string {
  switch (unit) {
    case 'MINUTE':
      return `${count} 分钟`
    case 'HOUR':
      return `${count} 小时`
    case 'WORKING_HOUR':
      return `${count} 工作小时`
    case 'WORKING_DAY':
      return `${count} 个工作日`
    case 'WORKING_DAY_TIME':
      return `工作日 ${time} 前`
  }
}

/** Nothing is written down, and nothing is filled in. */
export function isSilent(line: Pick<LimitLine, 'limit' | 'defers'>): boolean {
  return !line.limit && !line.defers
}

export function sayLimit(line: LimitLine): string {
  if (line.limit) {
    return saySpan(line.limit)
  }
  return line.defers ? '从其规定' : '本地未规定'
}

/** What is said of extending it; empty where nothing is. */
export function sayExtension({ extension }: Pick<LimitLine, 'extension'>): string {
  if (!extension) {
    return ''
  }
  const cap = extension.cap
  const bound = cap ? (cap.measure === 'LENGTH' ? `延期合计不超过 ${cap.workingDays} 个工作日` : `连同延期不超过 ${cap.workingDays} 个工作日`) : '未定延期上限'
  return [extension.text, bound, extension.decidedBy ? `由${extension.decidedBy}决定` : ''].filter(Boolean).join('；')
}

/** Without the file in which a document is kept: `管理办法第十一条(三)`. */
export function citation(source: string | null | undefined): string {
  return (source ?? '').replace(/\S+\.txt\s*/g, '').trim()
}

/** Names of the documents instead of their files: `管理办法第十一条(三)`. */
export function saySource(source: string | null | undefined, documents: Readonly<Record<string, string>>): string {
  if (!source) {
    return ''
  }
  const id = Object.keys(documents).find((file) => source.startsWith(file))
  return id ? `《${(documents[id] ?? '').replaceAll('《', '〈').replaceAll('》', '〉')}》${source.slice(id.length).trim()}` : citation(source)
}

type Standing = Pick<Schemas['Deadline'], 'dueAt' | 'metAt' | 'stoppedAt'>

/** The clocks that have a due time: those that run first, the soonest of them first; what is over comes after, as it was kept. */
export function inOrderOfNeed<T extends Standing>(deadlines: readonly T[]): T[] {
  const over = ({ metAt, stoppedAt }: T) => Number(Boolean(metAt ?? stoppedAt))
  return deadlines
    .filter(({ dueAt }) => dueAt)
    .sort((one, other) => over(one) - over(other) || (over(one) ? 0 : Date.parse(one.dueAt ?? '') - Date.parse(other.dueAt ?? '')))
}
