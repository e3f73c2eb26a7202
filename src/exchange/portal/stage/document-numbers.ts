import type { Ledger } from '../../../ledger/ledger.ts'
import type { DocumentKind } from '../told-document.ts'
import { looseNumber, readNumberText, sameNumber } from './number-text.ts'

/** A document that was told, by what other documents, files and people call it. */
export interface NumberedDocument {
  readonly of: DocumentKind
  readonly entity: string
  readonly key: string
  /** Its number or its 1C id. */
  readonly number: string
  /** `2026-03-05` or ''. */
  readonly day: string
}

/** Remembers the numbers of documents, so that a basis, a file or a row that only names a number finds them. */
export async function noteNumbers(ledger: Ledger, documents: readonly NumberedDocument[], message: number): Promise<void> {
  const byNumber = Map.groupBy(documents, ({ number }) => looseNumber(number))
  const known = await ledger.known(knownKind, [...byNumber.keys()])
  const changed = [...byNumber].flatMap(([id, told]) => {
    const before = (known.get(id)?.record ?? []) as readonly NumberedDocument[]
    const fresh = told.filter((each) => !before.some((other) => isSame(each, other)))
    if (fresh.length === 0) return []
    const kept = before.filter(({ key, number }) => !fresh.some((each) => each.key === key && each.number === number))
    return [{ kind: knownKind, id, hash: '', generated: '', message, record: [...kept, ...unique(fresh)] }]
  })
  if (changed.length > 0) await ledger.remember(changed)
}

/**
 * The documents that a text may mean by their id or a number in it: exactly written ones before those that only come close, of several those of
 * the day that the text names. More than one: a person decides.
 */
export async function documentsNamed(
  ledger: Ledger,
  text: string,
  kinds: readonly DocumentKind[],
): Promise<readonly NumberedDocument[]> {
  const { numbers: found, day } = readNumberText(text)
  const numbers = [text, ...found]
  const known = await ledger.known(knownKind, [...new Set(numbers.map(looseNumber))])
  const told = [...known.values()].flatMap(({ record }) => record as readonly NumberedDocument[])
  const ofKinds = told.filter(({ of }) => kinds.includes(of))
  for (const nearness of ['exact', 'loose'] as const) {
    const near = ofKinds.filter((each) => numbers.some((number) => sameNumber(number, each.number) === nearness))
    const ofDay = near.filter((each) => day !== '' && each.day === day)
    const meant = oncePerKey(ofDay.length > 0 ? ofDay : near)
    if (meant.length > 0) return meant
  }
  return []
}

const knownKind = 'documentNumber'

function isSame(one: NumberedDocument, other: NumberedDocument): boolean {
  return one.key === other.key && one.entity === other.entity && one.number === other.number && one.day === other.day
}

function unique(documents: readonly NumberedDocument[]): readonly NumberedDocument[] {
  return documents.filter((each, place) => documents.findIndex((other) => isSame(each, other)) === place)
}

function oncePerKey(documents: readonly NumberedDocument[]): readonly NumberedDocument[] {
  return documents.filter(({ key }, place) => documents.findIndex((other) => other.key === key) === place)
}
