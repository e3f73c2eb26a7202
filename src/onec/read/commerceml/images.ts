import type { Requisite } from '../../../records/order.ts'
import type { XmlNode } from '../xml/node.ts'
import type { ExtraFields } from './extra.ts'
import { childrenOf, textOf } from './node-access.ts'
import { requisiteKey } from './requisites.ts'

/** Pictures of a good, the main one first: `Картинка`, then the requisites `ОписаниеФайла` and `Файл`, which repeat them with a caption. */
export function imagesOf(node: XmlNode, requisites: readonly Requisite[]): readonly string[] {
  const pictures = childrenOf(node, 'Картинка').map(textOf)
  for (const { name, value } of requisites) if (isImageRequisite(name)) pictures.push(value.split('#')[0]!.trim())
  return [...new Set(pictures)].filter((path) => path !== '')
}

/** Captions stand after `#`. */
export function addImageRest(extra: ExtraFields, requisites: readonly Requisite[]): void {
  for (const { name, value } of requisites) if (isImageRequisite(name) && /#\s*\S/.test(value)) extra.add(name, value)
}

export function isImageRequisite(name: string): boolean {
  const key = requisiteKey(name)
  return key === 'описаниефайла' || key === 'файл'
}
