import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalsOf, writeOutgoing } from '../../../src/onec/write/outgoing.ts'
import type { OutDocument, OutRow } from '../../../src/records/out-document.ts'
import { bolt, fileOf, knownBase, madeDocument, madeMessage, madeParty, madeRow, newParty } from './made-documents.ts'
import { type Base, orderTotal, type Reading } from './readers/base.ts'
import { bus31, type Model, models, unf, ut11, ut103 } from './readers/models.ts'
import { readByUt11 } from './readers/ut11.ts'
import { takesWhole } from './taken-whole.ts'

async function taken(model: Model, documents: readonly OutDocument[], base: Base = knownBase()): Promise<Reading> {
  return model.read(await fileOf(documents, model.format), base)
}

for (const model of models) {
  test(`C5: whatever documents say, ${model.name}: takes them whole, makes no goods, doubles no clients, and again changes nothing`, () =>
    takesWhole(model, 50))
}

test('an empty message is a file that every model reads without an error', async () => {
  for (const model of models) {
    const { ok, base } = await taken(model, [])
    assert.deepEqual([ok, base], [true, knownBase()], model.name)
  }
})

test('orders stand in the file as they stand in the message, each with its own number', async () => {
  const documents = [3, 1, 2].map((portalId) => madeDocument({ portalId }))
  for (const model of models) assert.deepEqual((await taken(model, documents)).created, ['B24-3', 'B24-1', 'B24-2'], model.name)
})

test('each dialect is for its own readers: the extension does not see bare orders, others none in containers', async () => {
  const documents = [madeDocument()]
  const classic = bus31.read(await fileOf(documents, 'commerceml'), knownBase())
  assert.deepEqual([classic.ok, classic.created], [true, []])
  for (const model of [ut11, unf]) {
    const { ok, created } = model.read(await fileOf(documents, 'commerceml-3'), knownBase())
    assert.deepEqual([ok, created], [true, []], model.name)
  }
})

