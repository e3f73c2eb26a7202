import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, file, one, records, surveyed } from './commerceml.ts'

const classifier = (content: string) => file(`<Классификатор><Ид>k</Ид>${content}</Классификатор>`)
const property = (content: string) => classifier(`<Свойства><Свойство>${content}</Свойство></Свойства>`)
const priceType = (content: string) => classifier(`<ТипыЦен><ТипЦены>${content}</ТипЦены></ТипыЦен>`)
const warehouse = (content: string) => classifier(`<Склады><Склад>${content}</Склад></Склады>`)
const unit = (content: string, attributes = '') =>
  classifier(`<ЕдиницыИзмерения><ЕдиницаИзмерения ${attributes}>${content}</ЕдиницаИзмерения></ЕдиницыИзмерения>`)

test('variants of a property, in the three layouts', async () => {
  const variants =
    '<ВариантыЗначений><Справочник><ИдЗначения>v1</ИдЗначения><Значение>Сталь</Значение></Справочник></ВариантыЗначений>'
  const found = await one(
    'property',
    property(`<Ид>p</Ид><Наименование>Материал</Наименование><ТипЗначений>Справочник</ТипЗначений>${variants}`),
  )
  assert.deepEqual(
    [found.id, found.name, found.valueType, found.variants, found.extra],
    ['p', 'Материал', 'Справочник', { v1: 'Сталь' }, {}],
  )
  const bitrix =
    '<ВариантыЗначений><Вариант><Ид>w1</Ид><Значение>Медь</Значение><Сортировка>5</Сортировка></Вариант></ВариантыЗначений>'
  assert.deepEqual((await one('property', property(`<Ид>p</Ид>${bitrix}`))).variants, { w1: 'Медь' })
  const bare = '<ВариантыЗначений><Значение>Латунь</Значение><Значение/></ВариантыЗначений>'
  assert.deepEqual((await one('property', property(`<Ид>p</Ид>${bare}`))).variants, { Латунь: 'Латунь' })
})

test('a variant may be called as the prototype of objects is', async () => {
  const variants = '<ВариантыЗначений><Значение>__proto__</Значение></ВариантыЗначений>'
  const { variants: found } = await one('property', property(`<Ид>p</Ид>${variants}`))
  assert.deepEqual(Object.entries(found), [['__proto__', '__proto__']])
})

test('СвойствоНоменклатуры of 2.03 and the properties of sections are properties, counted by their own names', async () => {
  const xml = classifier(
    `<Свойства><СвойствоНоменклатуры><Ид>n</Ид><Наименование>Вид</Наименование><Обязательное>false</Обязательное></СвойствоНоменклатуры></Свойства>
     <СвойстваГрупп><Свойство><Ид>g</Ид></Свойство></СвойстваГрупп>
     <СвойстваЭлементов><Свойство><Ид>e</Ид></Свойство></СвойстваЭлементов>`,
  )
  const found = await records('property', xml)
  assert.deepEqual(
    found.map(({ id }) => id),
    ['n', 'g', 'e'],
  )
  assert.deepEqual(found[0]?.extra, { Обязательное: 'false' })
  assert.deepEqual((await surveyed(xml)).counts, { goodsProperty: 1, property: 2 })
})

test('a property of 1.x stands in attributes', async () => {
  const xml = file(
    '<Каталог Идентификатор="c"><Свойство Идентификатор="7" Наименование="Цвет" ТипДанных="string"/></Каталог>',
    '',
  )
  const { id, name, valueType } = await one('property', xml)
  assert.deepEqual([id, name, valueType], ['7', 'Цвет', 'string'])
})

