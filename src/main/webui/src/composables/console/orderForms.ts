import type { Schemas, WorkOrder } from '@/api/console'
import {
  declineGrounds,
  disposals,
  flags,
  grades,
  jointCauses,
  kinds,
  ratingChannels,
  scopes,
  signingLevels,
  supervisionMeasures,
  supervisionTriggers,
} from '@/vocabulary'

/** What can be done to an order, as the last part of its address; the service says in `actions` what it would accept now. */
export const operations = {
  amend: '更正登记',
  'raise-doubt': '上报疑问',
  decline: '不予受理',
  'online-answer': '在线解答',
  'start-three-way': '开始三方通话',
  'end-three-way': '结束三方通话',
  form: '形成工单',
  dispatch: '派单',
  sign: '签收',
  contact: '记录首次联系',
  'request-return': '申请退回',
  'decide-return': '审核退回',
  'request-extension': '申请延期',
  'decide-extension': '审核延期',
  'convene-joint': '召集会办',
  'conclude-joint': '会办结论',
  'propose-reply': '拟写答复',
  'approve-reply': '审签答复',
  'review-reply': '认定答复',
  'tell-result': '反馈结果',
  'record-callback': '记录回访',
  rectify: '提交整改',
  supervise: '督办',
  remind: '催办',
  'set-flag': '加标记',
  'clear-flag': '去标记',
  'demand-opinion': '要求书面意见',
  'write-opinion': '出具书面意见',
  archive: '归档',
} as const

export type OperationName = keyof typeof operations

/** Those that move an order on stand first and are drawn as the main ones. */
export const mainOperations: readonly OperationName[] = [
  'dispatch',
  'sign',
  'contact',
  'propose-reply',
  'approve-reply',
  'review-reply',
  'decide-return',
  'decide-extension',
  'conclude-joint',
  'end-three-way',
  'record-callback',
  'rectify',
  'write-opinion',
  'archive',
]

export function isOperation(name: string): name is OperationName {
  return name in operations
}

/** What is offered of an order: what the service would accept, without what there is nothing to do with. */
export function offeredOperations(order: Pick<WorkOrder, 'actions' | 'flags'>): OperationName[] {
  return (order.actions ?? []).filter(isOperation).filter((name) => name !== 'clear-flag' || order.flags.length > 0)
}

type Value = string | number | boolean | string[] | null | undefined
export type Values = Record<string, Value>

interface Common {
  name: string
  label: string
  required?: boolean
  placeholder?: string
  /** Shown, and sent, only then. */
  when?: (values: Values) => boolean
}

export type Field = Common &
  (
    | { as: 'text' | 'area' | 'unit' | 'units' | 'day' | 'instant' | 'number' | 'lines' }
    /** A box that must be ticked. */
    | { as: 'box' }
    | { as: 'choice' | 'radio'; options: readonly (readonly [string | number | boolean, string])[] }
  )

const pairs = (words: Readonly<Record<string, string>>) => Object.entries(words)
const yesNo = (yes: string, no: string) => [[true, yes], [false, no]] as const
const reason = (label = '原因'): Field => ({ name: 'reason', label, as: 'area', required: true })
const without = (values: Values) => values.approved === false

