import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, file, one, product, records, requisites, surveyed } from './commerceml.ts'

const guid = '11111111-2222-4333-8444-555555555555'
const variant = '33333333-4444-4555-8666-777777777777'

test('a good of УТ 11 with everything that it has', async () => {
  const found = await one(
    'product',
    product(
      `<Ид>${guid}#${variant}</Ид><Штрихкод>4600000000017</Штрихкод><Артикул>БЛТ-10</Артикул><Наименование>Болт М10 (чёрный)</Наименование>
      <БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE"><Пересчет><Единица>778</Единица><Коэффициент>100</Коэффициент></Пересчет></БазоваяЕдиница>
      <Группы><Ид>a2</Ид><Ид>00000000-0000-0000-0000-000000000000</Ид></Группы>
      <Описание>Текст с
переводом строки </Описание>
      <Картинка>import_files/11/a.jpg</Картинка>
      <Изготовитель><Ид>c1</Ид><Наименование>Завод</Наименование></Изготовитель>
      <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов>
      ${requisites({
        ОписаниеФайла: 'import_files/11/a.jpg#Вид сбоку',
        Файл: 'import_files/11/b.jpg',
        Код: '00-00000123',
        ВидНоменклатуры: 'Метизы',
        ТипНоменклатуры: 'Товар',
        'Полное наименование': 'Болт М10×80 оцинкованный',
        Вес: '0.05',
      })}`,
    ),
  )
  assert.deepEqual(
    { ...found, origin: 0, variant: 0, properties: 0, extra: 0 },
    {
      kind: 'product',
      id: `${guid}#${variant}`,
      deleted: false,
      extra: 0,
      problems: [],
      origin: 0,
      service: false,
      name: 'Болт М10 (чёрный)',
      fullName: 'Болт М10×80 оцинкованный',
      article: 'БЛТ-10',
      code: '00-00000123',
      barcode: '4600000000017',
      description: 'Текст с\nпереводом строки',
      groupIds: ['a2'],
      groupNames: [],
      unit: { code: '796', name: '', fullName: 'Штука' },
      vat: { percent: '20', text: '20' },
      manufacturer: 'Завод',
      images: ['import_files/11/a.jpg', 'import_files/11/b.jpg'],
      properties: 0,
      variant: 0,
      prices: null,
      quantity: null,
      catalogueId: 'cat-1',
    },
  )
  assert.deepEqual(found.extra, {
    'Изготовитель.Ид': 'c1',
    'БазоваяЕдиница.Пересчет.Единица': '778',
    'БазоваяЕдиница.Пересчет.Коэффициент': '100',
    ОписаниеФайла: 'import_files/11/a.jpg#Вид сбоку',
    ВидНоменклатуры: 'Метизы',
    ТипНоменклатуры: 'Товар',
    Вес: '0.05',
  })
})

test('the unit in its shapes: code and name, bare code, bare name, an international sign alone, none', async () => {
  const unitOf = async (unit: string) => (await one('product', product(`<Ид>1</Ид>${unit}`))).unit
  const none = { code: '', name: '', fullName: '' }
  assert.deepEqual(await unitOf('<БазоваяЕдиница Код="166" НаименованиеПолное="Килограмм">кг</БазоваяЕдиница>'), {
    code: '166',
    name: 'кг',
    fullName: 'Килограмм',
  })
  assert.deepEqual(await unitOf('<БазоваяЕдиница>796 </БазоваяЕдиница>'), { ...none, code: '796' })
  assert.deepEqual(await unitOf('<БазоваяЕдиница>\n\t\t\tшт.</БазоваяЕдиница>'), { ...none, name: 'шт.' })
  assert.deepEqual(await unitOf('<БазоваяЕдиница МеждународноеСокращение="PCE"/>'), { ...none, name: 'PCE' })
  assert.equal(await unitOf('<БазоваяЕдиница Код="    "/>'), null)
  assert.equal(await unitOf(''), null)
})

