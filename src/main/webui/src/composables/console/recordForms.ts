import type { ShownProblem } from './problem'
import type { Field, Values } from './orderForms'
import { grades, handoverNews, inquirySources, purposes } from '@/vocabulary'

/** The forms by which supervision is written down. The service alone judges what was filled in; here stands only what is asked. */
export interface RecordForm {
  title: string
  /** What the button says. */
  deed: string
  fields: readonly Field[]
}

const pairs = (words: Readonly<Record<string, string>>) => Object.entries(words)
const yesNo = (yes: string, no: string) => [[true, yes], [false, no]] as const
const drawn = (values: Values) => values.way === 'draw' && values.purpose !== 'SPECIAL_REPORT'

/** How the orders of a programme are chosen: a special report is about orders that somebody names. */
export const makeProgramme: RecordForm = {
  title: '新建督查',
  deed: '建立',
  fields: [
    { name: 'purpose', label: '类型', as: 'radio', required: true, options: pairs(purposes) },
    { name: 'title', label: '名称', as: 'text', required: true, placeholder: '如：3 月办件质效抽查；专报写一类事的主题' },
    { name: 'reason', label: '事由', as: 'area', required: true, placeholder: '为什么看这些工单' },
    { name: 'office', label: '承担或报送单位', as: 'text', placeholder: '如：市政府督查室；不填为本单位' },
    { name: 'dueOn', label: '完成日', as: 'day', required: true },
    { name: 'way', label: '工单', as: 'radio', required: true, options: [['draw', '从办结的工单中随机抽取'], ['named', '逐件指定']], when: (values) => values.purpose !== 'SPECIAL_REPORT' },
    { name: 'draw.from', label: '办结日期，从', as: 'day', required: true, when: drawn },
    { name: 'draw.to', label: '办结日期，到', as: 'day', required: true, when: drawn },
    { name: 'draw.unit', label: '只抽一个单位', as: 'unit', placeholder: '不选为全部单位', when: drawn },
    { name: 'draw.count', label: '抽取件数', as: 'number', required: true, max: 200, when: drawn },
    { name: 'draw.seed', label: '抽取种子', as: 'number', min: 0, max: Number.MAX_SAFE_INTEGER, placeholder: '不填为随机', when: drawn },
    { name: 'everyMonths', label: '每几个月一期', as: 'number', max: 12, placeholder: '不填为一次', when: drawn },
    { name: 'orders', label: '指定的工单', as: 'orders', required: true, when: (values) => !drawn(values) },
  ],
}

export const checkOrder: RecordForm = {
  title: '记录检查',
  deed: '记录',
  fields: [
    { name: 'standard', label: '答复规范', as: 'radio', required: true, options: yesNo('是', '否') },
    { name: 'specific', label: '答复具体', as: 'radio', required: true, options: yesNo('是', '否') },
    { name: 'complete', label: '答复完整', as: 'radio', required: true, options: yesNo('是', '否') },
    { name: 'truthful', label: '答复属实', as: 'radio', required: true, options: yesNo('是', '否') },
    { name: 'enterpriseSaid', label: '回访复核时企业的说法', as: 'area', placeholder: '没有回访的不填' },
    { name: 'finding', label: '检查情况', as: 'area', required: true },
  ],
}

export const callOrder: RecordForm = {
  title: '记录回访',
  deed: '记录',
  fields: [
    { name: 'reached', label: '接通', as: 'radio', required: true, options: yesNo('有人应答', '无人应答') },
    { name: 'grade', label: '评价', as: 'choice', options: [5, 4, 3, 2, 1].map((grade) => [grade, grades[grade] ?? ''] as const), when: (values) => values.reached === true },
    { name: 'remark', label: '企业的说法', as: 'area' },
  ],
}

export const concludeOrder: RecordForm = {
  title: '记录结论',
  deed: '记录',
  fields: [
    { name: 'settled', label: '是否解决', as: 'radio', required: true, options: yesNo('已解决', '未解决') },
    { name: 'finding', label: '发现和去向', as: 'area', required: true, placeholder: '督查发现；专报形成的议题' },
  ],
}

