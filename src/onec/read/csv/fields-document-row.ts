import type { Field } from './fields.ts'
import { contractNumbers, idNames } from './fields-document.ts'
import { invoiceNumbers } from './fields-invoice.ts'

/** Names that are those of a document and of nothing else. */
export const documentNames = [
  ...idNames('Документ', 'документа'),
  ...idNames('Заказ', 'заказа'),
  ...idNames('Заказ-наряд', 'заказ-наряда'),
  ...idNames('Счет', 'счета'),
  'Номер документа',
  '№ документа',
  'Документ',
  'Номер заказ-наряда',
  '№ заказ-наряда',
  'Заказ-наряд',
  ...invoiceNumbers,
  'Номер заказа',
  '№ заказа',
  'Номер брони',
  ...contractNumbers,
  'Document',
]

/** Columns of a table of goods and works of documents. `Номер` and the like are taken for the document only if nothing better is there. */
export const documentRowFields: readonly Field[] = [
  {
    name: 'document',
    spellings: [...documentNames, 'Счет', 'Счет на оплату', 'Заказ', 'Заявка', 'Номер заявки', 'Договор', 'Бронь', 'Номер', '№'],
    requiredUnless: [],
    digits: true,
    telling: true,
  },
  {
    name: 'productId',
    spellings: [
      ...idNames('Номенклатура', 'номенклатуры'),
      ...idNames('Товар', 'товара'),
      ...idNames('Услуга', 'услуги'),
      ...idNames('Работа', 'работы'),
      'Product ID',
    ],
    digits: true,
  },
  {
    name: 'name',
    spellings: [
      'Номенклатура',
      'Товар',
      'Наименование',
      'Наименование товара',
      'Товар или услуга',
      'Товар/работа',
      'Работа',
      'Услуга',
      'Вид работ',
      'Наименование работы',
      'Содержание',
      'Название',
      'Product',
      'Name',
    ],
    requiredUnless: ['productId'],
  },
  { name: 'article', spellings: ['Артикул', 'Артикул товара', 'Арт.', 'Article', 'SKU'], digits: true, telling: true },
  {
    name: 'service',
    spellings: ['Тип', 'Тип строки', 'Тип номенклатуры', 'Вид номенклатуры', 'Это услуга', 'Товар или работа', 'Type'],
  },
  {
    name: 'unit',
    spellings: ['Единица измерения', 'Ед. изм.', 'Ед.', 'Единица', 'Базовая единица', 'Unit'],
    telling: true,
  },
  { name: 'unitCode', spellings: ['Код ОКЕИ', 'ОКЕИ', 'Код единицы', 'Код единицы измерения'] },
  { name: 'price', spellings: ['Цена', 'Цена за единицу', 'Цена руб', 'Стоимость нормо-часа', 'Price'], telling: true },
  {
    name: 'quantity',
    spellings: ['Количество', 'Кол-во', 'Норма времени', 'Нормо-часы', 'Н/ч', 'Количество часов', 'Часы', 'Quantity', 'Qty'],
    telling: true,
  },
  {
    name: 'amount',
    spellings: [
      'Сумма со скидкой',
      'Сумма с учетом скидки',
      'Всего',
      'Итого',
      'Сумма с НДС',
      'Сумма',
      'Сумма строки',
      'Стоимость',
      'Amount',
      'Total',
    ],
    telling: true,
  },
  {
    name: 'discountPercent',
    // Signs do not count in the name of a column: `Скидка` itself is told from `Скидка, %` when a row is read.
    spellings: ['% скидки', 'Процент скидки', 'Скидка процент', 'Скидка, %', 'Discount percent'],
  },
  { name: 'discountAmount', spellings: ['Сумма скидки', 'Скидка сумма', 'Скидка руб', 'Discount amount'] },
  { name: 'vat', spellings: ['Ставка НДС', 'НДС', 'VAT rate', 'VAT'], telling: true },
]
