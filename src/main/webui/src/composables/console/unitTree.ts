import type { Unit } from '@/api/console'

export interface UnitNode {
  id: string
  label: string
  unit: Unit
  children: UnitNode[]
}

/**
 * Units below those to which they belong; one whose parent is not there stands at the top, and so does whoever would make a
 * circle.
 */
export function treeOf(units: readonly Unit[]): UnitNode[] {
  const nodes = new Map(units.map((unit) => [unit.id, { id: unit.id, label: unit.name, unit, children: [] as UnitNode[] }]))
  const roots: UnitNode[] = []
  for (const node of nodes.values()) {
    const parent = node.unit.parent ? nodes.get(node.unit.parent) : undefined
    if (parent && !isAbove(node, parent, nodes)) {
      parent.children.push(node)
    } else {
      roots.push(node)
    }
  }
  return roots
}

/** Whether `node` is met on the way up from `from`. */
function isAbove(node: UnitNode, from: UnitNode, nodes: ReadonlyMap<string, UnitNode>): boolean {
  const seen = new Set<string>()
  for (let at: UnitNode | undefined = from; at && !seen.has(at.id); at = at.unit.parent ? nodes.get(at.unit.parent) : undefined) {
    if (at === node) {
      return true
    }
    seen.add(at.id)
  }
  return false
}

/** The whole way down to every unit that the words fit, by name, alias, duty or keyword. */
export function matching(nodes: readonly UnitNode[], text: string): UnitNode[] {
  const wanted = text.trim()
  if (!wanted) {
    return [...nodes]
  }
  return nodes.flatMap((node) => {
    const children = matching(node.children, wanted)
    const { name, aliases, keywords, duties } = node.unit
    const fits = [name, ...aliases, ...keywords, duties ?? ''].some((field) => field.includes(wanted))
    return fits || children.length ? [{ ...node, children }] : []
  })
}
