import fc from 'fast-check'
import { type OutgoingFormat, writeOutgoing } from '../../../src/onec/write/outgoing.ts'
import type { OutDocument, OutMessage, OutParty, OutRow } from '../../../src/records/out-document.ts'
import { type Decimal, multiply, round, sum } from '../../../src/values/decimal.ts'
import { type Counterparty, emptyBase, type Item } from './readers/base.ts'

/** What 1C has before it reads anything: the clients and products that documents name. */
export function knownBase() {
  const lists = { organizations: ['ООО "Свет"'], warehouses: ['Основной склад'] }
  return structuredClone(emptyBase({ counterparties: [...clients], goods: [...goods], ...lists }))
}

const clients: readonly Counterparty[] = [
  client(1, { name: 'Ромашка ООО', fullName: 'ООО "Ромашка"', isLegal: true, inn: '7701000019', kpp: '770101001' }),
  client(2, { name: 'Ромашка филиал', fullName: 'ООО "Ромашка"', isLegal: true, inn: '7701000019', kpp: '780143001' }),
  client(3, { name: 'ИП Орлов П. П.', fullName: 'Орлов Пётр Петрович', inn: '770100000142' }),
  client(4, { name: 'Соколова Анна', fullName: 'Соколова Анна Ивановна' }),
  client(5, { name: 'Steppe Trade LLP', fullName: 'Steppe Trade LLP', isLegal: true }),
]

function client(place: number, over: Partial<Counterparty>): Counterparty {
  const ref = `4f1a0002-0000-4000-8000-00000000000${place}`
  const contacts = { phone: `+7 495 000-00-0${place}`, email: `c${place}@mayak.example`, address: `Москва, дом ${place}` }
  return { ref, name: '', fullName: '', isLegal: false, inn: '', kpp: '', ...contacts, siteId: '', ...over }
}

const goods: readonly Item[] = [
  item(1, 'Болт М10', []),
  item(2, 'Краска #5', []),
  item(3, 'Футболка', [{ ref: '4f1a0001-0000-4000-8000-0000000000c1', name: 'красная' }]),
  item(4, 'Доставка', [], true),
]

function item(place: number, name: string, characteristics: Item['characteristics'], isService = false): Item {
  return { ref: `4f1a0001-0000-4000-8000-00000000000${place}`, name, article: `АРТ-${place}`, isService, characteristics }
}

export const bolt: Item = goods[0]!

export function madeRow(over: Partial<OutRow> = {}): OutRow {
  const row: OutRow = {
    productId: bolt.ref,
    name: bolt.name,
    article: '',
    service: false,
    unitCode: '796',
    unitName: 'шт',
    price: '12',
    listPrice: null,
    quantity: '10',
    amount: '',
    discount: '0',
    vat: '20',
    ...over,
  }
  return row.amount === '' ? { ...row, amount: round(multiply(row.price, row.quantity), 2) } : row
}

/** A client that 1C knows, unless `over` says another. */
export function madeParty(over: Partial<OutParty> = {}): OutParty {
  return { ...partyOf(clients[0]!, 5), ...over }
}

/** A client that 1C has never told of. */
export function newParty(over: Partial<OutParty> = {}): OutParty {
  return madeParty({
    id: '',
    isKnown: false,
    name: 'Василёк',
    fullName: 'ООО "Василёк"',
    inn: '7701003010',
    kpp: '770101001',
    ...over,
  })
}

function partyOf({ ref, name, fullName, isLegal, inn, kpp }: Counterparty, portalId: number): OutParty {
  const legalForm = isLegal ? 'company' : inn === '' ? 'person' : 'soleProprietor'
  const contacts = { phones: ['+7 999 000-00-99'], emails: ['new@mayak.example'], address: 'Тверь' }
  return { legalForm, portalId, id: ref, isKnown: true, name, fullName, inn, kpp, ogrn: '', ...contacts }
}

/** A document that any 1C takes whole; its amount is that of its rows unless `over` says another. */
export function madeDocument(over: Partial<OutDocument> = {}): OutDocument {
  const { portalId = 1045, rows = [madeRow()] } = over
  return {
    kind: 'deal',
    portalId,
    number: `B24-${portalId}`,
    id: '',
    title: 'Продажа',
    date: '2026-03-05T10:15:00',
    currency: 'RUB',
    amount: amountOf(rows),
    status: 'В работе',
    stage: 'В работе',
    cancelled: false,
    completed: false,
    comment: 'Позвонить до обеда',
    client: madeParty(),
    rows,
    requisites: [],
    responsible: 'Марина Орлова',
    changedAt: '2026-03-05T12:00:00',
    ...over,
  }
}

/** As the portal has it: the sum rounded, not each row. */
function amountOf(rows: readonly OutRow[]): Decimal {
  return round(sum(rows.map(({ price, quantity }) => multiply(price, quantity))), 2)
}

export function madeMessage(documents: readonly OutDocument[], number = 12): OutMessage {
  return { number, at: '2026-03-05T12:05:00+03:00', documents }
}

