/** What one can do without the mouse; each with Alt, so that it never stands in the way of writing. */
export type Command =
  | 'accept'
  | 'reply'
  | 'knowledge'
  | 'hold'
  | 'transfer'
  | 'hand-back'
  | 'end'
  | 'order'
  | 'next'
  | 'previous'
  | 'presence'
  | 'mute'
  | 'specialist'
  | 'help'
  | { send: number }
  | { edit: number }
  | { reject: number }

export interface Shortcut {
  /** As it is printed on keys. */
  keys: string
  text: string
}

/** Shortcuts by what one is doing. */
export type Sheet = readonly { title: string; shortcuts: readonly Shortcut[] }[]

/** All that an agent has. */
export const AGENT_SHEET: Sheet = [
  {
    title: '接待',
    shortcuts: [
      { keys: 'Alt+A', text: '接听来电，没有来电时接入排队的第一个' },
      { keys: 'Alt+↓', text: '下一个接待' },
      { keys: 'Alt+↑', text: '上一个接待' },
      { keys: 'Alt+H', text: '请企业稍候 / 恢复' },
      { keys: 'Alt+T', text: '转接' },
      { keys: 'Alt+B', text: '交回智能助手' },
      { keys: 'Alt+Q', text: '结束接待' },
    ],
  },
  {
    title: '答复',
    shortcuts: [
      { keys: 'Alt+R', text: '写答复' },
      { keys: 'Alt+1 … 5', text: '发送第几条推荐' },
      { keys: 'Alt+Shift+1 … 5', text: '把第几条推荐放入输入框修改' },
      { keys: 'Ctrl+Alt+1 … 5', text: '不用第几条推荐' },
      { keys: 'Enter', text: '发送；Shift+Enter 换行' },
      { keys: 'Alt+K', text: '查知识库' },
    ],
  },
  {
    title: '其他',
    shortcuts: [
      { keys: 'Alt+O', text: '登记工单' },
      { keys: 'Alt+S', text: '请政策专员加入' },
      { keys: 'Alt+P', text: '空闲 / 小休' },
      { keys: 'Alt+M', text: '提示音开关' },
      { keys: '? 或 Alt+/', text: '这张表' },
      { keys: 'Esc', text: '关闭对话框' },
    ],
  },
]

/** What a policy specialist has of them. */
export const SPECIALIST_SHEET: Sheet = [
  {
    title: '三方通话',
    shortcuts: [
      { keys: 'Alt+A', text: '加入' },
      { keys: 'Alt+R', text: '写答复' },
      { keys: 'Enter', text: '发送；Shift+Enter 换行' },
    ],
  },
  {
    title: '其他',
    shortcuts: [
      { keys: 'Alt+P', text: '空闲 / 小休' },
      { keys: 'Alt+M', text: '提示音开关' },
      { keys: '? 或 Alt+/', text: '这张表' },
    ],
  },
]

const LETTERS: Readonly<Record<string, Command>> = {
  KeyA: 'accept',
  KeyR: 'reply',
  KeyK: 'knowledge',
  KeyH: 'hold',
  KeyT: 'transfer',
  KeyB: 'hand-back',
  KeyQ: 'end',
  KeyO: 'order',
  KeyP: 'presence',
  KeyM: 'mute',
  KeyS: 'specialist',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Slash: 'help',
}

export type Press = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code' | 'key' | 'isComposing' | 'repeat'>

/**
 * What a key asks for, by its place on the keyboard: with Alt some layouts make other signs of the letters.
 *
 * @param writing the keyboard is in a field
 */
export function commandOf(press: Press, writing: boolean): Command | null {
  if (press.isComposing || press.repeat || press.metaKey) {
    return null
  }
  if (!press.altKey) {
    return press.key === '?' && !writing && !press.ctrlKey ? 'help' : null
  }
  // Not those of the number pad: with Alt they write signs by their number.
  const digit = /^Digit([1-5])$/.exec(press.code)
  if (digit) {
    const number = Number(digit[1])
    return press.ctrlKey ? { reject: number } : press.shiftKey ? { edit: number } : { send: number }
  }
  return press.ctrlKey || press.shiftKey ? null : (LETTERS[press.code] ?? null)
}

/** Whether letters typed now go into something. */
export function isWriting(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null
  return !!element && (element.isContentEditable === true || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName ?? ''))
}
