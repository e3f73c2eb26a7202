import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import type { HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import type { WantedRequisite } from '../../../bitrix24/crm/wanted-card.ts'

/**
 * The requisite of the card that 1C means: by our mark, by ИНН and КПП (branches share an ИНН, `bitrix24-rest.md §4.1`) as 1C tells
 * them now or told them before, and on a card that was just found the only one, if it says nothing of whose it is.
 */
export function findRequisite(
  now: WantedRequisite,
  base: WantedRequisite | null,
  held: readonly HeldRequisite[],
  isNewlyFound: boolean,
): HeldRequisite | undefined {
  return (
    held.find(({ xmlId }) => xmlId !== '' && xmlId === now.xmlId) ??
    byInn(now.fields, held) ??
    (base === null ? undefined : (byInn(base.fields, held) ?? byInn({ ...base.fields, ...now.fields }, held))) ??
    (isNewlyFound ? onlyUnmarked(now, held) : undefined)
  )
}

function byInn(fields: FieldValues, held: readonly HeldRequisite[]): HeldRequisite | undefined {
  const inn = fields['RQ_INN'] ?? ''
  if (inn === '') return undefined
  const kpp = fields['RQ_KPP'] ?? ''
  const ofInn = held.filter((each) => each.fields['RQ_INN'] === inn && isEqualOrUnknown(each.fields['RQ_KPP'], kpp))
  return ofInn.find((each) => (each.fields['RQ_KPP'] ?? '') === kpp) ?? ofInn[0]
}

function onlyUnmarked(now: WantedRequisite, held: readonly HeldRequisite[]): HeldRequisite | undefined {
  const [only, another] = held
  if (only === undefined || another !== undefined || only.xmlId !== '' || (only.fields['RQ_INN'] ?? '') !== '') return undefined
  return registrations.every((field) => isEqualOrUnknown(only.fields[field], now.fields[field])) ? only : undefined
}

/** Numbers that say whose requisite it is, besides the ИНН. */
const registrations = ['RQ_KPP', 'RQ_OGRN', 'RQ_OGRNIP']

/** '' says nothing. */
export function isEqualOrUnknown(a = '', b = ''): boolean {
  return a === '' || b === '' || a === b
}
