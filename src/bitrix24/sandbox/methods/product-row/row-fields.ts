import type { Row } from '../../state.ts'

type Access = 'written' | 'read' | 'once'

const known: readonly (readonly [name: string, type: string, access: Access])[] = [
  ['id', 'integer', 'read'],
  ['ownerId', 'integer', 'once'],
  ['ownerType', 'string', 'once'],
  ['productId', 'integer', 'written'],
  ['productName', 'string', 'written'],
  ['price', 'double', 'written'],
  ['priceExclusive', 'double', 'read'],
  ['priceNetto', 'double', 'read'],
  ['priceBrutto', 'double', 'read'],
  ['quantity', 'double', 'written'],
  ['discountTypeId', 'integer', 'written'],
  ['discountRate', 'double', 'written'],
  ['discountSum', 'double', 'written'],
  ['taxRate', 'double', 'written'],
  ['taxName', 'string', 'written'],
  ['taxIncluded', 'char', 'written'],
  ['customized', 'char', 'written'],
  ['measureCode', 'integer', 'written'],
  ['measureName', 'string', 'written'],
  ['sort', 'integer', 'written'],
  ['type', 'integer', 'read'],
  ['storeId', 'integer', 'read'],
]

/** Names that an update takes; of `measureName` and `customized` it keeps nothing (crm-item-productrow-update.md). */
export const writableNames: ReadonlySet<string> = new Set(known.flatMap(([name, , access]) => (access === 'read' ? [] : [name])))

/** `crm.item.productrow.fields`. */
export const rowFields: Readonly<Record<string, Row>> = Object.fromEntries(
  known.map(([name, type, access]) => [
    name,
    {
      type,
      isRequired: ['ownerId', 'ownerType', 'productId'].includes(name),
      isReadOnly: access === 'read',
      isImmutable: access === 'once',
      isMultiple: false,
      isDynamic: false,
      title: name,
    },
  ]),
)
