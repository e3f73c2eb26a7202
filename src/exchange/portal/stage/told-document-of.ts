import type { DocumentDraft } from '../../../bitrix24/drafts/draft.ts'
import type { ReadRow } from '../../../onec/read/reading.ts'
import type { DocumentRow } from '../../../records/document-row.ts'
import { usualOrderTitle } from '../../../settings/exchange-deals.ts'
import { responsibleOf, sourceOf } from '../../map/counterparty-cards.ts'
import { isOwnField } from '../../map/custom-fields.ts'
import { documentDraft } from '../../map/document-draft.ts'
import type { DocumentExchange, DocumentRecord } from '../../map/document-record.ts'
import type { MapContext } from '../../map/map-context.ts'
import { scopeOf } from '../../map/scope.ts'
import type { Scope } from '../../map/template.ts'
import type { DocumentRef, ToldDocument } from '../told-document.ts'
import type { DocumentClients } from './document-clients.ts'
import { entityOf } from './document-entity.ts'

/** What a row tells of a document. */
export function toldDocument(
  row: Pick<ReadRow, 'cells'>,
  record: DocumentRecord,
  rows: readonly DocumentRow[],
  { clients, parents }: { readonly clients: DocumentClients; readonly parents: readonly DocumentRef[] },
  context: MapContext & { readonly exchange: DocumentExchange },
): ToldDocument {
  const { exchange } = context
  // A table that gives only the id of its client speaks of him by the name that he is known by.
  const named = record.kind === 'order' || record.client !== '' ? record : { ...record, client: clients.name }
  const scope = scopeOf(row, named, rows)
  const draft = documentDraft(record, rows, scope, context, exchange)
  return {
    entity: entityOf(exchange),
    key: draft.key,
    draft: { ...draft, custom: { ...emptyCustom(context), ...draft.custom } },
    initial: initialOf(record, draft, scope, context),
    refs: [...clients.refs, ...parents],
    portalId: record.kind === 'order' ? 0 : Number(record.portalId) || 0,
    phones: clients.phones,
    deleted: record.deleted && (exchange.deleted === 'close' || exchange.deleted === 'delete'),
    client: clients.hash,
  }
}

// A custom field that the settings map and this record has nothing for: 1C says that it is empty.
function emptyCustom({ fields }: MapContext): Readonly<Record<string, string>> {
  return Object.fromEntries([...fields.keys()].filter((name) => !isOwnField(name)).map((name) => [name, '']))
}

// What 1C itself has no word for: the defaults of the settings, fields that only tables of the settings could fill, and a title that
// the settings leave to people.
function initialOf(record: DocumentRecord, draft: DocumentDraft, scope: Scope, context: MapContext): readonly string[] {
  const { dealType = context.portal.dealType, title, source } = context.exchange as DocumentExchange
  const defaults: Partial<Record<keyof DocumentDraft, string>> = {
    pipeline: '',
    stage: '',
    dealType,
    // The source that an exchange of tables names is of its matched deals too (B7); an order mostly comes back to a deal that has its own.
    ...(source === undefined || record.kind === 'order' ? { source: sourceOf(context) } : {}),
    responsible: responsibleOf(context),
    probability: '',
    myCompany: '',
    // An order mostly comes back to a deal that people have named: the usual title is for those that are made of it (D4).
    ...(title === '' || (record.kind === 'order' && title === usualOrderTitle) ? { title: draft.title } : {}),
    ...(record.amount === null ? { amount: '' } : {}),
    ...(record.kind === 'workOrder' ? { closeDate: '' } : {}),
  }
  const isTold = (name: string) => context.words.say(name, context.fields.get(name)?.render(scope) ?? '') !== ''
  return Object.entries(defaults).flatMap(([name, usual]) =>
    draft[name as keyof DocumentDraft] === usual && !isTold(name) ? [name] : [],
  )
}
