import { splitVariantId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import { attributeOf, childText } from './node-access.ts'

/** The id of a good or an offer as the file has it, `GUID#GUID` with a variant; '' where both halves are empty references. */
export function goodsId(node: XmlNode): string {
  const id =
    childText(node, 'Ид') ||
    attributeOf(node, 'Идентификатор') ||
    attributeOf(node, 'ИдентификаторВКаталоге') ||
    attributeOf(node, 'Ид')
  const { productId, variantId } = splitVariantId(id)
  return productId === '' && variantId === '' ? '' : id
}
