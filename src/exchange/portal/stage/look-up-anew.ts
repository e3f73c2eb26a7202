import { type CrmEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { DocumentKind, DocumentRef, ToldDocument, ToldFile } from '../told-document.ts'
import { documentsOfFile } from './attachments.ts'
import { type ClientName, clientsUnder } from './client-index.ts'
import { foldedName } from './companies.ts'
import { documentHash } from './document-desk.ts'
import { presetOf } from './document-entity.ts'
import { documentsNamed } from './document-numbers.ts'
import { isMakeshift } from './take-over.ts'

/**
 * What is told by a card that waits, with all that has come since of the clients, parents and documents that it names: a document tried
 * again need not be told again by 1C.
 */
export async function lookUpAnew(ledger: Ledger, card: Card): Promise<Pick<Card, 'told' | 'hash'>> {
  if (card.entity === 'file') {
    const told = JSON.parse(card.told) as ToldFile
    const documents = await documentsOfFile({ ledger }, told.file.name, told.of)
    return { told: JSON.stringify({ ...told, documents }), hash: card.hash }
  }
  if (!isDocument(card.entity as CrmEntity)) return card
  const told = JSON.parse(card.told) as ToldDocument
  const refs: DocumentRef[] = []
  for (const ref of told.refs) refs.push(isOpen(ref) ? await refNow(ledger, ref, told) : ref)
  if (refs.every((ref, place) => ref === told.refs[place])) return card
  const now = { ...told, refs }
  return { told: JSON.stringify(now), hash: documentHash(now) }
}

/** May it be known better by now: not known at all so far, or by less than a 1C id (`take-over.ts`)? */
function isOpen({ role, entity, keys: [key = ''] }: DocumentRef): boolean {
  return entity === '' || (role !== 'parent' && isMakeshift(key))
}

async function refNow(ledger: Ledger, ref: DocumentRef, { entity: own }: ToldDocument): Promise<DocumentRef> {
  if (ref.role !== 'parent') return clientNow(ledger, ref)
  const kinds = kindsIn(ref)
  const found = (await documentsNamed(ledger, ref.name, kinds)).filter(({ entity }) => entity !== own)
  const [parent, second] = found
  if (parent === undefined) return ref
  // Which of several is meant is said when 1C tells the document anew; until then none is guessed.
  return second === undefined ? { ...ref, entity: parent.entity, keys: [parent.key] } : { ...ref, keys: [] }
}

async function clientNow(ledger: Ledger, ref: DocumentRef): Promise<DocumentRef> {
  const [key = ''] = ref.keys
  const mayBe = ({ entity }: ClientName) => ref.entity === '' || entity === ref.entity
  const own = (await knownAs(ledger, [key])).filter(mayBe)
  const [client, second] = own.length > 0 ? own : (await knownAs(ledger, await keysUnder(ledger, key, ref.name))).filter(mayBe)
  if (client === undefined || second !== undefined || (client.key === key && client.entity === ref.entity)) return ref
  return { ...ref, role: client.entity, entity: client.entity, keys: [client.key] }
}

/** Keys of those who are known by the ИНН, the phone or the name for which a key stands. */
async function keysUnder(ledger: Ledger, key: string, name: string): Promise<readonly string[]> {
  if (!isMakeshift(key)) return []
  if (key.startsWith('name:')) return [...(await ledger.companyNames.named([foldedName(name)])).values()].flat()
  return [...new Set((await clientsUnder(ledger, [key.split('/')[0]!])).map((each) => each.key))]
}

/** Those of the keys of which cards are on the portal, or wait. */
async function knownAs(ledger: Ledger, keys: readonly string[]): Promise<readonly ClientName[]> {
  const found: ClientName[] = []
  for (const entity of ['company', 'contact'] as const) {
    const [links, left] = [await ledger.links.of(entity, keys), await ledger.cards.leftOf(entity, keys)]
    for (const key of keys) if (links.has(key) || left.has(key)) found.push({ entity, key })
  }
  return found
}

// The keys of a parent that has not come were made of the kinds that it may be (`keysOf`).
function kindsIn({ keys }: DocumentRef): readonly DocumentKind[] {
  return (Object.keys(presetOf) as DocumentKind[]).filter((kind) => keys.some((key) => key.startsWith(`${kind}:`)))
}
