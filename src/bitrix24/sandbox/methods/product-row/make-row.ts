import { reading } from '../../readings.ts'
import type { PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isEmpty, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'
import type { Owner } from './owner.ts'
import { pricesOf } from './prices.ts'

type Given = Readonly<Record<string, unknown>>

/**
 * A row as the portal keeps it. Name and measure come from the product where they are not given, a price never does
 * (crm-item-productrow-set.md); a product that the catalogue does not have is refused. `rowId`: of the row that it replaces.
 */
export function makeRow({ type, id }: Owner, given: Given, place: number, state: PortalState, rowId?: number): Row {
  const product = productOf(state, given['productId'])
  const measureCode = isEmpty(given['measureCode']) ? productMeasure(state, product) : integerOf(given['measureCode'])
  const prices = pricesOf(given, reading(state, 'rowDecimals'))
  return {
    id: rowId ?? nextId(state, 'productRow'),
    ownerId: id,
    ownerType: type.code,
    productId: integerOf(given['productId']),
    productName: textOf(given['productName']) || textOf(product?.['name']),
    ...prices,
    taxName: textOf(given['taxName']) || (prices.taxRate === null ? 'Без НДС' : ''),
    customized: 'Y',
    measureCode,
    measureName: measureName(state, measureCode) ?? textOf(given['measureName']),
    sort: isEmpty(given['sort']) ? (place + 1) * 10 : integerOf(given['sort']),
    type: product === undefined ? null : integerOf(product['type']),
    storeId: null,
    xmlId: '',
  }
}

/** Undefined for a row of free text. */
export function productOf({ catalog }: PortalState, given: unknown): Row | undefined {
  const id = integerOf(given)
  const product = catalog?.products[id]
  if (id > 0 && product === undefined) throw failures.badArgument(`Product with id ${id} was not found`)
  return product
}

/** The catalogue names a measure by its id, rows by its ОКЕИ code. */
function productMeasure({ catalog }: PortalState, product: Row | undefined): number {
  const measures = catalog?.measures ?? []
  const own = measures.find((row) => product !== undefined && row['id'] === product['measure'])
  const usual = measures.find((row) => row['isDefault'] === 'Y')
  return integerOf((own ?? usual)?.['code']) || piece
}

function measureName({ catalog }: PortalState, code: number): string | null {
  const found = catalog?.measures.find((row) => row['code'] === code)
  return found !== undefined ? textOf(found['symbol']) : code === piece ? 'шт' : null
}

/** ОКЕИ 796. */
const piece = 796
