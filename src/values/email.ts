import { tidy } from './text.ts'

export interface Email {
  readonly text: string
  /** Lower-cased address, or null when it is none. */
  readonly address: string | null
}

/**
 * Every e-mail of a cell, in its order. Names around an address stay in its text; a cell without any address is one entry
 * with `address` null, so that it can be told of.
 */
export function parseEmails(text: string): readonly Email[] {
  if (plainAddress.test(text) && text.length <= 254) return [Object.freeze({ text, address: text })]
  return splitCell(tidy(text)).map((entry) => Object.freeze({ text: entry, address: addressIn(entry) }))
}

/** Words without an `@` stay with the address after them inside one part of the cell, else with the one before. */
function splitCell(cell: string): readonly string[] {
  const entries: string[] = []
  let waiting = ''
  for (const part of cell.split(/(?<=[;,\r\n|\s])|(?=\/\s*[^\s/]+@)/u)) {
    const word = waiting + part
    if (!/[^\s]@|@[^\s]/.test(part)) {
      waiting = word
      continue
    }
    entries.push(word)
    waiting = ''
  }
  if (entries.length === 0) return /[\p{L}\p{N}]/u.test(cell) ? [cell] : []
  entries[entries.length - 1] += waiting
  return entries.map((entry) => entry.replace(/^[\s;,/|]+|[\s;,/|]+$/gu, ''))
}

function addressIn(entry: string): string | null {
  const word = entry.split(/[\s<>()[\]"«»;,]+/u).find((part) => part.includes('@')) ?? ''
  const address = word
    .replace(/^(?:mailto|e-?mail|почта):/iu, '')
    .replace(/\?.*$|\.+$/, '')
    .toLowerCase()
  return isAddress(address) ? address : null
}

/** One address in small Latin letters and nothing else: most cells. */
const plainAddress = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

const asciiLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const anyLocal = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]+|\p{L}{2,})$/u

/**
 * Good enough for a CRM: one `@`, dots in their places, a domain with a top level. Cyrillic letters may stand in Cyrillic
 * domains; beside Latin ones in one label they are a slip of the keyboard (`аdmin@` with a Russian а).
 */
function isAddress(address: string): boolean {
  const [local = '', host = '', ...more] = address.split('@')
  if (more.length > 0 || address.length > 254 || !domain.test(host) || host.split('.').some(mixesScripts)) return false
  return asciiLocal.test(local) || (anyLocal.test(local) && /[а-яё]/.test(host) && !local.split('.').some(mixesScripts))
}

function mixesScripts(label: string): boolean {
  return /[a-z]/.test(label) && /\p{Script=Cyrillic}/u.test(label)
}
