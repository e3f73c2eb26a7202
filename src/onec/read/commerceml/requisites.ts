import type { Requisite } from '../../../records/order.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import { attributeOf, childrenOf, valueIn } from './node-access.ts'

/** `ЗначенияРеквизитов` as pairs, several values of one name as several pairs. Names keep the spelling of the file. */
export function requisitesOf(list: XmlNode | undefined): readonly Requisite[] {
  return childrenOf(list, 'ЗначениеРеквизита').flatMap((item) => {
    const name = valueIn(item, 'Наименование')
    const values = childrenOf(item, 'Значение')
    return values.length === 0
      ? [{ name, value: attributeOf(item, 'Значение') }]
      : values.map((value) => ({ name, value: value.text.trim() }))
  })
}

/**
 * Value of a requisite, found as 1C itself compares names: without case and spaces («Дата Оплаты», «ДатаОплаты»,
 * `1c-side.md §4`). '' where there is none.
 */
export function requisite(list: readonly Requisite[], ...names: readonly string[]): string {
  for (const name of names) {
    const key = requisiteKey(name)
    const found = list.find((item) => item.value !== '' && requisiteKey(item.name) === key)
    if (found !== undefined) return found.value
  }
  return ''
}

/** What spellings of one name have in common. Every good names the same few requisites, so they are remembered. */
export function requisiteKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = compareKey(name)
  if (keys.size < keyLimit) keys.set(name, key)
  return key
}

const keys = new Map<string, string>()
const keyLimit = 1000
