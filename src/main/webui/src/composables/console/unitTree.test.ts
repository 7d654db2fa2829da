import { describe, expect, it } from 'vitest'
import type { Unit } from '@/api/console'
import { matching, treeOf, type UnitNode } from './unitTree'

const unit = (id: string, parent: string | null, more: Partial<Unit> = {}) => ({ id, name: id, parent, aliases: [], keywords: [], duties: null, ...more }) as unknown as Unit
const shape = (nodes: UnitNode[]): unknown[] => nodes.map(({ id, children }) => (children.length ? [id, shape(children)] : id))

describe('the tree of units', () => {
  it('puts each below its parent, and at the top whose parent is unknown', () => {
    expect(shape(treeOf([unit('市平台', null), unit('税务局', '市平台'), unit('税务所', '税务局'), unit('孤', '没有')]))).toEqual([['市平台', [['税务局', ['税务所']]]], '孤'])
  })
  it('does not lose units that stand in a circle', () => {
    expect(treeOf([unit('甲', '乙'), unit('乙', '甲')]).map(({ id }) => id)).toEqual(['甲', '乙'])
  })
  it('is searched by alias too, and shows the way to what was found', () => {
    const tree = treeOf([unit('市平台', null), unit('税务局', '市平台', { aliases: ['国税'] }), unit('人社局', '市平台')])
    expect(shape(matching(tree, '国税'))).toEqual([['市平台', ['税务局']]])
    expect(matching(tree, ' ')).toHaveLength(1)
  })
})
