import type { VatRate } from '../../../values/vat.ts'
import { parseVat } from '../../../values/vat.ts'
import type { XmlNode } from '../xml/node.ts'
import type { ExtraFields } from './extra.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'

/** The first rate of `СтавкиНалогов` that can be read. */
export function vatOf(node: XmlNode, findings: Findings): VatRate | null {
  const rates = ratesOf(node)
  const vat = rates.length > 1 ? (rates.find(isReadable) ?? rates[0]) : rates[0]
  return vat === undefined ? null : findings.vat(valueIn(vat, 'Ставка'))
}

/** Further taxes of the good. */
export function addTaxRest(extra: ExtraFields, node: XmlNode): void {
  const rates = ratesOf(node)
  if (rates.length < 2) return
  const taken = rates.find(isReadable)
  for (const rate of rates) {
    if (rate !== taken) extra.add(`СтавкиНалогов.${valueIn(rate, 'Наименование')}`, valueIn(rate, 'Ставка'))
  }
}

function ratesOf(node: XmlNode): readonly XmlNode[] {
  return childrenOf(childOf(node, 'СтавкиНалогов'), 'СтавкаНалога')
}

function isReadable(rate: XmlNode): boolean {
  return parseVat(valueIn(rate, 'Ставка')) !== null
}
