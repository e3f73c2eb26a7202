import { allFields } from '../../../src/bitrix24/sandbox/methods/item/custom-fields.ts'
import { type EntityType, entityTypes } from '../../../src/bitrix24/sandbox/methods/item/entity-type.ts'
import type { ItemField } from '../../../src/bitrix24/sandbox/methods/item/field.ts'
import { linkOf } from '../../../src/bitrix24/sandbox/methods/requisite/link-client.ts'
import { filesOf } from '../../../src/bitrix24/sandbox/methods/timeline/comment-files.ts'
import { pageEntities } from '../../../src/bitrix24/sandbox/page/entity.ts'
import type { ItemRow, PortalState, Row } from '../../../src/bitrix24/sandbox/state.ts'

/** The deals, the invoices and the items of smart processes of a portal, each as its lines; nothing is left out but times, authors and blanks. */
export function documentTexts(state: PortalState): readonly (readonly string[])[] {
  const types = entityTypes(state).filter(({ id, isProcess }) => id === 2 || id === 31 || isProcess)
  return types.flatMap((type) => itemsOf(state, type.id).map((row) => documentLines(state, type, row)))
}

function documentLines(state: PortalState, type: EntityType, row: ItemRow): readonly string[] {
  const one = pageEntities(state).find((each) => each.type.id === type.id)?.one ?? type.word
  return [
    `${one} ${row.id}: ${text(row['title'])}`,
    ...stageLines(state, type, row),
    ...amountLines(row),
    ...allFields(state, type).flatMap((field) => fieldLines(state, field, row)),
    ...(state.productRows[`${type.code}:${row.id}`] ?? []).map(goodsLine),
    ...requisiteLines(state, type, row),
    ...timelineLines(state, type, row),
  ]
}

function stageLines(state: PortalState, type: EntityType, row: ItemRow): readonly string[] {
  const isIt = (each: Row) => Number(each['entityTypeId']) === type.id && Number(each['id']) === Number(row['categoryId'] ?? 0)
  const category = state.categories.find(isIt)
  const directory = type.stageDirectory(Number(row['categoryId'] ?? 0))
  const stage = state.statuses.find((each) => each['ENTITY_ID'] === directory && each['STATUS_ID'] === row['stageId'])
  if (row['stageId'] === undefined || row['stageId'] === null) return []
  return [`стадия «${text(stage?.['NAME'])}» [${text(row['stageId'])}], воронка «${text(category?.['name'])}»`]
}

function amountLines(row: ItemRow): readonly string[] {
  if (row['opportunity'] === undefined || row['opportunity'] === null) return []
  const hand = row['isManualOpportunity'] === 'Y' ? ', вписана вручную' : ', по товарам'
  return [`сумма ${text(row['opportunity'])} ${text(row['currencyId'])}${hand}`]
}

function fieldLines(state: PortalState, field: ItemField, row: ItemRow): readonly string[] {
  const value = row[field.name]
  if (passedOver.has(field.name) || isBlank(value) || (field.type === 'boolean' && value === 'N')) return []
  const shown = [value].flat().map((one) => valueText(state, field, one)).join(', ')
  const title = field.isDynamic ? `«${field.title}»` : field.title.toLowerCase()
  return [`${title}: ${shown.replaceAll('\n', '\n    ')}`]
}

const passedOver = new Set([
  ...['id', 'title', 'categoryId', 'stageId', 'stageSemanticId', 'previousStageId', 'opportunity', 'currencyId', 'isManualOpportunity'],
  ...['contactId', 'opened', 'createdBy', 'updatedBy', 'movedBy', 'createdTime', 'updatedTime', 'movedTime', 'lastActivityBy', 'lastActivityTime'],
])