export const makeHandover: RecordForm = {
  title: '移交线索',
  deed: '移交',
  fields: [
    { name: 'office', label: '移交给', as: 'text', required: true, placeholder: '如：市委大督查办、纪检监察机关、组织人事部门' },
    { name: 'unit', label: '涉及单位', as: 'unit', placeholder: '不专指某个单位的不选' },
    { name: 'matter', label: '事由', as: 'area', required: true },
    { name: 'materials', label: '所附材料', as: 'lines', required: true, placeholder: '一行一件' },
    { name: 'orders', label: '所涉工单', as: 'orders', required: true },
  ],
}

/** The receipt comes first, and what that office decided after it. */
export const tellHandover = (received: boolean): RecordForm => ({
  title: received ? '记录处理' : '记录签收',
  deed: '记录',
  fields: [
    { name: 'kind', label: received ? '处理方式' : '事项', as: 'radio', required: true, options: pairs(handoverNews).filter(([kind]) => (kind === 'RECEIVED') !== received) },
    { name: 'on', label: '日期', as: 'day', required: true },
    { name: 'toldBy', label: received ? '告知人' : '签收人', as: 'text', required: true },
    { name: 'remark', label: '文号或依据', as: 'area' },
  ],
})

export const makeInquiry: RecordForm = {
  title: '登记监督',
  deed: '登记',
  fields: [
    { name: 'source', label: '来源', as: 'choice', required: true, options: pairs(inquirySources) },
    { name: 'sender', label: '提出者', as: 'text', required: true, placeholder: '如：某某报、市人大某委' },
    { name: 'subject', label: '内容', as: 'area', required: true },
    { name: 'unit', label: '回应单位', as: 'unit', required: true },
    { name: 'order', label: '所涉工单', as: 'order', placeholder: '不专指某张工单的不选' },
    { name: 'dueOn', label: '回应期限', as: 'day', required: true },
  ],
}

export const answerInquiry: RecordForm = {
  title: '回应',
  deed: '回应',
  fields: [{ name: 'text', label: '回应内容', as: 'area', required: true }],
}

/** The fields that are asked for as things stand. */
export const askedOf = (form: RecordForm, values: Values): Field[] => form.fields.filter(({ when }) => !when || when(values))

/** Steers a form and is not sent. */
const STEERING = new Set(['way'])

/** What is sent: what was filled in; `draw.from` becomes a field of a part, which is sent also when it is empty, and lines a list. */
export function recordOf(form: RecordForm, values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of askedOf(form, values)) {
    const value = contentOf(field, values[field.name])
    const [part, inner] = field.name.split('.')
    if (part && inner) {
      body[part] ??= {}
    }
    if (value !== undefined && !STEERING.has(field.name)) {
      put(body, field.name.split('.'), value)
    }
  }
  return body
}

function contentOf(field: Field, value: Values[string]): unknown {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return undefined
  }
  if (typeof value !== 'string') {
    return value
  }
  const text = value.trim()
  return text === '' ? undefined : field.as === 'lines' ? linesIn(text) : text
}

/** One a line, without those that hold nothing. */
export function linesIn(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean)
}

function put(body: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) {
    return
  }
  if (rest.length === 0) {
    body[first] = value
    return
  }
  const part = (body[first] ?? {}) as Record<string, unknown>
  body[first] = part
  put(part, rest, value)
}

/** What the service says of a field, or of one of its items, which it counts from 0. */
export function saidOf(problem: Pick<ShownProblem, 'fields'> | null, name: string): string | undefined {
  const fields = problem?.fields ?? {}
  const ofItems = Object.entries(fields)
    .filter(([field]) => new RegExp(`^${name.replaceAll('.', '\\.')}\\.\\d+$`).test(field))
    .map(([field, message]) => `第 ${Number(field.slice(name.length + 1)) + 1} 项：${message}`)
  return [fields[name], ...ofItems].filter(Boolean).join(' ') || undefined
}

/** Every field that the service named and that has its place in the form, so that it is not said twice. */
export function placedIn(problem: Pick<ShownProblem, 'fields'> | null, names: readonly string[]): string[] {
  return Object.keys(problem?.fields ?? {}).filter((field) => names.includes(field) || names.includes(field.replace(/\.\d+$/, '')))
}
