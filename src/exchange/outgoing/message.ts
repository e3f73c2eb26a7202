import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeAtomic } from '../../folder/write-atomic.ts'
import type { OutCard, Way } from '../../ledger/outgoing.ts'
import { encodeText, type TextEncoding } from '../../onec/write/encode-text.ts'
import { writeOutgoing } from '../../onec/write/outgoing.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { OutDocument } from '../../records/out-document.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { contentHash } from '../content-hash.ts'
import type { Home } from '../folder/home.ts'
import { clearLeft } from './clear-left.ts'
import { inMessage, readingOf } from './reading.ts'

/**
 * Gives what is to be sent its number: the message of a way is all that 1C has not confirmed, the oldest first. A document that is new
 * in it or says something else makes the number grow; one that 1C has taken only leaves. The ledger knows the message before the file
 * does, so that after any fault the same one is written again.
 */
export async function numberMessage({ ledger }: Home, way: Outgoing, state: Way, at: string): Promise<Way> {
  const fresh = (await ledger.outgoing.open(way.name)).filter(({ state: each }) => each === 'ready')
  const isNew = fresh.length > 0
  await ledger.outgoing.put(
    way.name,
    fresh.map((row) => ({ ...row, reading: JSON.stringify(inMessage(readingOf(row), at)) })),
  )
  const message = isNew ? await ledger.outgoing.number(way.name) : state.message
  const digest = digestOf(way, await ledger.outgoing.open(way.name))
  if (!isNew && digest === state.digest) return state
  return { ...state, message, messageAt: at, digest, written: false }
}

/** Writes the message where the file does not hold it, in one step; a file that does is not touched. */
export async function writeMessage(
  home: Home,
  way: Outgoing,
  state: Way,
): Promise<{ readonly way: Way; readonly problems: readonly Problem[] }> {
  const path = home.folders.outgoing[way.name]!
  if (state.written && (await isFile(path))) return { way: state, problems: [] }
  const problems: Problem[] = []
  const open = await home.ledger.outgoing.open(way.name)
  const documents = open.flatMap(({ document }) => (document === null ? [] : [JSON.parse(document) as OutDocument]))
  const text = writeOutgoing(way.format, { number: state.message, at: state.messageAt, documents })
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined)
  await clearLeft(dirname(path))
  const written = await writeAtomic(path, async (file) => {
    const bytes = encodeText(text, encodingOf(home, way), (lost) =>
      problems.push(problem('exchange.letters-lost', { path, ...lost })),
    )
    for await (const chunk of bytes) await file.appendFile(chunk)
  })
  if (written.kind === 'failed') return { way: { ...state, written: false }, problems: [...problems, written.problem] }
  return { way: { ...state, written: true }, problems }
}

/** Orders and XML are UTF-8, which УТ 11 takes for granted (`1c-side.md §5`); a table is encoded as the answers are. */
function encodingOf({ settings }: Home, { format, bom }: Outgoing): TextEncoding {
  if (format === 'csv' && !bom) return settings.answer.encoding
  return bom ? 'utf-8-bom' : 'utf-8'
}

function digestOf({ format, file, bom }: Outgoing, open: readonly OutCard[]): string {
  return contentHash([format, file, bom, open.map(({ portalId, document }) => [portalId, document])])
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true
}
