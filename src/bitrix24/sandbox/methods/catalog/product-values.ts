import type { PortalState, Row } from '../../state.ts'
import { integerOf, isEmpty, listOf, recordOf, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'
import { catalogFailures } from './catalog-failure.ts'

type Given = Readonly<Record<string, unknown>>

/** Refuses what the catalogue does not take. `held`: the product that changes, null for a new one. */
export function checkProduct(fields: Given, held: Row | null, { catalog, currencies }: PortalState): void {
  if (held === null) {
    const missing = ['iblockId', 'name'].filter((name) => isEmpty(fields[name]))
    if (missing.length > 0) throw catalogFailures.other(`Required fields: ${missing.join(', ')}`)
    const isKnown = catalog?.catalogs.some((row) => row['iblockId'] === integerOf(fields['iblockId'])) === true
    if (!isKnown) throw catalogFailures.noIblock()
  }
  const code = textOf(fields['code'])
  const twin = Object.values(catalog?.products ?? {}).find((row) => row !== held && code !== '' && row['code'] === code)
  if (twin !== undefined) throw catalogFailures.other('Product with the specified symbolic code already exists')
  const vat = fields['vatId']
  if (!isEmpty(vat) && !catalog?.vats.some((row) => row['id'] === integerOf(vat)))
    throw catalogFailures.other('VAT rate with the specified identifier does not exist')
  const currency = textOf(fields['purchasingCurrency'])
  if (currency !== '' && !currencies.some((row) => row['CURRENCY'] === currency))
    throw catalogFailures.other('The specified purchasing price currency does not exist')
}

/** All that a call may set, over what is held; names that the catalogue does not know are passed over. */
export function productValues(fields: Given, held: Row, state: PortalState): Row {
  const values: Row = {}
  for (const [name, usual] of Object.entries(settable)) {
    const value = fields[name] === undefined ? (held[name] ?? usual) : fields[name]
    values[name] =
      typeof usual === 'number' || numeric.includes(name) ? (isEmpty(value) ? usual : Number(value)) : (value ?? null)
  }
  for (const [name, value] of Object.entries(fields)) if (/^property\d+$/.test(name)) values[name] = propertyOf(value, state)
  return values
}

const settable: Readonly<Record<string, unknown>> = {
  name: null,
  active: 'Y',
  available: 'Y',
  bundle: 'N',
  canBuyZero: 'N',
  code: null,
  dateActiveFrom: null,
  dateActiveTo: null,
  detailPicture: null,
  detailText: null,
  detailTextType: 'text',
  height: null,
  iblockSectionId: null,
  length: null,
  measure: null,
  previewPicture: null,
  previewText: null,
  previewTextType: 'text',
  purchasingCurrency: null,
  purchasingPrice: null,
  quantity: 0,
  quantityReserved: 0,
  quantityTrace: 'N',
  sort: 500,
  subscribe: 'Y',
  vatId: null,
  vatIncluded: 'N',
  weight: 0,
  width: null,
}

const numeric: readonly string[] = ['height', 'iblockSectionId', 'length', 'measure', 'purchasingPrice', 'vatId', 'width']

/** Every value gets an id of its own; a list is a property of several values. */
function propertyOf(given: unknown, state: PortalState): unknown {
  const list = listOf(given)
  if (list !== null) return list.map((one) => propertyOf(one, state))
  const value = recordOf(given)?.['value'] ?? given
  return isEmpty(value) ? null : { value: textOf(value), valueId: String(nextId(state, 'propertyValue')) }
}
