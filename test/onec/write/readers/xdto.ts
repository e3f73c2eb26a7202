import { elements, type XmlElement } from './xml.ts'

/**
 * What `ФабрикаXDTO.ПрочитатьXML` makes of an element whose type it does not know: a text, where there is nothing but text; an object,
 * also where there is nothing at all; a list, where its parent has several of that name.
 */
export type Xdto = string | XdtoObject | readonly (string | XdtoObject)[]

export interface XdtoObject {
  readonly element: XmlElement
}

/** 1C raises: `Поле объекта не обнаружено`, and everything since `НачатьТранзакцию` is as it was. */
export class Raised extends Error {}

/** The property, undefined where the object has none of that name: what careful code asks for first. */
export function property(owner: Xdto | undefined, name: string): Xdto | undefined {
  if (owner === undefined || !isObject(owner)) return undefined
  const attribute = owner.element.attributes[name]
  if (attribute !== undefined) return attribute
  const found = elements(owner.element, name).map(xdtoOf)
  return found.length > 1 ? found : found[0]
}

/** The property as careless code takes it, by its name alone. */
export function need(owner: Xdto | undefined, name: string): Xdto {
  const value = property(owner, name)
  if (value === undefined) throw new Raised(`Поле объекта не обнаружено (${name})`)
  return value
}

/** `СвойствоXDTOЗаполнено`: a text that is not empty; '' for everything else. */
export function textOf(value: Xdto | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function listOf(value: Xdto | undefined): readonly (string | XdtoObject)[] {
  if (value === undefined) return []
  return typeof value === 'string' || isObject(value) ? [value] : value
}

export function objectOf(element: XmlElement): XdtoObject {
  return { element }
}

function isObject(value: Xdto): value is XdtoObject {
  return typeof value === 'object' && 'element' in value
}

function xdtoOf(element: XmlElement): string | XdtoObject {
  const bare = element.children.length === 0 && Object.keys(element.attributes).length === 0
  return bare && element.text !== '' ? element.text : { element }
}
