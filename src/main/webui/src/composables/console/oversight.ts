import type { Schemas } from '@/api/console'
import { handoverNews } from '@/vocabulary'
import { wordsOf } from './periods'
import { dayOf } from './shanghai'

type Programme = Schemas['Programme']
type Result = Schemas['ProgrammeResult']

/** How something stands, in a word and a colour. */
export interface Standing {
  word: string
  tone: '' | 'ok' | 'warn' | 'danger' | 'brand'
}

/** A programme is done when something was written down of each of its orders. */
export function standingOf(programme: Pick<Programme, 'orderCount' | 'seenCount' | 'dueOn'>, now: number): Standing {
  if (programme.seenCount >= programme.orderCount) {
    return { word: '已完成', tone: 'ok' }
  }
  if (programme.dueOn < dayOf(now)) {
    return { word: '已逾期', tone: 'danger' }
  }
  return programme.seenCount > 0 ? { word: '进行中', tone: 'brand' } : { word: '未开始', tone: '' }
}

/** Whether the next period is over and nobody has drawn it. */
export function mayRepeat(programme: Pick<Programme, 'nextOn' | 'followedBy'>, now: number): boolean {
  return Boolean(programme.nextOn) && !programme.followedBy && (programme.nextOn ?? '') <= dayOf(now)
}

/** Where the orders of a programme come from. */
export function sourceOf({ draw, orderCount }: Pick<Programme, 'draw' | 'orderCount'>): string {
  return draw ? `${draw.from} 至 ${draw.to} 办结的 ${draw.population} 件中抽取 ${orderCount} 件` : `指定 ${orderCount} 件`
}

/** What was found of one order, in a word and a colour. */
export function resultOf(result: Result): Standing {
  if (result.truthful !== null && result.truthful !== undefined) {
    const poor = [result.standard ? '' : '不规范', result.specific ? '' : '不具体', result.complete ? '' : '不完整', result.truthful ? '' : '不属实'].filter(Boolean)
    return poor.length ? { word: poor.join('、'), tone: 'danger' } : { word: '合格', tone: 'ok' }
  }
  if (result.reached !== null && result.reached !== undefined) {
    return result.reached ? { word: '已接通', tone: 'ok' } : { word: '无人应答', tone: 'warn' }
  }
  return result.settled ? { word: '已解决', tone: 'ok' } : { word: '未解决', tone: 'danger' }
}

/** An inquiry is answered in time, late, or not yet. */
export function answeredOf(inquiry: Pick<Schemas['Inquiry'], 'answers' | 'late'>): Standing {
  if (inquiry.answers.length > 0) {
    return inquiry.late ? { word: '逾期回应', tone: 'warn' } : { word: '已回应', tone: 'ok' }
  }
  return inquiry.late ? { word: '逾期未回应', tone: 'danger' } : { word: '待回应', tone: 'brand' }
}

/** What was told of a handover last. */
export function toldOf({ news }: Pick<Schemas['Handover'], 'news'>): Standing {
  const last = news.at(-1)
  if (!last) {
    return { word: '待签收', tone: 'warn' }
  }
  return last.kind === 'RECEIVED' ? { word: '已签收', tone: 'brand' } : { word: handoverNews[last.kind], tone: 'ok' }
}

/** What a bulletin is called until somebody calls it otherwise. */
export const titleOf = (period: string) => `${wordsOf(period)}企业诉求办理情况通报`