function valueText(state: PortalState, field: ItemField, value: unknown): string {
  const item = (typeId: number | undefined) => `${nameOf(state.items[typeId ?? 0]?.[Number(value)])} [${text(value)}]`
  switch (field.type) {
    case 'crm_company':
      return item(4)
    case 'crm_contact':
      return item(3)
    case 'crm_deal':
      return item(2)
    case 'crm_entity':
      return item(field.parentTypeId)
    case 'user': {
      const user = state.users.find((each) => Number(each['ID']) === Number(value))
      return `${text(user?.['NAME'])} ${text(user?.['LAST_NAME'])} [${text(value)}]`
    }
    case 'crm_status': {
      const status = state.statuses.find((each) => each['ENTITY_ID'] === field.statusType && each['STATUS_ID'] === value)
      return `${text(status?.['NAME'])} [${text(value)}]`
    }
    case 'enumeration':
      return field.items?.find(({ ID }) => ID === String(value))?.VALUE ?? text(value)
    case 'date':
      return text(value).slice(0, 10)
    default:
      return text(value)
  }
}

function nameOf(row: Row | undefined): string {
  if (row === undefined) return '(карточки нет)'
  return [row['lastName'], row['name'], row['secondName'], row['title']].map(text).filter(Boolean).join(' ')
}

/** Prices as the client sees them: with the tax, before and after the discount. */
function goodsLine(row: Row): string {
  const product = Number(row['productId']) === 0 ? '' : ` [товар ${text(row['productId'])}]`
  const isReduced = Number(row['discountRate']) !== 0 || Number(row['discountSum']) !== 0
  const discount = isReduced ? ` = ${text(row['priceBrutto'])} − ${text(row['discountSum'])} (${text(row['discountRate'])} %)` : ''
  const vat = isBlank(row['taxRate']) ? 'без НДС' : `НДС ${text(row['taxRate'])} % ${row['taxIncluded'] === 'Y' ? 'в цене' : 'сверху'}`
  return `товар: ${text(row['productName'])}${product}, ${text(row['quantity'])} ${text(row['measureName'])} × ${text(row['price'])}${discount}, ${vat}`
}

function requisiteLines(state: PortalState, type: EntityType, row: ItemRow): readonly string[] {
  const link = linkOf(state, type.id, row.id)
  const known = (rows: Readonly<Record<number, Row>>, id: unknown) => (Number(id ?? 0) === 0 ? undefined : (rows[Number(id)] ?? {}))
  const part = (word: string, value: unknown) => (text(value) === '' ? [] : [`${word}${text(value)}`])
  const requisite = (title: string, found: Row | undefined) =>
    found === undefined ? [] : [[`${title}: ${text(found['NAME'])}`, ...part('ИНН ', found['RQ_INN']), ...part('КПП ', found['RQ_KPP'])].join(', ')]
  const account = (title: string, found: Row | undefined) => (found === undefined ? [] : [`${title}: ${text(found['RQ_ACC_NUM'])}`])
  return [
    ...requisite('реквизиты клиента', known(state.requisites, link?.['REQUISITE_ID'])),
    ...account('счёт клиента', known(state.bankDetails, link?.['BANK_DETAIL_ID'])),
    ...requisite('реквизиты своей компании', known(state.requisites, link?.['MC_REQUISITE_ID'])),
    ...account('счёт своей компании', known(state.bankDetails, link?.['MC_BANK_DETAIL_ID'])),
  ]
}

function timelineLines(state: PortalState, type: EntityType, row: ItemRow): readonly string[] {
  const name = pageEntities(state).find((each) => each.type.id === type.id)?.timeline
  const own = state.comments.filter((each) => each['ENTITY_TYPE'] === name && Number(each['ENTITY_ID']) === row.id)
  return own.map((comment) => {
    const files = filesOf(comment).map((file) => ` + файл ${file.name}, ${file.size} байт`)
    return `лента: ${text(comment['COMMENT']).replaceAll('\n', '\n    ')}${files.join('')}`
  })
}

function itemsOf(state: PortalState, entityTypeId: number): readonly ItemRow[] {
  return Object.values(state.items[entityTypeId] ?? {})
}

function isBlank(value: unknown): boolean {
  return text(value) === '' || value === 0
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : [value].flat().join(', ')
}
