import type { Field } from './fields.ts'

/**
 * Columns of a table of номенклатура. A record of a product has no place for `group`, `price`, `currency` and `quantity`: they
 * stand under `extra`, as the file calls them, and are listed here so that such a table is known for what it is.
 */
export const productFields: readonly Field[] = [
  {
    name: 'id',
    spellings: [
      'Ид',
      'ID',
      'GUID',
      'ГУИД',
      'УИД',
      'УникальныйИдентификатор',
      'ИдНоменклатуры',
      'GUID номенклатуры',
      'ИдТовара',
      'id_1C',
      'Ссылка',
      'ORIGIN_ID',
    ],
    digits: true,
  },
  { name: 'code', spellings: ['Код', 'Код товара', 'Код номенклатуры', 'Код 1С', 'Code'], digits: true },
  { name: 'article', spellings: ['Артикул', 'Артикул товара', 'Арт.', 'Article', 'SKU'], digits: true, telling: true },
  {
    name: 'name',
    spellings: [
      'Наименование',
      'Номенклатура',
      'Товар',
      'Название',
      'Наименование товара',
      'Название товара',
      'Рабочее наименование',
      'Имя',
      'Name',
    ],
    requiredUnless: ['fullName'],
  },
  { name: 'fullName', spellings: ['Полное наименование', 'Наименование полное', 'Наименование для печати', 'FullName'] },
  { name: 'groupId', spellings: ['ИдГруппы', 'GUID группы', 'Код группы'], digits: true },
  {
    name: 'group',
    spellings: [
      'Группа',
      'Группа товаров',
      'Группа номенклатуры',
      'Родитель',
      'Категория',
      'Раздел',
      'Папка',
      'Group',
      'Category',
    ],
    extra: true,
  },
  {
    name: 'unit',
    spellings: ['Единица измерения', 'Ед. изм.', 'Ед.', 'Единица', 'Базовая единица', 'ЕдиницаХранения', 'Unit'],
    telling: true,
  },
  { name: 'unitCode', spellings: ['Код ОКЕИ', 'ОКЕИ', 'Код единицы', 'Код единицы измерения'] },
  {
    name: 'price',
    spellings: ['Цена', 'Цена продажи', 'Розничная цена', 'Цена розничная', 'Цена руб', 'Price'],
    telling: true,
    extra: true,
  },
  { name: 'currency', spellings: ['Валюта', 'Currency'], extra: true },
  { name: 'vat', spellings: ['НДС', 'Ставка НДС', 'СтавкаНДС', 'VAT'], telling: true },
  {
    name: 'barcode',
    spellings: ['Штрихкод', 'Штрих-код', 'Код штрихкода', 'EAN', 'EAN13', 'Barcode'],
    digits: true,
    telling: true,
  },
  {
    name: 'description',
    spellings: ['Описание', 'Описание товара', 'Дополнительное описание', 'Текстовое описание', 'Description'],
  },
  {
    name: 'quantity',
    spellings: ['Количество', 'Остаток', 'Остатки', 'Кол-во', 'Свободный остаток', 'Quantity', 'Stock'],
    telling: true,
    extra: true,
  },
  { name: 'manufacturer', spellings: ['Производитель', 'Изготовитель', 'Бренд', 'Марка', 'Brand'] },
  {
    name: 'service',
    spellings: ['Услуга', 'Это услуга', 'Тип номенклатуры', 'Вид номенклатуры', 'Вид товаров', 'ТипНоменклатуры'],
  },
  { name: 'deleted', spellings: ['ПометкаУдаления', 'Пометка на удаление', 'Помечен на удаление', 'Удален', 'Deleted'] },
]
