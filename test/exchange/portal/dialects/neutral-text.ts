import { isUtf8 } from 'node:buffer'
import type { PortalState } from '../../../../src/bitrix24/sandbox/state.ts'
import { cardsText } from '../../../scenarios/portal/cards-text.ts'
import type { Client } from './client.ts'
import type { Dialect } from './dialect.ts'

/** Text with the words of a test in place of the ids of a dialect. */
export function neutralIds(text: string, clients: readonly Client[], { idOf }: Dialect): string {
  const keys = clients.flatMap(({ key, people }) => [key, ...people.map((person) => person.key)])
  return [...new Set(keys)].reduce((left, key) => left.replaceAll(idOf(key), `{${key}}`), text)
}

/** The cards of a portal, in an order that does not tell when each was made. */
export function neutralCards(state: PortalState, clients: readonly Client[], dialect: Dialect): string {
  const cards = neutralIds(cardsText(state), clients, dialect).trimEnd().split('\n\n')
  const unnumbered = cards.map((card) =>
    card.replace(/^(\S+) \d+:/, '$1').replace(/^ {2}companyIds: .*$/m, (line) => line.replace(/ \[\d+\]/g, '')),
  )
  return unnumbered.sort().join('\n\n') || 'ни одной'
}

/** An answer without what hangs on the bytes of the file and on the form of its ids; how it is written stands before it. */
export function neutralAnswer(bytes: Buffer, encoding: string): string {
  const mark = bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 'BOM, ' : ''
  const ends = bytes.includes('\r\n') ? 'CRLF' : 'LF'
  const name = isUtf8(bytes) ? 'utf-8' : encoding
  const text = new TextDecoder(name, { fatal: true }).decode(bytes)
  const steady = text
    .replace(/\b[0-9a-f]{64}\b/g, '{хеш файла}')
    .replace(/\b[0-9a-f]{16}\b/g, '{хеш}')
    .replace(/(Байт"?[;=:]"?)\d+/, '$1{байт}')
    .replaceAll('\r\n', '\n')
  return `(${mark}${name}, ${ends})\n${steady}`
}
