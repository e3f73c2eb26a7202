import type { DocumentDraft } from '../../bitrix24/drafts/draft.ts'
import type { DocumentRow } from '../../records/document-row.ts'
import { toFixed } from '../../values/decimal.ts'
import { compareKey } from '../../values/text.ts'
import { responsibleOf, sourceOf } from './counterparty-cards.ts'
import { currencyOf } from './currency.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import { documentKey } from './document-key.ts'
import { type DocumentExchange, type DocumentRecord, organisationOf, termOf } from './document-record.ts'
import { rowDraft, rowsOf } from './document-rows.ts'
import { closeDateOf, probabilityOf, stageOf } from './document-state.ts'
import type { MapContext } from './map-context.ts'
import { nameIn, type Scope, textOf } from './template.ts'
import { foldedTable } from './words.ts'

/**
 * What a document says of its card, one mechanism for every kind. `rows`: what a table of rows told of it; an order has its own. Who
 * the client is, is no part of it: that is known only when all cards are.
 */
export function documentDraft(
  record: DocumentRecord,
  rows: readonly DocumentRow[],
  scope: Scope,
  context: MapContext,
  exchange: DocumentExchange,
): DocumentDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.deal)
  const stage = own['stage'] ?? stageOf(record, exchange)
  const { begin, end } = termOf(record)
  return {
    kind: 'into' in exchange ? exchange.into : 'deal',
    key: documentKey(record, exchange),
    originId: record.id,
    number: record.number,
    title: context.title?.render(scope) || `${names[record.kind]} ${record.number}`,
    pipeline: own['pipeline'] ?? pipelineOf(scope, exchange),
    stage,
    closed: stage === '' ? null : exchange.finalStages.includes(stage),
    dealType: own['dealType'] ?? exchange.dealType ?? context.portal.dealType,
    source: own['source'] ?? sourceOf(context),
    amount: record.amount === null ? '' : toFixed(record.amount, 2),
    currency: currencyOf(record.currency || (record.kind === 'order' ? '' : roubles), context),
    probability: own['probability'] ?? probabilityOf(record, exchange),
    companyTitle: '',
    contactName: '',
    beginDate: own['beginDate'] ?? begin?.slice(0, 10) ?? '',
    closeDate: own['closeDate'] ?? (closeDateOf(record, scope, context) || (end?.slice(0, 10) ?? '')),
    myCompany: myCompanyOf(record, exchange),
    rows: exchange.rows ? rowsOf(record, rows).map((row) => rowDraft(row, context)) : [],
    comments: own['comments'] ?? record.comment,
    responsible: own['responsible'] ?? responsibleOf(context),
    custom: exchange.numberField === '' ? custom : { ...custom, [exchange.numberField]: record.number },
  }
}

// A table without a column of currencies has roubles (B7).
const roubles = 'RUB'

const names: Readonly<Record<DocumentRecord['kind'], string>> = {
  order: 'Заказ',
  workOrder: 'Заказ-наряд',
  booking: 'Бронь',
  contract: 'Договор',
  invoice: 'Счёт',
}

function pipelineOf(scope: Scope, { pipeline, pipelines, pipelineBy }: DocumentExchange): string {
  const table = foldedTable(pipelines)
  if (table.size === 0) return pipeline
  const name = nameIn(scope, compareKey(pipelineBy))
  return (name === undefined ? undefined : table.get(compareKey(textOf(scope[name])))) ?? pipeline
}

// An invoice is always somebody's; other cards name an own company only where the settings say which.
function myCompanyOf(record: DocumentRecord, { organisations }: DocumentExchange): string {
  const organisation = organisationOf(record)
  const named = foldedTable(organisations).get(compareKey(organisation))
  return named ?? (record.kind === 'invoice' ? organisation : '')
}
