import { type PersonName, parsePersonName } from '../../../values/person-name.ts'
import type { XmlNode } from '../xml/node.ts'
import { valueIn } from './node-access.ts'

/** The name of a person: in parts where the file has them (in any of its `cards`), else taken apart. Null: no person's name. */
export function personOf(cards: readonly XmlNode[], ...names: readonly string[]): PersonName | null {
  for (const card of cards) {
    const [last, first, middle] = [valueIn(card, 'Фамилия'), valueIn(card, 'Имя'), valueIn(card, 'Отчество')]
    if (last !== '' || first !== '') return { last, first, middle }
  }
  for (const name of names) {
    const parsed = parsePersonName(name)
    if (parsed !== null) return parsed
  }
  return null
}
