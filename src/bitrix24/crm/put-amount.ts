import { problem } from '../../problems/problem.ts'
import { parseDecimal } from '../../values/decimal.ts'
import type { DocumentDraft } from '../drafts/draft.ts'
import type { DocumentEntity } from './entity.ts'
import { fieldNamed } from './find-field.ts'
import { shortList } from './fold.ts'
import type { FieldDesk } from './resolve-fields.ts'
import { addUpTo, amountOf } from './resolve-rows.ts'
import type { WantedRow } from './wanted-card.ts'

/**
 * Amount and currency. The portal counts the amount out of the rows unless it is told to leave it (`bitrix24-rest.md §2.7`): it
 * may count where it comes to the very amount that 1C has. Where 1C tells no rows, it may not: rows that a person adds there
 * would overwrite the amount. So the same card says the same with every run, and there is nothing to be updated for it.
 */
export function putAmount(
  desk: FieldDesk,
  entity: DocumentEntity,
  draft: DocumentDraft,
  rows: readonly WantedRow[] | null,
): void {
  const { directories } = desk.options
  const amount = draft.amount === '' && rows === null ? null : amountOf(draft)
  if (draft.amount !== '' && parseDecimal(draft.amount).value === null) {
    desk.problems.push(problem('crm.value-unreadable', { field: 'opportunity', value: draft.amount }))
    return
  }
  if (fieldNamed(directories, entity, 'opportunity') === null) {
    if (amount !== null) desk.problems.push(problem('crm.own-field-missing', { field: 'opportunity' }))
    return
  }
  putCurrency(desk, draft.currency)
  if (amount === null) return
  desk.fields['opportunity'] = amount
  desk.fields['isManualOpportunity'] = rows !== null && addUpTo(rows, amount) ? 'N' : 'Y'
}

/** A currency that is not active on the portal is an error of the row (systems.md D7). */
function putCurrency(desk: FieldDesk, currency: string): void {
  if (currency === '') return
  const { currencies } = desk.options.directories
  if (currencies.includes(currency)) desk.fields['currencyId'] = currency
  else desk.problems.push(problem('crm.currency-inactive', { currency, list: shortList(currencies) || '—' }))
}