/** Whatever people and programs put into a text. */
export const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 130 }),
  fc.constantFrom(
    ...['ООО "Мир & Ко"', "<b>О'Нил</b>", 'конец ]]> начало', '&amp; &#0; &нет;', 'а\u0000б\u0001в\u001fг', '\ufffe\uffff\ud800'],
    ...['😀'.repeat(80), 'Длинное название '.repeat(20), 'Д'.repeat(300), 'Краска #5', '#', '##красная', '  вокруг  ', '\u00a0'],
    ...['строка\r\nвторая\nтретья\u2028', 'а;б|в\tг"д', '=СУММ(A1)', 'true', '0', ''],
  ),
)

const rates = fc.constantFrom(null, '0', '10', '20', '22')

function sumArbitrary(most: number, places: number): fc.Arbitrary<Decimal> {
  return fc.integer({ min: 0, max: most * 10 ** places }).map((whole) => round(String(whole / 10 ** places), places))
}

const rowArbitrary = fc
  .record({
    product: fc.constantFrom(...goods),
    name: nastyText,
    article: fc.oneof(fc.constant(''), nastyText),
    unit: fc.constantFrom(
      { unitCode: '796', unitName: 'шт' },
      { unitCode: '6', unitName: '' },
      { unitCode: '', unitName: 'упак.' },
    ),
    price: fc.oneof(sumArbitrary(100_000, 2), sumArbitrary(10, 4)),
    quantity: fc.oneof(fc.constantFrom('1', '10', '0', '0.333', '2.5', '0.0004', '1000000'), sumArbitrary(100, 4)),
    discount: fc.oneof(fc.constant('0'), sumArbitrary(500, 2)),
    vat: rates,
    isVariant: fc.boolean(),
  })
  .map(({ product, unit, isVariant, ...row }) => {
    const [characteristic] = product.characteristics
    const productId = isVariant && characteristic !== undefined ? `${product.ref}#${characteristic.ref}` : product.ref
    return madeRow({ ...row, ...unit, productId, amount: '' })
  })

const strangers = fc
  .record({
    legalForm: fc.constantFrom('company', 'soleProprietor', 'person'),
    name: nastyText,
    fullName: nastyText,
    digits: fc.nat(999),
  })
  .map(({ legalForm, name, fullName, digits }) => {
    const tail = String(digits).padStart(3, '0')
    const inn = legalForm === 'company' ? inn10(`770200${tail}`) : legalForm === 'soleProprietor' ? inn12(`7702000${tail}`) : ''
    return { legalForm, name, fullName, inn, kpp: legalForm === 'company' ? '770201001' : '' } as const
  })

/** Clients that 1C has never heard of: also with an ИНН of another country, or without any. */
const strangerArbitrary = fc
  .record({
    told: strangers,
    portalId: fc.integer({ min: 1, max: 9999 }),
    inn: fc.constantFrom('same', 'none', 'LT100001234567', '12345'),
    kpp: fc.constantFrom('same', 'none', '77020'),
    contacts: fc.record({
      phones: fc.array(nastyText, { maxLength: 2 }),
      emails: fc.array(nastyText, { maxLength: 2 }),
      address: nastyText,
    }),
  })
  .map(({ told, portalId, inn, kpp, contacts }) => ({
    ...told,
    ...contacts,
    portalId,
    id: '',
    isKnown: false,
    ogrn: '',
    inn: inn === 'same' ? told.inn : inn === 'none' ? '' : inn,
    kpp: kpp === 'same' ? told.kpp : kpp === 'none' ? '' : kpp,
  }))

const clientArbitrary: fc.Arbitrary<OutParty> = fc.oneof(
  fc.constantFrom(...clients.map((each, place) => partyOf(each, place + 1))),
  strangerArbitrary,
)

const documentArbitrary = fc.record({
  kind: fc.constantFrom('deal', 'invoice', 'process'),
  client: clientArbitrary,
  rows: fc.array(rowArbitrary, { minLength: 1, maxLength: 6 }),
  date: fc.constantFrom('2026-03-05T09:05:07', '2026-12-31T23:59:59', '2026-03-05'),
  currency: fc.constantFrom('RUB', 'USD', 'KZT'),
  status: nastyText,
  comment: nastyText,
  title: nastyText,
  cancelled: fc.boolean(),
  completed: fc.boolean(),
  requisites: fc.array(
    fc.record({ name: fc.oneof(fc.constantFrom('Организация', 'Склад', 'Отдел'), nastyText), value: nastyText }),
    {
      maxLength: 4,
    },
  ),
})

/** Documents of one message: each has a number of its own. */
export const documentsArbitrary: fc.Arbitrary<readonly OutDocument[]> = fc
  .array(documentArbitrary, { minLength: 1, maxLength: 6 })
  .map((documents) => documents.map((document, place) => madeDocument({ ...document, portalId: 1001 + place })))

export async function fileOf(documents: readonly OutDocument[], format: OutgoingFormat): Promise<Buffer> {
  let text = ''
  for await (const chunk of writeOutgoing(format, madeMessage(documents))) text += chunk
  return Buffer.from(text, 'utf8')
}

function inn10(nine: string): string {
  return nine + checkDigit(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8])
}

function inn12(ten: string): string {
  const eleven = ten + checkDigit(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  return eleven + checkDigit(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}

function checkDigit(digits: string, weights: readonly number[]): string {
  return String((weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0) % 11) % 10)
}