test('values of properties come sorted, in every layout, the empty ones of 1C left out', async () => {
  const value = (id: string, content: string) => `<ЗначенияСвойства><Ид>${id}</Ид>${content}</ЗначенияСвойства>`
  const { properties, extra } = await one(
    'product',
    product(
      `<Ид>1</Ид><ЗначенияСвойств>${[
        value('b2', '<Значение>1 250,5</Значение>'),
        value('b1', '<Значение>v1</Значение><Значение>v2</Значение>'),
        value('b4', '<Значение/>'),
        value('b5', '<Значение>00000000-0000-0000-0000-000000000000</Значение>'),
        value('b6', '<Значение>0001-01-01T00:00:00</Значение>'),
        value('b3', '<Значение/><ЗначениеСвойства><Значение>да</Значение><Описание>подпись</Описание></ЗначениеСвойства>'),
      ].join('')}</ЗначенияСвойств>`,
    ),
  )
  assert.deepEqual(properties, [
    { propertyId: 'b1', value: 'v1' },
    { propertyId: 'b1', value: 'v2' },
    { propertyId: 'b2', value: '1 250,5' },
    { propertyId: 'b3', value: 'да' },
  ])
  assert.deepEqual(extra, { 'ЗначенияСвойств.b3.Описание': 'подпись' })
})

test('characteristics come sorted by name, whatever their order in the file', async () => {
  const item = (name: string, value: string) =>
    `<ХарактеристикаТовара><Ид>${name}-1</Ид><Наименование>${name}</Наименование><Значение>${value}</Значение></ХарактеристикаТовара>`
  const of = async (content: string) =>
    (await one('product', product(`<Ид>1</Ид><ХарактеристикиТовара>${content}</ХарактеристикиТовара>`))).variant
  assert.deepEqual(
    await of(item('Цвет', 'Чёрный') + item('Размер', '42')),
    await of(item('Размер', '42') + item('Цвет', 'Чёрный')),
  )
  assert.deepEqual(await of(item('Цвет', 'Чёрный')), [{ id: 'Цвет-1', name: 'Цвет', value: 'Чёрный' }])
})

test('marked for deletion by attribute, element, mark or requisite', async () => {
  const deleted = async (content: string, attributes = '') =>
    (await one('product', product(`<Ид>1</Ид>${content}`, attributes))).deleted
  assert.equal(await deleted('', 'Статус="Удален"'), true)
  assert.equal(await deleted('<Статус>Удалён</Статус>'), true)
  assert.equal(await deleted('<ПометкаУдаления>true</ПометкаУдаления>'), true)
  assert.equal(await deleted(requisites({ 'Пометка удаления': 'Да' })), true)
  assert.equal(await deleted('<ПометкаУдаления>false</ПометкаУдаления>', 'Статус="Изменен"'), false)
})

test('services and works are known by ТипНоменклатуры, written anyhow', async () => {
  for (const [type, service] of [
    ['Услуга', true],
    ['работа', true],
    ['Послуга', true],
    ['Запас', false],
  ] as const) {
    assert.equal((await one('product', product(`<Ид>1</Ид>${requisites({ 'Тип Номенклатуры': type })}`))).service, service, type)
  }
})

test('VAT: a rate, no VAT at all, and a word that is told of', async () => {
  const rate = (text: string) => `<СтавкаНалога><Наименование>НДС</Наименование><Ставка>${text}</Ставка></СтавкаНалога>`
  const of = (rates: string) => one('product', product(`<Ид>1</Ид><СтавкиНалогов>${rates}</СтавкиНалогов>`))
  assert.deepEqual((await of(rate('18%'))).vat, { percent: '18', text: '18%' })
  assert.deepEqual((await of(rate('Без НДС'))).vat, { percent: null, text: 'Без НДС' })
  const general = await of(rate('Общая'))
  assert.deepEqual([general.vat, codes(general)], [null, ['vat.unknown Ставка 3']])
  const excise = await of(`<СтавкаНалога><Наименование>Акциз</Наименование><Ставка>Особая</Ставка></СтавкаНалога>${rate('10')}`)
  assert.deepEqual([excise.vat?.percent, codes(excise), excise.extra], ['10', [], { 'СтавкиНалогов.Акциз': 'Особая' }])
  assert.equal((await of(rate(''))).vat, null)
})

