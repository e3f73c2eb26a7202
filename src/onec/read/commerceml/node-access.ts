import { tidy } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'

/** Attribute of the element, tidied; '' where there is none. */
export function attributeOf(node: XmlNode, name: string): string {
  const value = node.attributes?.get(name)
  return value === undefined ? '' : tidy(value)
}

/** Own text of the element, tidied. */
export function textOf(node: XmlNode): string {
  return tidy(node.text)
}

/** Text of the first child of that name, tidied; '' where there is none. */
export function childText(node: XmlNode, name: string): string {
  const child = childOf(node, name)
  return child === undefined ? '' : tidy(child.text)
}

/** The value of that name as a child or, in the files of 1C 7.7 and of some old handlers, as an attribute (`1c-side.md §2`). */
export function valueIn(node: XmlNode, name: string): string {
  return childText(node, name) || attributeOf(node, name)
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) if (child.name === name) return child
  return undefined
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found: XmlNode[] = []
  if (node !== undefined) for (const child of node.children) if (child.name === name) found.push(child)
  return found
}
