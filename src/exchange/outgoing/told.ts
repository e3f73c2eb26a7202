import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import { resolveDocument } from '../../bitrix24/crm/resolve-document.ts'
import type { DocumentDraft } from '../../bitrix24/drafts/draft.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Link } from '../../ledger/links.ts'
import type { DocumentRef, ToldDocument } from '../portal/told-document.ts'
import { contactsPart, type Parts, rowsPart } from './parts.ts'

/** What 1C told last of a card, and the portal confirmed. */
export interface ToldOfCard {
  readonly draft: DocumentDraft
  readonly parts: Parts
}

/** What 1C told last of a card, null: the portal never confirmed it. */
export async function toldOf(
  ledger: Ledger,
  entity: DocumentEntity,
  link: Link,
  directories: Directories,
): Promise<ToldOfCard | null> {
  if (link.told === '') return null
  const told = JSON.parse(link.told) as ToldDocument
  return { draft: told.draft, parts: await toldParts(ledger, entity, told, directories) }
}

/** The word of 1C in the words of the portal, by the same code as the plan's. */
export async function toldParts(
  ledger: Ledger,
  entity: DocumentEntity,
  { draft, initial, refs }: Pick<ToldDocument, 'draft' | 'initial' | 'refs'>,
  directories: Directories,
): Promise<Parts> {
  const { card } = resolveDocument(draft, initial, {
    entity,
    directories,
    missingValues: 'skip',
    numberField: '',
    idField: '',
    openToAll: false,
    productIds: new Map(),
    rows: true,
  })
  // What 1C does not say, or only the settings say, is no word of 1C.
  const said = Object.entries(card.fields).filter(([name, value]) => value !== '' && !card.initial.includes(name))
  const companies = await cardsOf(ledger, refs, 'company')
  const contacts = await cardsOf(ledger, refs, 'contact')
  const rows = rowsPart(card.rows ?? [])
  return {
    ...Object.fromEntries(said),
    ...(companies[0] === undefined ? {} : { companyId: String(companies[0]) }),
    ...(contacts.length === 0 ? {} : { contactIds: contactsPart(contacts) }),
    ...(rows === '' ? {} : { rows }),
  }
}

async function cardsOf(ledger: Ledger, refs: readonly DocumentRef[], entity: 'company' | 'contact'): Promise<readonly number[]> {
  const clients = refs.filter(({ role }) => role !== 'parent')
  const ids = new Set<number>()
  for (const { keys } of clients.filter((ref) => ref.entity === entity || ref.entity === '')) {
    for (const { portalId } of (await ledger.links.of(entity, keys)).values()) ids.add(portalId)
  }
  return [...ids]
}