test('nothing that the file says is lost: unknown elements by their path, names that come again by a number', async () => {
  const found = await one(
    'product',
    product(
      `<Ид>1</Ид><Штрихкод>46</Штрихкод><ШтрихКод>47</ШтрихКод><Марки><Марка код="7">A</Марка><Марка>B</Марка></Марки><Вес/><constructor>x</constructor>
       <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Склад</Наименование><Значение>1</Значение><Значение>2</Значение></ЗначениеРеквизита>
       <ЗначениеРеквизита><Наименование>Пусто</Наименование></ЗначениеРеквизита></ЗначенияРеквизитов>`,
      'НаСайт="да"',
    ),
  )
  assert.equal(found.barcode, '46')
  assert.deepEqual(found.extra, {
    НаСайт: 'да',
    'Марки.Марка': 'A',
    'Марки.Марка.код': '7',
    'Марки.Марка (2)': 'B',
    constructor: 'x',
    'Штрихкод (2)': '47',
    Склад: '1',
    'Склад (2)': '2',
  })
})

test('an element may be called __proto__', async () => {
  const { extra } = await one('product', product('<Ид>1</Ид><__proto__>x</__proto__>'))
  assert.deepEqual(Object.entries(extra), [['__proto__', 'x']])
})

test('prices and quantity of a good that tells them itself', async () => {
  const found = await one(
    'product',
    product(
      '<Ид>1</Ид><Количество>1 234,5</Количество><Цены><Цена><ИдТипаЦены>d</ИдТипаЦены><ЦенаЗаЕдиницу>10</ЦенаЗаЕдиницу></Цена></Цены>',
    ),
  )
  assert.deepEqual([found.quantity, found.prices?.length, found.prices?.[0]?.value], ['1234.5', 1, '10'])
})

test('goods of 1.x stand in attributes, with their properties', async () => {
  const xml = file(
    `<Каталог Идентификатор="c1" Единица="шт">
       <Товар Идентификатор="ID__5" ИдентификаторВКаталоге="ID__5" Наименование="Болт" Единица="шт" Родитель="ID__1">
         <ЗначениеСвойства ИдентификаторСвойства="p1" Значение="Сталь" ИдентификаторКаталога="c1"/>
         <СсылкаНаСвойство ИдентификаторСвойства="p2"/>
       </Товар>
       <Товар ИдентификаторВКаталоге="ID__6" Наименование="Гайка"/>
     </Каталог>`,
    '',
  )
  const [bolt, nut] = await records('product', xml)
  assert.deepEqual([bolt?.id, bolt?.name, bolt?.groupIds, bolt?.catalogueId], ['ID__5', 'Болт', ['ID__1'], 'c1'])
  assert.deepEqual(bolt?.unit, { code: '', name: 'шт', fullName: '' })
  assert.deepEqual(bolt?.properties, [{ propertyId: 'p1', value: 'Сталь' }])
  assert.deepEqual(bolt?.extra, { 'СсылкаНаСвойство.ИдентификаторСвойства': 'p2' })
  assert.deepEqual([nut?.id, nut?.extra], ['ID__6', {}])
  assert.deepEqual((await surveyed(xml)).counts, { product77: 2 })
})

test('a good without an id, or with one of zeros, is told of', async () => {
  const zeros = '00000000-0000-0000-0000-000000000000'
  for (const id of ['', `<Ид>${zeros}</Ид>`, `<Ид>${zeros}#${zeros}</Ид>`]) {
    const found = await one('product', product(`${id}<Наименование>Болт</Наименование>`))
    assert.deepEqual([found.id, codes(found)], ['', ['commerceml.no-id Ид 3']])
  }
})

test('a number that is none refuses the row and says which', async () => {
  const { rows } = await commerceml(product('<Ид>7</Ид><Количество>много</Количество>'))
  assert.deepEqual([rows[0]!.record, rows[0]!.id, codes(rows[0]!)], [null, '7', ['number.unreadable Количество 3']])
  assert.deepEqual(rows[0]!.problems[0]!.args, { value: 'много' })
})
