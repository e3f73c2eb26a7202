import type { Unit, UnitRef } from '../../../records/catalogue.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { childText, textOf, valueIn } from './node-access.ts'

/** `ЕдиницаИзмерения` of a classifier (2.10, 3.1). Codes come padded: `796 ` (`1c-side.md §3.2`). */
export function toUnit(node: XmlNode, context: RecordContext): Unit {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const extra = new ExtraFields()
  extra.addRest(node, known)
  const code = valueIn(node, 'Код')
  const name = valueIn(node, 'НаименованиеКраткое') || textOf(node)
  const id = valueIn(node, 'Ид') || code || name
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  return {
    kind: 'unit',
    id,
    deleted: isDeleted(node),
    extra: extra.done(),
    problems: findings.done(),
    origin: context.origin(node),
    code,
    name,
    fullName: valueIn(node, 'НаименованиеПолное'),
    international: valueIn(node, 'МеждународноеСокращение'),
  }
}

/**
 * The unit of a good, an offer or an order row in any of its shapes: attributes with the short name as text (2.x), the
 * bare code or short name as text (3.1), or child elements (2.09 order rows). Null where nothing is told.
 */
export function toUnitRef(node: XmlNode | undefined): UnitRef | null {
  if (node === undefined) return null
  const text = textOf(node)
  const textIsCode = /^\d{3,4}$/.test(text)
  const code = valueIn(node, 'Код') || childText(node, 'Ид') || (textIsCode ? text : '')
  const fullName = valueIn(node, 'НаименованиеПолное')
  const short = valueIn(node, 'НаименованиеКраткое') || (textIsCode ? '' : text)
  // УТ 11 leaves the text empty and a code of less than three signs out.
  const name = short || (code === '' && fullName === '' ? valueIn(node, 'МеждународноеСокращение') : '')
  return code === '' && name === '' && fullName === '' ? null : { code, name, fullName }
}

/** What a unit says beside itself, such as `Пересчет` into packages. */
export function addUnitRest(extra: ExtraFields, node: XmlNode | undefined): void {
  if (node !== undefined) extra.addRest(node, known, node.name)
}

const known = new Set(
  'Ид Код НаименованиеКраткое НаименованиеПолное МеждународноеСокращение Статус ПометкаУдаления НомерВерсии'.split(' '),
)
