import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Problem, problem } from '../../../problems/problem.ts'
import { compareKey, squeeze } from '../../../values/text.ts'
import { createPlaceCounter, type TextPlace } from '../bytes/text-place.ts'
import { messageNumber, numberNames } from './message-number.ts'
import type { ReadNumber } from './read-confirmation.ts'

/**
 * `<Подтверждение Сообщение="12"/>`, the same with elements, or `ReceivedNo` anywhere, as the messages of EnterpriseData have it. Their
 * `MessageNo` is the number of 1C's own message and confirms nothing.
 */
export function numberInXml(text: string): ReadNumber | Problem {
  // No entities of its own, so that a small file stays small.
  const doctype = text.indexOf('<!DOCTYPE')
  if (doctype >= 0) return problem('xml.doctype', {}, placeOf(text, doctype))
  const document = parse(text)
  if ('code' in document) return document
  const told = toldIn(document.parsed)
  const numbers = told.map(messageNumber)
  const bad = told.find((_each, place) => numbers[place] === null)
  if (bad !== undefined) return problem('confirmation.bad-number', { value: bad }, placeOf(text, text.indexOf(bad)))
  if (told.length > 0) return { message: Math.max(...numbers.filter((number) => number !== null)) }
  return problem('confirmation.no-number', { found: squeeze(text).slice(0, 60) }, placeOf(text, text.indexOf('<')))
}

function parse(text: string): { readonly parsed: unknown } | Problem {
  const xml = text.trimStart()
  const valid = XMLValidator.validate(xml)
  if (valid !== true) {
    const { msg, line, col } = valid.err
    return problem('xml.not-well-formed', { detail: msg }, { line: line + linesBefore(text), column: col })
  }
  try {
    return { parsed: parser.parse(xml) }
  } catch (error) {
    // What the validator lets pass and the parser does not: a hundred levels, an element by the name of `constructor`.
    return problem('xml.not-well-formed', { detail: error instanceof Error ? error.message : String(error) }, { line: 1 })
  }
}

const attribute = '@'
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: attribute,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
})

function toldIn(document: unknown): readonly string[] {
  const received = find(document, 'receivedno')
  if (received.length > 0) return received
  const roots = children(document).filter(([name]) => rootNames.has(compareKey(name)))
  return roots.flatMap(([, root]) => {
    const within = children(root).filter(([name]) => numberNames.has(compareKey(name.replace(attribute, ''))))
    return within.length > 0 ? within.flatMap(([, value]) => textsOf(value)) : textsOf(root)
  })
}

const rootNames: ReadonlySet<string> = new Set(['подтверждение', 'confirmation'])

function find(node: unknown, wanted: string): readonly string[] {
  return children(node).flatMap(([name, value]) => (compareKey(name) === wanted ? textsOf(value) : find(value, wanted)))
}

/** Elements and attributes with their names; those of one name one by one. */
function children(node: unknown): readonly (readonly [string, unknown])[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each: unknown) => [name, each] as const) : [[name, value] as const],
  )
}

/** The text of an element or an attribute; none where it is empty. */
function textsOf(value: unknown): readonly string[] {
  const text: unknown = typeof value === 'object' && value !== null && '#text' in value ? value['#text'] : value
  return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : []
}

function linesBefore(text: string): number {
  return placeOf(text, text.length - text.trimStart().length).line - 1
}

function placeOf(text: string, at: number): TextPlace {
  const counter = createPlaceCounter()
  counter.add(text.slice(0, Math.max(0, at)))
  return counter.place()
}