/** The fields of each form. What differs too much has an editor of its own and no fields here. */
export function fieldsOf(operation: OperationName, order: WorkOrder): readonly Field[] {
  switch (operation) {
    case 'amend':
      return [
        { name: 'kind', label: '诉求类型', as: 'radio', options: pairs(kinds) },
        { name: 'description', label: '诉求内容', as: 'area' },
        ...(order.masked ? [] : ([{ name: 'contact', label: '联系人', as: 'text' }, { name: 'phone', label: '联系电话', as: 'text' }] as const)),
        { name: 'region', label: '所属地区', as: 'text' },
        { name: 'scope', label: '受理依据', as: 'choice', options: pairs(scopes) },
        { name: 'filingCode', label: '归口编码', as: 'text' },
        { name: 'window', label: '登记窗口', as: 'text' },
        { name: 'reason', label: '更正原因', as: 'text' },
      ]
    case 'raise-doubt':
      return [{ name: 'question', label: '疑问', as: 'area', required: true, placeholder: '哪里无法认定是否受理' }]
    case 'decline':
      return [
        { name: 'ground', label: '依据', as: 'choice', required: true, options: pairs(declineGrounds) },
        { name: 'explanation', label: '解释引导', as: 'area', required: true, placeholder: '向企业作了怎样的解释引导' },
      ]
    case 'online-answer':
      return [
        { name: 'entries', label: '引用的知识条目', as: 'lines', required: true, placeholder: '条目编号，一行一个' },
        { name: 'text', label: '答复', as: 'area' },
      ]
    case 'start-three-way':
      return [
        { name: 'unit', label: '单位', as: 'unit', required: true },
        { name: 'specialist', label: '政策专员', as: 'text', required: true },
        { name: 'lookedUp', label: '已查询', as: 'area', required: true, placeholder: '先在知识库查了什么' },
        { name: 'item', label: '清单事项', as: 'text' },
      ]
    case 'end-three-way':
      return [
        { name: 'answered', label: '结果', as: 'radio', required: true, options: yesNo('专员已解答', '未能解答，形成工单') },
        { name: 'text', label: '内容', as: 'area', required: true, placeholder: '解答内容，或仍待解决的问题' },
      ]
    case 'form':
      return [{ name: 'disposal', label: '处置方式', as: 'choice', options: pairs(disposals) }]
    case 'dispatch':
      return [
        { name: 'unit', label: '承办单位', as: 'unit', required: true },
        { name: 'coUnits', label: '协办单位', as: 'units' },
        { name: 'disposal', label: '处置方式', as: 'choice', options: pairs(disposals) },
        { name: 'reason', label: '说明', as: 'area' },
      ]
    case 'sign':
      return [{ name: 'signer', label: '承办人', as: 'text', placeholder: '不填为本账号' }]
    case 'contact':
      return [
        { name: 'toldProcedure', label: '已告知办理程序', as: 'box', required: true },
        { name: 'toldLimit', label: '已告知办理期限', as: 'box', required: true },
        { name: 'by', label: '联系人员', as: 'text', placeholder: '不填为本账号' },
        { name: 'note', label: '联系情况', as: 'area' },
      ]
    case 'request-return':
      return [
        { name: 'ground', label: '退回依据', as: 'area', required: true, placeholder: '法律法规、三定方案等' },
        { name: 'advice', label: '办理建议', as: 'area', required: true, placeholder: '建议由哪个单位办理' },
      ]
    case 'decide-return':
      return [
        { name: 'approved', label: '认定', as: 'radio', required: true, options: yesNo('同意退回，另派', '不同意，继续办理') },
        { ...reason('说明'), required: false },
      ]
    case 'request-extension':
      return [
        { name: 'by', label: '延期方式', as: 'radio', required: true, options: [['days', '按工作日'], ['until', '至某日']] },
        { name: 'workingDays', label: '工作日数', as: 'number', required: true, when: (values) => values.by !== 'until' },
        { name: 'until', label: '延至', as: 'day', required: true, when: (values) => values.by === 'until' },
        reason(),
        { name: 'told', label: '告知企业的情况', as: 'area' },
      ]
    case 'decide-extension':
      return [
        { name: 'approved', label: '认定', as: 'radio', required: true, options: yesNo('批准', '不批准') },
        { name: 'leader', label: '决定的领导', as: 'text' },
        { ...reason('说明'), required: false },
      ]
    case 'convene-joint':
      return [
        { name: 'cause', label: '情形', as: 'radio', required: true, options: pairs(jointCauses) },
        { name: 'units', label: '参加单位', as: 'units', required: true },
        { name: 'convener', label: '召集单位', as: 'unit', placeholder: '不填为本单位' },
        reason(),
      ]
    case 'conclude-joint':
      return [
        { name: 'lead', label: '牵头单位', as: 'unit', required: true },
        { name: 'signer', label: '牵头单位承办人', as: 'text', required: true },
        { name: 'coUnits', label: '协办单位', as: 'units' },
        { name: 'minutes', label: '协调纪要', as: 'area', required: true },
        { name: 'finishBy', label: '约定完成日', as: 'day' },
      ]
    case 'approve-reply':
      return [
        { name: 'level', label: '签批层级', as: 'radio', required: true, options: pairs(signingLevels) },
        { name: 'name', label: '签字领导', as: 'text', required: true },
        { name: 'position', label: '职务', as: 'text' },
        { name: 'signedAt', label: '签字时间', as: 'instant', placeholder: '不填为现在' },
      ]
    case 'tell-result':
      return [{ name: 'how', label: '反馈情况', as: 'area', required: true, placeholder: '以什么方式、向谁、说了什么' }]
    case 'record-callback':
      return [
        { name: 'channel', label: '渠道', as: 'radio', required: true, options: pairs(ratingChannels) },
        { name: 'reached', label: '接通', as: 'radio', options: yesNo('有人应答', '无人应答') },
        { name: 'grade', label: '评价', as: 'choice', options: [5, 4, 3, 2, 1].map((grade) => [grade, grades[grade] ?? ''] as const), when: (values) => values.reached !== false },
        { ...reason('企业的说法'), required: false },
      ]
    case 'rectify':
      return [
        { name: 'findings', label: '核实情况', as: 'area', required: true },
        { name: 'measures', label: '整改措施', as: 'area', required: true },
        { name: 'by', label: '整改人员', as: 'text', placeholder: '不填为本账号' },
      ]
    case 'supervise':
      return [
        { name: 'trigger', label: '情形', as: 'choice', required: true, options: pairs(supervisionTriggers) },
        { name: 'measure', label: '方式', as: 'choice', options: pairs(supervisionMeasures) },
        { name: 'office', label: '督办部门', as: 'text' },
        reason(),
      ]
    case 'set-flag':
      return [{ name: 'flag', label: '标记', as: 'choice', required: true, options: pairs(flags).filter(([flag]) => !has(order, flag)) }, reason()]
    case 'clear-flag':
      return [{ name: 'flag', label: '标记', as: 'choice', required: true, options: pairs(flags).filter(([flag]) => has(order, flag)) }, reason()]
    case 'remind':
    case 'demand-opinion':
      return [reason()]
    case 'write-opinion':
      return [{ name: 'text', label: '书面办理意见', as: 'area', required: true }]
    case 'archive':
      return [{ name: 'reason', label: '说明', as: 'area', required: order.ratings.length === 0, placeholder: order.ratings.length === 0 ? '企业没有评价，须说明原因' : '' }]
    case 'propose-reply':
    case 'review-reply':
      return []
  }
}

