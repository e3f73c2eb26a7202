import type { Address } from '../../../records/address.ts'
import { compareKey, oneLine } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import { childrenOf, childText, valueIn } from './node-access.ts'

/** An address element: its `Представление` and whatever `АдресноеПоле` parts 1C took it apart into. Null where both are empty. */
export function toAddress(node: XmlNode, use: Address['use']): Address | null {
  const parts = new Map<string, string>()
  for (const field of childrenOf(node, 'АдресноеПоле')) {
    const value = oneLine(valueIn(field, 'Значение'))
    if (value !== '') parts.set(compareKey(valueIn(field, 'Тип')), value)
  }
  const part = (...names: readonly string[]) => names.map((name) => parts.get(name)).find((value) => value !== undefined) ?? ''
  const text = oneLine(childText(node, 'Представление')) || oneLine(node.text)
  if (text === '' && parts.size === 0) return null
  return {
    use,
    text: text || [...parts.values()].join(', '),
    postalCode: part('почтовыйиндекс', 'индекс'),
    country: part('страна'),
    region: part('регион', 'область'),
    district: part('район'),
    city: part('город'),
    settlement: part('населенныйпункт'),
    street: part('улица'),
    house: part('дом'),
    building: part('корпус', 'строение'),
    flat: part('квартира', 'офис'),
  }
}

/** An address that came as one text (an attribute of 1.x). */
export function textAddress(text: string, use: Address['use']): Address | null {
  const line = oneLine(text)
  if (line === '') return null
  const none = {
    postalCode: '',
    country: '',
    region: '',
    district: '',
    city: '',
    settlement: '',
    street: '',
    house: '',
    building: '',
    flat: '',
  }
  return { use, text: line, ...none }
}