test('a price type knows its currency by any name of it and whether VAT is inside', async () => {
  const tax = '<Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Акциз>false</Акциз></Налог>'
  const found = await one('priceType', priceType(`<Ид>d</Ид><Наименование>Розничная</Наименование><Валюта>руБ.</Валюта>${tax}`))
  assert.deepEqual([found.id, found.name, found.currency, found.vatIncluded], ['d', 'Розничная', 'RUB', true])
  assert.deepEqual(found.extra, { 'Налог.Наименование': 'НДС', 'Налог.Акциз': 'false' })
  assert.equal((await one('priceType', priceType('<Ид>d</Ид>'))).vatIncluded, null)
})

test('a currency that nobody knows keeps its text and is told of', async () => {
  const found = await one('priceType', priceType('<Ид>d</Ид><Валюта>фантик</Валюта>'))
  assert.equal(found.currency, 'фантик')
  assert.deepEqual(codes(found), ['currency.unknown Валюта 3'])
})

test('a warehouse keeps its address in one line, and its contacts', async () => {
  const address = '<Адрес><Представление>Москва ,Складская ,1 ,</Представление></Адрес>'
  const contacts = '<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>8 (495) 000-00-00</Значение></Контакт></Контакты>'
  const found = await one('warehouse', warehouse(`<Ид>e</Ид><Наименование>Центральный</Наименование>${address}${contacts}`))
  assert.deepEqual([found.id, found.name, found.address], ['e', 'Центральный', 'Москва ,Складская ,1 ,'])
  assert.deepEqual(found.extra, { 'Контакты.Контакт.Тип': 'Телефон рабочий', 'Контакты.Контакт.Значение': '8 (495) 000-00-00' })
  const parts = '<Адрес><АдресноеПоле><Тип>Город</Тип><Значение>Тверь</Значение></АдресноеПоле></Адрес>'
  assert.equal((await one('warehouse', warehouse(`<Ид>e</Ид>${parts}`))).address, 'Тверь')
  assert.equal((await one('warehouse', warehouse('<Ид>e</Ид>'))).address, '')
})

test('codes of units come padded, and a unit is known by its id, its code or its name', async () => {
  const full =
    '<Код>796 </Код><НаименованиеКраткое>шт        </НаименованиеКраткое><НаименованиеПолное>Штука</НаименованиеПолное>'
  const found = await one('unit', unit(`<Ид>796 </Ид>${full}<МеждународноеСокращение>PCE</МеждународноеСокращение>`))
  assert.deepEqual([found.id, found.code, found.name, found.fullName, found.international], ['796', '796', 'шт', 'Штука', 'PCE'])
  assert.equal((await one('unit', unit('<Код>0001</Код>'))).id, '0001')
  assert.equal((await one('unit', unit('рул/штук'))).id, 'рул/штук')
  assert.equal((await one('unit', unit('', 'Код="166 " НаименованиеПолное="Килограмм"'))).id, '166')
  assert.deepEqual(codes(await one('unit', unit('<Код>    </Код>'))), ['commerceml.no-id Ид 3'])
})

test('an id of zeros is none', async () => {
  const zeros = '<Ид>00000000-0000-0000-0000-000000000000</Ид>'
  for (const xml of [property(zeros), priceType(zeros), warehouse(zeros)]) {
    const { rows } = await commerceml(xml)
    assert.deepEqual([rows[0]!.id, codes(rows[0]!)], ['', ['commerceml.no-id Ид 3']])
  }
})

test('the same directories are read in a package of offers and in a catalogue', async () => {
  const lists =
    '<ТипыЦен><ТипЦены><Ид>d</Ид></ТипЦены></ТипыЦен><Склады><Склад><Ид>e</Ид></Склад></Склады><Свойства><Свойство><Ид>p</Ид></Свойство></Свойства>'
  for (const part of ['Классификатор', 'Каталог', 'ПакетПредложений', 'ИзмененияПакетаПредложений']) {
    assert.deepEqual(
      (await surveyed(file(`<${part}>${lists}</${part}>`))).counts,
      { priceType: 1, warehouse: 1, property: 1 },
      part,
    )
  }
})