test('the file has no namespace and its declaration says UTF-8', async () => {
  for (const format of ['commerceml', 'commerceml-3'] as const) {
    const text = (await fileOf([madeDocument()], format)).toString()
    assert.ok(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы='))
    assert.doesNotMatch(text, /xmlns|<Склады|CDATA/)
    assert.doesNotMatch(text, /<[^>]+\/>|<(\S+)><\/\1>/, 'no element is empty')
  }
})

test('a thousand orders leave the writer one by one', async () => {
  const documents = Array.from({ length: 1000 }, (_, place) =>
    madeDocument({ portalId: place + 1, rows: Array(20).fill(madeRow()) }),
  )
  let [longest, whole] = [0, 0]
  for await (const piece of writeOutgoing('commerceml', madeMessage(documents))) {
    longest = Math.max(longest, piece.length)
    whole += piece.length
  }
  assert.ok(longest < (2 * whole) / 1000, `${longest} of ${whole}`)
  const { created, base } = await taken(ut11, documents)
  assert.deepEqual([created.length, created.at(-1), base.goods.length], [1000, 'B24-1000', knownBase().goods.length])
})

test('D2: a client that 1C does not have is made once, whatever its name is like', async () => {
  const names = ['Василёк', 'Д'.repeat(300), `${'Слово '.repeat(16)}и ещё`, '😀'.repeat(60), `${'а'.repeat(99)}😀`, '  вокруг\t']
  for (const model of models) {
    for (const name of names) {
      const documents = [1, 2].map((portalId) => madeDocument({ portalId, client: newParty({ name, inn: '', kpp: '' }) }))
      const { base } = await taken(model, documents)
      const again = await taken(model, documents, base)
      assert.equal(again.base.counterparties.length, knownBase().counterparties.length + 1, `${model.name}: ${name}`)
      assert.equal(base.counterparties.at(-1)!.name.isWellFormed(), true)
    }
  }
})

test('an ИНН or a КПП that 1C cannot keep is not told: the client is found by its name', async () => {
  const model = models[1]!
  const strange = newParty({ legalForm: 'person', inn: 'LT100001234567' })
  const again = await taken(
    model,
    [madeDocument({ client: strange })],
    (await taken(model, [madeDocument({ client: strange })])).base,
  )
  assert.deepEqual([again.base.counterparties.length, again.base.counterparties.at(-1)!.inn], [6, ''])
  const text = (await fileOf([madeDocument({ client: newParty({ kpp: '7702' }) })], 'commerceml')).toString()
  assert.doesNotMatch(text, /КПП/)
})

test('a person, a sole proprietor and a company become what they are', async () => {
  const forms = { person: '', soleProprietor: '770200000139', company: '7702000011' }
  const documents = Object.entries(forms).map(([form, inn], place) => {
    const legalForm = form as keyof typeof forms
    const client = newParty({ legalForm, portalId: place, name: form, fullName: `${form} целиком`, inn, phones: [] })
    return madeDocument({ portalId: place + 1, client })
  })
  for (const model of models) {
    const made = (await taken(model, documents)).base.counterparties.slice(5)
    assert.deepEqual(
      made.map(({ isLegal, fullName, kpp }) => [isLegal, fullName, kpp]),
      [
        [false, 'person целиком', ''],
        [false, 'soleProprietor целиком', ''],
        [true, 'company целиком', '770101001'],
      ],
      model.name,
    )
  }
})

test('a company and a contact of one number are two clients', async () => {
  const company = madeDocument({ portalId: 1, client: newParty({ portalId: 7, name: 'Василёк' }) })
  const contact = madeDocument({
    portalId: 2,
    client: newParty({ portalId: 7, name: 'Орлов', legalForm: 'person', inn: '', kpp: '' }),
  })
  const { base } = await taken(bus31, [company, contact])
  assert.notEqual(base.orders[0]?.client, base.orders[1]?.client)
})

test('contacts of a client that 1C has are its own: none are told, so none are replaced; a new client comes with its contacts', async () => {
  for (const model of models) {
    const { base } = await taken(model, [madeDocument({ client: madeParty({ phones: ['+7 999 000-00-99'], address: 'Тверь' }) })])
    assert.deepEqual([base.counterparties, base.contactPersons], [knownBase().counterparties, []], model.name)
    // It was told without an id, by a table: only its ИНН says who it is.
    const byInn = await taken(model, [
      madeDocument({ client: madeParty({ id: '', phones: ['+7 999 000-00-99'], address: 'Тверь' }) }),
    ])
    assert.deepEqual([byInn.base.counterparties, byInn.base.contactPersons], [knownBase().counterparties, []], model.name)
    const made = (await taken(model, [madeDocument({ client: newParty() })])).base.counterparties.at(-1)!
    assert.deepEqual([made.phone, made.email, made.address], ['+7 999 000-00-99', 'new@mayak.example', 'Тверь'], model.name)
  }
})

test('a product whose name has # is not taken for a characteristic', async () => {
  const { ok, base } = await taken(ut11, [madeDocument({ rows: [madeRow({ name: 'Краска #5' })] })])
  assert.deepEqual([ok, base.orders.length], [true, 1])
})

test('unknownGoods: send: a product without an id is made once', async () => {
  const rows = ['Гайка', 'Г'.repeat(300), 'Гайка #8'].map((name) => madeRow({ productId: '', name }))
  for (const model of models) {
    const { base } = await taken(model, [madeDocument({ rows })])
    assert.equal(base.goods.length, knownBase().goods.length + 3, model.name)
    assert.deepEqual((await taken(model, [madeDocument({ rows })], base)).base.goods, base.goods, model.name)
  }
})

test('several rows of one product stay several rows', async () => {
  const rows = [madeRow({ quantity: '1' }), madeRow({ quantity: '2' }), madeRow({ quantity: '1' })]
  for (const model of models) {
    const [order] = (await taken(model, [madeDocument({ rows })])).base.orders
    assert.deepEqual(
      order?.rows.map(({ quantity }) => quantity),
      [1, 2, 1],
      model.name,
    )
  }
})

test('rows round their amounts, the card its sum: the kopecks between go to the largest rows', async () => {
  const rows = [madeRow({ price: '100.5', quantity: '0.333' }), madeRow({ price: '100.5', quantity: '0.333' }), madeRow()]
  const document = madeDocument({ rows })
  assert.deepEqual([document.amount, rows.map(({ amount }) => amount)], ['186.93', ['33.47', '33.47', '120']])
  assert.deepEqual(refusalsOf('commerceml', document, { unknownGoods: 'refuse' }), [])
  for (const model of models) {
    const [order] = (await taken(model, [document])).base.orders
    assert.deepEqual(
      order?.rows.map(({ amount }) => amount),
      [33.47, 33.47, 119.99],
      model.name,
    )
    assert.equal(orderTotal(order!), 18_693)
  }
})

test('a row without a quantity is not told: УТ 10.3 would not post the order', async () => {
  const rows = [madeRow({ quantity: '0' }), madeRow(), madeRow({ quantity: '0.0004', price: '1' })]
  for (const model of models)
    assert.equal((await taken(model, [madeDocument({ rows })])).base.orders[0]?.rows.length, 1, model.name)
})

test('a discount is in the amounts already: it is told and changes nothing', async () => {
  const rows = [madeRow({ price: '10', quantity: '3', discount: '6' })]
  for (const model of models) assert.equal(orderTotal((await taken(model, [madeDocument({ rows })])).base.orders[0]!), 3_000)
  assert.match((await fileOf([madeDocument({ rows })], 'commerceml')).toString(), /<Сумма>6.00<\/Сумма>\s*<УчтеноВСумме>true</)
})

test('taxes are in the amounts; an order without any is not taxed', async () => {
  const rows = [madeRow({ vat: '20' }), madeRow({ vat: null }), madeRow({ vat: '10' })]
  for (const model of models) {
    const [order] = (await taken(model, [madeDocument({ rows })])).base.orders
    assert.deepEqual([order?.includesVat, order?.rows.map(({ vat }) => vat)], [true, [20, null, 10]], model.name)
    const [free] = (await taken(model, [madeDocument({ rows: [madeRow({ vat: null })] })])).base.orders
    assert.deepEqual([free?.includesVat, free?.rows.map(({ vat }) => vat)], [false, [null]], model.name)
  }
  const text = (await fileOf([madeDocument({ rows })], 'commerceml')).toString()
  assert.match(text, /<Налог>\s*<Наименование>НДС<\/Наименование>\s*<УчтеноВСумме>true<\/УчтеноВСумме>\s*<Сумма>30.91<\/Сумма>/)
})

test('the organization and the warehouse go as requisites by exactly their names', async () => {
  const requisites = [
    { name: 'Организация', value: 'ООО "Свет"' },
    { name: 'Склад', value: 'Основной склад' },
  ]
  for (const model of [unf, bus31]) {
    const [order] = (await taken(model, [madeDocument({ requisites })])).base.orders
    assert.deepEqual([order?.organization, order?.warehouse], ['ООО "Свет"', 'Основной склад'], model.name)
  }
})

test('a requisite of the settings goes before our own, an empty one never, and no name is told twice', async () => {
  const requisites = [
    { name: 'Статус заказа', value: 'Согласован' },
    { name: 'Отдел', value: ' \u0001 ' },
    { name: 'Отдел', value: 'Опт' },
    { name: 'Отменен', value: '' },
    { name: ' ', value: 'ничей' },
  ]
  const [order] = (await taken(unf, [madeDocument({ requisites })])).base.orders
  assert.deepEqual(order?.properties, {
    'Статус заказа': 'Согласован',
    Отменен: 'false',
    'Финальный статус': 'false',
    Отдел: 'Опт',
  })
})

test('the status is mapped by the node of УТ 11; an order that is agreed upon there is left alone', async () => {
  const options = { identifyBy: 'name', statuses: new Map([['Согласован', 'К выполнению']]) } as const
  const documents = [madeDocument({ portalId: 1, status: 'Согласован' }), madeDocument({ portalId: 2, status: 'Новая' })]
  const first = readByUt11(await fileOf(documents, 'commerceml'), knownBase(), options)
  assert.deepEqual(
    first.base.orders.map(({ status }) => status),
    ['К выполнению', 'Не согласован'],
  )
  const second = readByUt11(await fileOf(documents, 'commerceml'), first.base, options)
  assert.deepEqual([second.skipped, second.updated], [['B24-1'], ['B24-2']])
})

test('a lost card cancels the order, a won one ends it', async () => {
  const documents = [
    madeDocument({ portalId: 1, cancelled: true }),
    madeDocument({ portalId: 2, completed: true }),
    madeDocument({ portalId: 3 }),
  ]
  for (const model of [ut11, ut103, bus31]) {
    const { orders } = (await taken(model, documents)).base
    assert.deepEqual(
      orders.map(({ isCancelled }) => isCancelled),
      [true, false, false],
      model.name,
    )
  }
  const { orders } = (await taken(ut103, documents)).base
  assert.deepEqual(
    orders.map(({ categories }) => categories),
    [['Отменен'], ['Завершен'], []],
  )
})

test('a comment goes on one line, an empty one not at all', async () => {
  const told = async (comment: string) => (await taken(ut11, [madeDocument({ comment })])).base.orders[0]?.comment
  assert.equal(
    await told('Позвонить\r\nдо обеда\u0001 ]]> "срочно" & <сразу>'),
    `${said}Позвонить до обеда  ]]> "срочно" & <сразу>`,
  )
  assert.deepEqual([await told(''), await told(' \n\t')], ['', ''])
  assert.equal((await told('ю'.repeat(5000)))?.length, said.length + 3000)
})

const said = 'Комментарий менеджера на сайте: '

test('a changed document replaces what stood in the order', async () => {
  for (const model of models) {
    const { base } = await taken(model, [madeDocument({ comment: 'было' })])
    const changed = madeDocument({ comment: 'стало', rows: [madeRow({ quantity: '3' })], client: newParty() })
    const { updated, base: after } = await taken(model, [changed], base)
    const [order] = after.orders
    assert.deepEqual([updated, after.orders.length, order?.rows[0]?.quantity], [['B24-1045'], 1, 3], model.name)
    assert.match(order!.comment, /стало$/)
    assert.notEqual(order?.client, base.orders[0]?.client)
  }
})

test('УТ 10.3 knows a currency by the beginning of its name: RUB is not руб., руб is', async () => {
  const base = { ...knownBase(), currencies: ['руб.', 'USD'] }
  assert.deepEqual((await taken(ut103, [madeDocument()], base)).ok, false)
  const rubles = madeDocument({ currency: 'руб' })
  assert.deepEqual(refusalsOf('commerceml', rubles, { unknownGoods: 'refuse' }), [])
  assert.equal((await taken(ut103, [rubles], base)).base.orders[0]?.currency, 'руб.')
})

test('what one cannot know is not told: the rate of another currency', async () => {
  assert.match((await fileOf([madeDocument()], 'commerceml')).toString(), /<Курс>1<\/Курс>/)
  assert.doesNotMatch((await fileOf([madeDocument({ currency: 'USD' })], 'commerceml')).toString(), /<Курс>/)
})

test('the unit goes with its code in three digits and its names by ОКЕИ', async () => {
  const unit = async (over: Partial<OutRow>) =>
    /<БазоваяЕдиница.*<\/БазоваяЕдиница>/.exec(
      (await fileOf([madeDocument({ rows: [madeRow(over)] })], 'commerceml')).toString(),
    )?.[0]
  assert.equal(
    await unit({ unitCode: '6', unitName: '' }),
    '<БазоваяЕдиница Код="006" НаименованиеПолное="Метр" МеждународноеСокращение="MTR">м</БазоваяЕдиница>',
  )
  assert.equal(
    await unit({ unitCode: '', unitName: 'упак. "большая"' }),
    '<БазоваяЕдиница>упак. &quot;большая&quot;</БазоваяЕдиница>',
  )
  assert.equal(await unit({ unitCode: '', unitName: '' }), '<БазоваяЕдиница>шт</БазоваяЕдиница>')
})

test('the id of the order is that of 1C where it told one, else the number of the card', async () => {
  const idOf = async (id: string) =>
    /<Документ>\s*<Ид>(.*)<\/Ид>/.exec((await fileOf([madeDocument({ id })], 'commerceml')).toString())?.[1]
  assert.deepEqual([await idOf(bolt.ref), await idOf('')], [bolt.ref, '1045'])
})
