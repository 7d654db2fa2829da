import { describe, expect, it } from 'vitest'
import { differenceOf, labelOf } from './difference'

describe('the label of a suggestion that was sent', () => {
  it('is none of an edit when nothing was changed', () => {
    expect(differenceOf('免征增值税。', '免征增值税。')).toBeNull()
    expect(labelOf('免征增值税。', '免征增值税。')).toBe('原样采纳')
  })

  it('tells what stands between what both have in common', () => {
    expect(differenceOf('月销售额10万元以下的免征。', '月销售额未超过10万元的免征。')).toEqual({ position: 4, removed: '10万元以下', inserted: '未超过10万元' })
    expect(labelOf('免征增值税。', '您好，免征增值税。')).toBe('已修改：加 3 字')
    expect(labelOf('免征增值税。谢谢', '免征增值税。')).toBe('已修改：删 2 字')
  })

  it('counts a rare hanzi as one, and a repeated sign once', () => {
    expect(differenceOf('𠮷', '𠮷𠮷')).toEqual({ position: 1, removed: '', inserted: '𠮷' })
    expect(differenceOf('aa', 'a')).toEqual({ position: 1, removed: 'a', inserted: '' })
  })
})
