import type { XmlNode } from '../xml/node.ts'
import { attributeOf, textOf } from './node-access.ts'

/** `Штрихкод`, in either spelling (2.03 writes `ШтрихКод`), filled ones only. */
export function barcodesOf(node: XmlNode): readonly string[] {
  const texts = node.children.filter(({ name }) => name === 'Штрихкод' || name === 'ШтрихКод').map(textOf)
  return [...texts, attributeOf(node, 'Штрихкод')].filter((text) => text !== '')
}