function has(order: WorkOrder, flag: string): boolean {
  return order.flags.includes(flag as Schemas['WorkOrderFlag'])
}

/** What stands in a form at first. */
export function startOf(operation: OperationName, order: WorkOrder): Values {
  switch (operation) {
    case 'amend':
      return { kind: order.kind, description: order.description, contact: order.contact, phone: order.phone, region: order.region, scope: order.scope, filingCode: order.filingCode, window: order.window }
    case 'form':
    case 'dispatch':
      return { disposal: 'WORK_ORDER' }
    case 'request-extension':
      return { by: 'days', workingDays: 2 }
    case 'convene-joint':
      return { cause: 'ACROSS_UNITS' }
    case 'conclude-joint':
      return { lead: order.task?.unit.id }
    case 'approve-reply':
      return { level: order.signer ?? 'DEPUTY' }
    case 'record-callback':
      return { channel: order.state === 'HUMAN_CALLBACK' ? 'HUMAN' : 'SMS', reached: true }
    case 'supervise':
      return { measure: 'SUPERVISION_ORDER', trigger: order.overdue ? 'OVERDUE' : undefined }
    default:
      return {}
  }
}

const isBlank = (value: Value) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'string' && value.trim() === '')

/** The fields that are asked for as things stand. */
export function askedFields(operation: OperationName, order: WorkOrder, values: Values): Field[] {
  return fieldsOf(operation, order).filter(({ when }) => !when || when(values))
}

/** What is missing, before the service is asked; it has the last word. */
export function missing(operation: OperationName, order: WorkOrder, values: Values): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of askedFields(operation, order, values)) {
    const needed = field.required || (field.name === 'reason' && without(values))
    if (needed && (field.as === 'box' ? values[field.name] !== true : isBlank(values[field.name]))) {
      errors[field.name] = field.as === 'box' ? '两项都告知才算联系。' : `请填写${field.label}。`
    }
  }
  return errors
}

/** What is sent: what was filled in, without what only steers the form, and of a correction only what it corrects. */
export function bodyOf(operation: OperationName, order: WorkOrder, values: Values): Record<string, unknown> {
  const start = operation === 'amend' ? startOf(operation, order) : {}
  const body: Record<string, unknown> = { version: order.version }
  for (const field of askedFields(operation, order, values)) {
    const value = values[field.name]
    const steers = operation === 'request-extension' && field.name === 'by'
    if (!steers && !isBlank(value) && (operation !== 'amend' || value !== start[field.name])) {
      body[field.name] = field.as === 'lines' ? linesOf(String(value)) : typeof value === 'string' ? value.trim() : value
    }
  }
  return body
}

function linesOf(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter(Boolean)
}
