const id = { ru: 'Идентификатор 1С (GUID)', en: '1C id (GUID)' }
const code = { ru: 'Код 1С: вместо идентификатора, если его нет', en: '1C code: instead of the id where there is none' }
const deleted = { ru: 'Пометка удаления', en: 'Deletion mark' }
const comment = { ru: 'Комментарий', en: 'Comment' }

const reach = {
  phone: { ru: 'Телефон; в ячейке может быть несколько', en: 'Phone; a cell may hold several' },
  workPhone: { ru: 'Рабочий телефон', en: 'Work phone' },
  mobile: { ru: 'Мобильный телефон', en: 'Mobile phone' },
  homePhone: { ru: 'Домашний телефон', en: 'Home phone' },
  fax: { ru: 'Факс', en: 'Fax' },
  otherPhone: { ru: 'Другой телефон', en: 'Other phone' },
  email: { ru: 'E-mail; в ячейке может быть несколько', en: 'E-mail; a cell may hold several' },
}

const personName = {
  lastName: { ru: 'Фамилия', en: 'Last name' },
  firstName: { ru: 'Имя', en: 'First name' },
  middleName: { ru: 'Отчество', en: 'Middle name' },
}

// The names of the fields are those by which the table reader binds columns; a test holds the two together.

export const counterpartyFields = {
  id,
  code,
  name: { ru: 'Наименование', en: 'Short name' },
  fullName: { ru: 'Полное наименование', en: 'Full name' },
  ...personName,
  legalForm: { ru: 'Вид: юридическое лицо, ИП, физическое лицо', en: 'Kind: company, sole proprietor, person' },
  inn: { ru: 'ИНН (или ИНН/КПП)', en: 'ИНН (tax id), or ИНН/КПП' },
  kpp: { ru: 'КПП', en: 'КПП' },
  ogrn: { ru: 'ОГРН или ОГРНИП', en: 'ОГРН or ОГРНИП' },
  okpo: { ru: 'ОКПО', en: 'ОКПО' },
  role: { ru: 'Роль: покупатель, поставщик', en: 'Role: buyer, supplier' },
  ...reach,
  site: { ru: 'Сайт', en: 'Web site' },
  legalAddress: { ru: 'Юридический адрес', en: 'Legal address' },
  actualAddress: { ru: 'Фактический адрес', en: 'Actual address' },
  postalAddress: { ru: 'Почтовый адрес', en: 'Postal address' },
  deliveryAddress: { ru: 'Адрес доставки', en: 'Delivery address' },
  postalCode: { ru: 'Индекс фактического адреса', en: 'Postal code of the actual address' },
  country: { ru: 'Страна', en: 'Country' },
  region: { ru: 'Регион', en: 'Region' },
  city: { ru: 'Город', en: 'City' },
  account: { ru: 'Расчётный счёт', en: 'Bank account' },
  bik: { ru: 'БИК', en: 'БИК' },
  bankName: { ru: 'Банк', en: 'Bank' },
  correspondentAccount: { ru: 'Корреспондентский счёт', en: 'Correspondent account' },
  contactPerson: { ru: 'Контактное лицо', en: 'Contact person' },
  contactPersonPhone: { ru: 'Телефон контактного лица', en: 'Phone of the contact person' },
  contactPersonEmail: { ru: 'E-mail контактного лица', en: 'E-mail of the contact person' },
  contactPersonPost: { ru: 'Должность контактного лица', en: 'Position of the contact person' },
  group: { ru: 'Группа контрагента', en: 'Group of the counterparty' },
  comment,
  deleted,
}

export const contactFields = {
  id,
  code,
  name: { ru: 'ФИО одной строкой', en: 'Name in one line' },
  ...personName,
  counterpartyId: { ru: 'Идентификатор или код контрагента', en: 'Id or code of the counterparty' },
  counterparty: { ru: 'Контрагент: наименование', en: 'Counterparty: name' },
  relation: { ru: 'Отношение к контрагенту', en: 'Relation to the counterparty' },
  post: { ru: 'Должность', en: 'Position' },
  ...reach,
  comment,
  deleted,
}

const document = {
  id,
  number: { ru: 'Номер', en: 'Number' },
  date: { ru: 'Дата', en: 'Date' },
  state: { ru: 'Состояние', en: 'State' },
  amount: { ru: 'Сумма', en: 'Amount' },
  currency: { ru: 'Валюта', en: 'Currency' },
  organisation: { ru: 'Организация', en: 'Organisation' },
  clientId: { ru: 'Идентификатор клиента', en: 'Id of the client' },
  client: { ru: 'Клиент: наименование или ФИО', en: 'Client: name' },
  clientInn: { ru: 'ИНН клиента', en: 'ИНН of the client' },
  payerId: { ru: 'Идентификатор плательщика', en: 'Id of the payer' },
  payer: { ru: 'Плательщик', en: 'Payer' },
  phone: reach.phone,
  mobile: reach.mobile,
  email: reach.email,
  persons: { ru: 'Люди документа: идентификаторы или ФИО', en: 'People of the document: ids or full names' },
  basis: { ru: 'Документ-основание: идентификатор или номер', en: 'Basis document: id or number' },
  contract: { ru: 'Договор: идентификатор или номер', en: 'Contract: id or number' },
  beginDate: { ru: 'Дата начала', en: 'Begin date' },
  endDate: { ru: 'Дата окончания', en: 'End date' },
  portalId: { ru: 'Номер карточки Битрикс24 (CRM_ID)', en: 'Number of the Bitrix24 card (CRM_ID)' },
  comment,
  deleted,
}

