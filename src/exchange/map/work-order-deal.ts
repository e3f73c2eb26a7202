import type { DealDraft } from '../../bitrix24/drafts/draft.ts'
import type { WorkOrder } from '../../records/work-order.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { toFixed } from '../../values/decimal.ts'
import { compareKey } from '../../values/text.ts'
import { responsibleOf, sourceOf } from './counterparty-cards.ts'
import { currencyOf } from './currency.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import type { MapContext } from './map-context.ts'
import type { ClientNames } from './order-deal.ts'
import type { Scope } from './template.ts'
import { foldedTable } from './words.ts'

/** Deal of a work order (заказ-наряд) or another hand-made document: the state is mapped by the table of the settings. */
export function workOrderDeal(
  record: WorkOrder,
  client: ClientNames,
  scope: Scope,
  context: MapContext,
  exchange: ExchangeOf<'work-orders'>,
): DealDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.deal)
  const stage = own['stage'] ?? foldedTable(exchange.stages).get(compareKey(record.state)) ?? ''
  return {
    kind: 'deal',
    key: record.number || record.id,
    originId: record.id,
    title: context.title?.render(scope) || `Заказ-наряд ${record.number}`,
    pipeline: own['pipeline'] ?? exchange.pipeline,
    stage,
    closed: stage === '' ? null : exchange.finalStages.includes(stage),
    dealType: own['dealType'] ?? exchange.dealType ?? context.portal.dealType,
    source: own['source'] ?? sourceOf(context),
    amount: record.amount === null ? '' : toFixed(record.amount, 2),
    currency: currencyOf(record.currency || 'RUB', context),
    probability: own['probability'] ?? '',
    ...client,
    beginDate: own['beginDate'] ?? record.date?.slice(0, 10) ?? '',
    closeDate: own['closeDate'] ?? '',
    rows: [],
    comments: own['comments'] ?? record.comment,
    responsible: own['responsible'] ?? responsibleOf(context),
    custom: exchange.numberField === '' ? custom : { ...custom, [exchange.numberField]: record.number },
  }
}
