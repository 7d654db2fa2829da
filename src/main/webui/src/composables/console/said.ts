import type { TimelineLine } from '@/api/console'
import {
  checks,
  declineGrounds,
  disposals,
  findings,
  flags,
  grades,
  jointCauses,
  kinds,
  ratingChannels,
  resolutions,
  reviewPoints,
  rungs,
  signingLevels,
  steps,
  supervisionMeasures,
  supervisionTriggers,
  wordOf,
} from '@/vocabulary'
import { moment } from './shanghai'

export interface Said {
  label: string
  text: string
}

/** The names under which a line of the timeline keeps what was written down. */
const LABELS: Readonly<Record<string, string>> = {
  step: '环节',
  rung: '提醒',
  dueAt: '到期',
  ground: '依据',
  advice: '办理建议',
  explanation: '解释引导',
  question: '疑问',
  text: '内容',
  reason: '原因',
  comment: '意见',
  note: '情况',
  how: '反馈',
  minutes: '纪要',
  findings: '核实情况',
  measures: '整改措施',
  by: '经办',
  signer: '承办人',
  signedBy: '承办人',
  caller: '联系人员',
  lead: '牵头单位',
  convener: '召集单位',
  unit: '单位',
  coUnits: '协办单位',
  units: '参加单位',
  finishBy: '约定完成日',
  workingDays: '工作日数',
  until: '延至',
  told: '告知情况',
  leader: '决定的领导',
  name: '姓名',
  position: '职务',
  level: '签批层级',
  finding: '是否属实',
  resolution: '办理结果',
  channel: '渠道',
  grade: '评价',
  reached: '接通',
  flag: '标记',
  kind: '诉求类型',
  disposal: '处置方式',
  trigger: '情形',
  measure: '方式',
  office: '督办部门',
  cause: '情形',
  entries: '知识条目',
  specialist: '政策专员',
  lookedUp: '已查询',
  item: '清单事项',
  answered: '专员解答',
  approved: '认定',
  standard: reviewPoints.standard.word,
  specific: reviewPoints.specific.word,
  complete: reviewPoints.complete.word,
  steps: '步骤',
  responsible: '责任人',
  phone: '联系方式',
  ...checks,
}

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ground: declineGrounds,
  level: signingLevels,
  finding: findings,
  resolution: resolutions,
  channel: ratingChannels,
  grade: Object.fromEntries(Object.entries(grades).map(([grade, word]) => [grade, `${word}（${grade} 级）`])),
  flag: flags,
  kind: kinds,
  disposal: disposals,
  trigger: supervisionTriggers,
  measure: supervisionMeasures,
  cause: jointCauses,
  step: steps,
  rung: rungs,
}

/** What a line says beside its reason, in the order in which it was kept; ids and what repeats the line itself are left out. */
export function saidIn(line: Pick<TimelineLine, 'detail' | 'content' | 'why'>): Said[] {
  const said: Said[] = []
  for (const source of [line.content, line.detail]) {
    collect(source, said)
  }
  return said.filter(({ label, text }, index) => text !== '' && text !== line.why && said.findIndex((other) => other.text === text && (other.label === label || !isAnswer(text))) === index)
}

/** Said of several things, and no repetition. */
const isAnswer = (text: string) => text === '是' || text === '否'

function collect(source: unknown, said: Said[]): void {
  if (!source || typeof source !== 'object') {
    return
  }
  for (const [name, value] of Object.entries(source)) {
    const label = LABELS[name]
    if (name === 'sections' && Array.isArray(value)) {
      said.push(...value.map((section: { heading?: string; text?: string }) => ({ label: String(section.heading ?? ''), text: String(section.text ?? '') })))
    } else if (value && typeof value === 'object' && !Array.isArray(value)) {
      collect(value, said)
    } else if (label) {
      said.push({ label, text: textOf(name, value) })
    }
  }
}

function textOf(name: string, value: unknown): string {
  if (value === null || value === undefined) {
    return ''
  }
  if (Array.isArray(value)) {
    return value.map((one) => (one && typeof one === 'object' ? String((one as { name?: string }).name ?? '') : String(one))).filter(Boolean).join('、')
  }
  if (value === true || value === 'true') {
    return '是'
  }
  if (value === false || value === 'false') {
    return '否'
  }
  if (name === 'dueAt') {
    return moment(String(value))
  }
  const words = WORDS[name]
  return words ? wordOf(words, String(value)) : String(value)
}

/** Who did it, without telling who it was: accounts are known to the service by their ids. */
export function actorName(actor: string): string {
  if (actor === 'system') {
    return '系统'
  }
  return actor.startsWith('conversation:') ? '企业' : '工作人员'
}