export const workOrderFields = {
  ...document,
  client: { ru: 'Заказчик: наименование или ФИО', en: 'Customer: name' },
  basis: { ru: 'Заявка или другое основание: идентификатор или номер', en: 'Request or other basis: id or number' },
  beginDate: { ru: 'Начало работ', en: 'Begin of the work' },
  endDate: { ru: 'Окончание работ', en: 'End of the work' },
}

export const bookingFields = {
  ...document,
  number: { ru: 'Номер брони', en: 'Number of the booking' },
  clientId: { ru: 'Идентификатор гостя', en: 'Id of the guest' },
  client: { ru: 'Гость: ФИО', en: 'Guest: name' },
  companyId: { ru: 'Идентификатор компании', en: 'Id of the company' },
  company: { ru: 'Компания', en: 'Company' },
  payerId: { ru: 'Идентификатор плательщика, если компании нет', en: 'Id of the payer where there is no company' },
  payer: { ru: 'Плательщик, если компании нет', en: 'Payer where there is no company' },
  persons: {
    ru: 'Гости: идентификаторы или ФИО через запятую, точку с запятой или с новой строки',
    en: 'Guests: ids or full names parted by a comma, a semicolon or a line break',
  },
  beginDate: { ru: 'Заезд', en: 'Check-in' },
  endDate: { ru: 'Выезд', en: 'Check-out' },
}

export const contractFields = {
  ...document,
  number: { ru: 'Номер договора', en: 'Number of the contract' },
  client: { ru: 'Контрагент', en: 'Counterparty' },
  type: { ru: 'Вид договора', en: 'Type of the contract' },
  contract: { ru: 'Основной договор: идентификатор или номер', en: 'Main contract: id or number' },
  beginDate: { ru: 'Действует с', en: 'Valid from' },
  endDate: { ru: 'Действует до', en: 'Valid to' },
}

export const invoiceFields = {
  ...document,
  number: { ru: 'Номер счёта', en: 'Number of the invoice' },
  client: { ru: 'Контрагент', en: 'Counterparty' },
  basis: { ru: 'Заказ или заявка: идентификатор или номер', en: 'Order or request: id or number' },
  endDate: { ru: 'Срок оплаты', en: 'Due date' },
}

export const documentRowFields = {
  document: { ru: 'Документ: идентификатор или номер', en: 'Document: id or number' },
  productId: { ru: 'Идентификатор товара', en: 'Id of the product' },
  name: { ru: 'Товар или работа', en: 'Product or work' },
  article: { ru: 'Артикул', en: 'Article' },
  service: { ru: 'Услуга: да/нет или тип', en: 'Service: yes/no, or the type' },
  unit: { ru: 'Единица измерения', en: 'Unit of measure' },
  unitCode: { ru: 'Код единицы по ОКЕИ', en: 'ОКЕИ code of the unit' },
  price: { ru: 'Цена', en: 'Price' },
  quantity: { ru: 'Количество', en: 'Quantity' },
  amount: { ru: 'Сумма строки', en: 'Amount of the row' },
  discountPercent: { ru: 'Процент скидки', en: 'Discount, percent' },
  discountAmount: { ru: 'Сумма скидки', en: 'Discount, amount' },
  vat: { ru: 'Ставка НДС', en: 'VAT rate' },
}

export const productFields = {
  id,
  code,
  article: { ru: 'Артикул', en: 'Article' },
  name: { ru: 'Наименование товара', en: 'Name of the product' },
  fullName: { ru: 'Полное наименование', en: 'Full name' },
  groupId: { ru: 'Идентификатор группы', en: 'Id of the group' },
  group: { ru: 'Группа: название или путь «Обувь / Женская»', en: 'Group: a name or a path "Shoes / Women"' },
  unit: { ru: 'Единица измерения', en: 'Unit of measure' },
  unitCode: { ru: 'Код единицы по ОКЕИ', en: 'ОКЕИ code of the unit' },
  price: { ru: 'Цена', en: 'Price' },
  currency: { ru: 'Валюта', en: 'Currency' },
  vat: { ru: 'Ставка НДС', en: 'VAT rate' },
  barcode: { ru: 'Штрихкод', en: 'Barcode' },
  description: { ru: 'Описание', en: 'Description' },
  quantity: { ru: 'Количество, остаток', en: 'Quantity in stock' },
  manufacturer: { ru: 'Производитель', en: 'Manufacturer' },
  service: { ru: 'Услуга: да/нет или тип номенклатуры', en: 'Service: yes/no, or the type of the item' },
  deleted,
}
