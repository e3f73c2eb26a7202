import { isGuid, isSame, newRef, plainNumber, type Row, splitId, stored, type Work } from './base.ts'
import { listOf, need, property, Raised, textOf, type Xdto } from './xdto.ts'

/** Finds the item of a row, or makes one; its ref. */
type FindItem = (row: Xdto, isService: boolean, work: Work) => string

/** Rows of an order as УТ 11 and its relatives make them. A row without a quantity is none; its item has been made by then. */
export function rowsOf(document: Xdto, work: Work, characteristics: boolean, findItem: FindItem): Row[] {
  const rows: Row[] = []
  let rate = 0
  for (const row of listOf(property(property(document, 'Товары'), 'Товар'))) {
    const isService = kindOf(row).toLowerCase() === 'услуга'
    // Not cleared between rows: one that says nothing of its tax has that of the row before.
    rate = rateOf(row) ?? rate
    const item = findItem(row, isService, work)
    const characteristic = characteristics && !isService ? characteristicOf(row, item, work) : ''
    const quantity = numberOf(property(row, 'Количество'))
    if (quantity === 0) continue
    const amount = numberOf(property(row, 'Сумма')) - discountsOf(property(row, 'Скидки'))
    const price = numberOf(property(row, 'ЦенаЗаЕдиницу'))
    rows.push({
      item,
      characteristic,
      quantity,
      price: price > 0 ? price : amount / quantity,
      amount,
      vat: rate === 0 ? null : rate,
    })
  }
  return rows
}

/** A discount on the document that its amounts do not include yet is spread over the rows by their amounts. */
export function spreadDiscounts(document: Xdto, rows: Row[]): Row[] {
  const discount = Math.round(discountsOf(property(document, 'Скидки')) * 100)
  const total = rows.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  if (discount === 0 || total === 0) return rows
  let left = discount
  return rows.map((row, place) => {
    const share = place === rows.length - 1 ? left : Math.round((discount * Math.round(row.amount * 100)) / total)
    left -= share
    return { ...row, amount: (Math.round(row.amount * 100) - share) / 100 }
  })
}

/** By the GUID before `#`, by the article, by the name before `#`; else a new one. */
export function itemOf(row: Xdto, isService: boolean, { base }: Work): string {
  const id = splitId(textOf(property(row, 'Ид'))).item
  const article = textOf(property(row, 'Артикул'))
  const [name = ''] = textOf(property(row, 'Наименование')).split('#')
  const found =
    base.goods.find(({ ref }) => isGuid(id) && ref === id) ??
    base.goods.find((item) => article !== '' && isSame(item.article, article)) ??
    base.goods.find((item) => item.isService === isService && isSame(item.name, name))
  if (found !== undefined) return found.ref
  const made = {
    ref: isGuid(id) ? id : newRef('item', base),
    name: stored(name, 100),
    article: '',
    isService,
    characteristics: [],
  }
  base.goods.push(made)
  return made.ref
}

/** By the GUID behind `#` of the id, else by what stands behind `#` of the name. */
function characteristicOf(row: Xdto, item: string, { base, messages }: Work): string {
  const id = splitId(textOf(property(row, 'Ид'))).characteristic
  const [, name = ''] = textOf(property(row, 'Наименование')).split('#')
  const characteristics = base.goods.find(({ ref }) => ref === item)?.characteristics ?? []
  const known = characteristics.find(({ ref }) => ref === id)
  if (known !== undefined) return known.ref
  if (id !== '') messages.push(`Характеристика номенклатуры не найдена по уникальному идентификатору: ${id}`)
  if (name === '') return ''
  // The manager of the catalogue is set only where an id was looked for.
  if (id === '') throw new Raised('Значение не является значением объектного типа (НайтиПоНаименованию)')
  const named = characteristics.find((each) => isSame(each.name, name))
  if (named !== undefined) return named.ref
  const made = { ref: `${item}-${characteristics.length + 1}`, name }
  characteristics.push(made)
  return made.ref
}

function kindOf(row: Xdto): string {
  const requisites = listOf(property(property(row, 'ЗначенияРеквизитов'), 'ЗначениеРеквизита'))
  const kind = requisites.find((requisite) => textOf(property(requisite, 'Наименование')) === 'ТипНоменклатуры')
  return textOf(property(kind, 'Значение'))
}

/** Undefined: the row says nothing of VAT. A rate that the configuration does not have is nought. */
export function rateOf(row: Xdto): number | undefined {
  const rates = listOf(property(property(row, 'СтавкиНалогов'), 'СтавкаНалога'))
  const taxes = listOf(property(property(row, 'Налоги'), 'Налог')).filter((tax) => property(tax, 'Ставка') !== undefined)
  const last = [...rates, ...taxes].findLast((tax) => textOf(property(tax, 'Наименование')).toLowerCase() === 'ндс')
  if (last === undefined) return undefined
  const rate = numberOf(need(last, 'Ставка'))
  return knownRates.has(rate) ? rate : 0
}

const knownRates: ReadonlySet<number> = new Set([0, 5, 7, 10, 18, 20, 22])

/** Those that the amount does not include: `УчтеноВСумме` is there and is not the text `true`. */
function discountsOf(discounts: Xdto | undefined): number {
  const counted = listOf(property(discounts, 'Скидка')).filter((discount) => {
    const included = property(discount, 'УчтеноВСумме')
    return included !== undefined && textOf(included).toLowerCase() !== 'true'
  })
  return counted.reduce((sum, discount) => sum + numberOf(need(discount, 'Сумма')), 0)
}

/** `ОписаниеТипов("Число").ПривестиЗначение(…)`: what is no plain number is nought. */
function numberOf(value: Xdto | undefined): number {
  return plainNumber(textOf(value)) ?? 0
}
