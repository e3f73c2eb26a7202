import type { ContactDraft } from '../../bitrix24/drafts/draft.ts'
import { linkName } from '../../bitrix24/import-csv/links.ts'
import type { Known } from '../../ledger/known.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { contentHash } from '../content-hash.ts'
import { fromDocument, isSame } from './compare-known.ts'
import type { Writing } from './counterparties.ts'
import { openKnownBatch } from './known-batch.ts'
import { because, type Outcome } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/**
 * Contacts of the people of a company: each 1C id once a run, however many companies name it, and only where something
 * changed. A person whom a table of contact persons has told of is left to that table, which knows more.
 */
export async function writePeople(
  shop: Workshop,
  persons: readonly ContactDraft[],
  companyTitle: string,
  { source, when, cards }: Writing,
): Promise<{ readonly written: number; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  if (persons.length === 0) return { written: 0, problems }
  const keys = persons.map(({ key }) => key)
  const known = await openKnownBatch(shop.ledger, 'representative', keys, source)
  const inTable = await shop.ledger.known('contactPerson', keys)
  const counterparties = await shop.ledger.known('counterparty', keys)
  let written = 0
  for (const person of persons) {
    const { key } = person
    if (inTable.has(key)) continue
    const draft = { ...person, companyTitle }
    const hash = contentHash(draft)
    if (isSame(known.get(key), hash)) {
      known.same(key)
      continue
    }
    const asClient = cards?.get(key) ?? counterparties.get(key)
    if (isSame(asClient, hash)) continue
    const other = [known.get(key), asClient].find((each) => isTaken(shop, each))
    if (other !== undefined) {
      problems.push(problem('exchange.twice', { message: other.seen }, { field: linkName(person) }))
      continue
    }
    const result = await (when === 'now' ? shop.importSet.add(draft) : shop.importSet.postpone(draft))
    problems.push(...result.problems)
    if (!result.written) continue
    await shop.ledger.addContactNames([{ name: linkName(person), key }])
    known.put(key, when === 'now' ? hash : `${fromDocument}${hash}`, { contactName: linkName(person) })
    written += 1
  }
  await known.save()
  return { written, problems }
}

/**
 * What a row of that 1C id becomes where the same id came as another kind: a person may stand in a table, among the people of a
 * company, and as a counterparty. Null: nothing against its card.
 */
export async function knownAsOther(
  shop: Workshop,
  id: string,
  hash: string,
  kinds: readonly PersonKind[],
): Promise<Outcome | null> {
  for (const kind of kinds) {
    const other = (await shop.ledger.known(kind, [id])).get(id)
    if (other === undefined) continue
    if (isSame(other, hash)) return because('unchanged', 'exchange.unchanged', shop.language, { message: other.message }, hash)
    // What a company only says once more of its people keeps no fuller row out.
    const taken = kind === 'representative' ? { ...other, seen: other.message } : other
    if (isTaken(shop, taken)) return because('skipped', 'exchange.twice', shop.language, { message: other.seen })
  }
  return null
}

type PersonKind = 'representative' | 'contactPerson' | 'counterparty'

// The card of a client waits for a fuller card of that client, and not for one of somebody else's people.
function isTaken(shop: Workshop, known: Known | undefined): known is Known {
  if (known === undefined || !shop.isOfThisRun(known.seen)) return false
  return known.kind === 'counterparty' || !known.hash.startsWith(fromDocument)
}
