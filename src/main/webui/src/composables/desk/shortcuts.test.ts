import { describe, expect, it } from 'vitest'
import { commandOf, isWriting, type Press } from './shortcuts'

const press = (code: string, more: Partial<Press> = {}): Press => ({
  altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, code, key: '', isComposing: false, repeat: false, ...more,
})

describe('a shortcut', () => {
  it('sends, edits and rejects suggestions by their rank', () => {
    expect(commandOf(press('Digit1'), true)).toEqual({ send: 1 })
    expect(commandOf(press('Numpad3'), true)).toBeNull()
    expect(commandOf(press('Digit2', { shiftKey: true }), true)).toEqual({ edit: 2 })
    expect(commandOf(press('Digit5', { ctrlKey: true }), true)).toEqual({ reject: 5 })
    expect(commandOf(press('Digit6'), true)).toBeNull()
  })

  it('goes by the place of the key, not by the sign that the layout makes of it', () => {
    expect(commandOf(press('KeyA', { key: 'å' }), true)).toBe('accept')
  })

  it('does not disturb writing, nor the choosing of Chinese words, nor a key that is held', () => {
    expect(commandOf(press('KeyA', { altKey: false, key: 'a' }), true)).toBeNull()
    expect(commandOf(press('Digit1', { isComposing: true }), true)).toBeNull()
    expect(commandOf(press('Digit1', { repeat: true }), true)).toBeNull()
    expect(commandOf(press('KeyH', { metaKey: true }), false)).toBeNull()
    expect(commandOf(press('KeyH', { ctrlKey: true }), false)).toBeNull()
  })

  it('shows the sheet at a question mark, unless that is being written', () => {
    expect(commandOf(press('Slash', { altKey: false, shiftKey: true, key: '?' }), false)).toBe('help')
    expect(commandOf(press('Slash', { altKey: false, shiftKey: true, key: '?' }), true)).toBeNull()
    expect(commandOf(press('Slash'), true)).toBe('help')
  })

  it('knows fields by what they are', () => {
    expect(isWriting({ tagName: 'TEXTAREA' } as unknown as EventTarget)).toBe(true)
    expect(isWriting({ tagName: 'DIV', isContentEditable: true } as unknown as EventTarget)).toBe(true)
    expect(isWriting({ tagName: 'BUTTON' } as unknown as EventTarget)).toBe(false)
    expect(isWriting(null)).toBe(false)
  })
})
