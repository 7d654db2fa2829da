import { describe, expect, it } from 'vitest'
import { countCodePoints, linkify, tidy, webAddress } from './text'

describe('the length of a text', () => {
  it('counts code points, not halves of them', () => {
    expect(countCodePoints('增值税')).toBe(3)
    expect(countCodePoints('😀𠮷a')).toBe(3)
    expect(countCodePoints('')).toBe(0)
  })
})

describe('a text on its way out', () => {
  it('loses blanks round it and keeps its line breaks', () => expect(tidy('  一\r\n二\r三 ')).toBe('一\n二\n三'))
  it('holds no lone half of a character and no NUL', () => expect(tidy('a\uD800b\uDC00c\0d😀')).toBe('a\uFFFDb\uFFFDcd😀'))
})

describe('links', () => {
  it('are made of web addresses, without the punctuation after them', () => {
    expect(linkify('见 https://www.yancheng.gov.cn/a?b=1。另见http://x.cn/(a).')).toEqual([
      { text: '见 ', href: null },
      { text: 'https://www.yancheng.gov.cn/a?b=1', href: 'https://www.yancheng.gov.cn/a?b=1' },
      { text: '。另见', href: null },
      { text: 'http://x.cn/(a', href: 'http://x.cn/(a' },
      { text: ').', href: null },
    ])
  })
  it('are made of nothing else', () => {
    expect(linkify('<b>粗</b> javascript:alert(1) data:text/html,x')).toEqual([{ text: '<b>粗</b> javascript:alert(1) data:text/html,x', href: null }])
    expect(['javascript:alert(1)', ' JaVaScRiPt:x', 'data:,x', 'ftp://a', '//a.cn', '/a', 'http://', '', null].map(webAddress)).toEqual(
      Array(9).fill(null),
    )
  })
})
