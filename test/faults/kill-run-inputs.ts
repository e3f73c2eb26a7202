import iconv from 'iconv-lite'

/** Path inside the exchange folder → content. */
export type Inputs = Readonly<Record<string, string | Uint8Array>>

/** One folder is taken from by moving, one by copying. */
export const settings = `
folders: {in: [in, {path: share, take: copy}]}
readiness: {settle: 5ms, giveUp: 1m}
bitrix24: {idFields: {company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C, deal: UF_CRM_ID_1C}}
`

/** A first export of everything, and a later one with changes, a repeat and news. Every dialect that has its own way is in. */
export function* rounds(): Generator<Inputs> {
  const goods = Array.from({ length: 60 }, (_, index) => index + 1)
  const bad =
    '<?xml version="1.0"?>\n<КоммерческаяИнформация><Каталог>\n<Товар>&nbsp;</Товар></Каталог></КоммерческаяИнформация>\n'
  yield {
    'in/import0_1.xml': catalogue(goods, '2026-03-05T09:00:00'),
    'in/offers0_1.xml': offers(goods, 100, '2026-03-05T09:00:00'),
    'in/kontragenty.csv': clients(40, ''),
    'in/orders.xml': orders(20, '2026-03-05T09:00:01'),
    'in/bad.xml': bad,
    'share/zn.csv': workOrders(15),
  }
  yield {
    'in/import0_1.xml': catalogue(goods, '2026-03-05T09:00:00'),
    'in/offers0_1.xml': offers(goods, 120, '2026-03-06T09:00:00'),
    'in/kontragenty.csv': clients(45, ' доб. 7'),
    'in/orders.xml': orders(25, '2026-03-06T09:00:01'),
    'share/zn 2.csv': workOrders(18),
  }
}

function catalogue(goods: readonly number[], generated: string): string {
  const items = goods.map(
    (n) =>
      `<Товар><Ид>g${n}</Ид><Артикул>А-${n}</Артикул><Наименование>Товар № ${n}</Наименование><Группы><Ид>gr</Ид></Группы></Товар>`,
  )
  return file(
    generated,
    `<Классификатор><Ид>c</Ид><Группы><Группа><Ид>gr</Ид><Наименование>Разное</Наименование></Группа></Группы></Классификатор>
<Каталог СодержитТолькоИзменения="false"><Ид>c</Ид><Товары>\n${items.join('\n')}\n</Товары></Каталог>`,
  )
}

function offers(goods: readonly number[], price: number, generated: string): string {
  const items = goods.map(
    (n) =>
      `<Предложение><Ид>g${n}</Ид><Цены><Цена><ИдТипаЦены>p</ИдТипаЦены><ЦенаЗаЕдиницу>${price + n}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены><Количество>${n}</Количество></Предложение>`,
  )
  return file(
    generated,
    `<ПакетПредложений><Ид>c#</Ид><ИдКаталога>c</ИдКаталога><ТипыЦен><ТипЦены><Ид>p</Ид><Наименование>Розничная</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен>
<Предложения>\n${items.join('\n')}\n</Предложения></ПакетПредложений>`,
  )
}

function clients(count: number, more: string): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `00-${String(index + 1).padStart(6, '0')};ООО "Клиент ${index % 30}";8 (495) 100-00-${String(index).padStart(2, '0')}${more};`,
  )
  return iconv.encode(['Код;Наименование;Телефон;ИНН', ...rows, ''].join('\r\n'), 'windows-1251')
}

function orders(count: number, generated: string): string {
  const items = Array.from(
    { length: count },
    (
      _,
      index,
    ) => `<Документ><Ид>d${index}</Ид><Номер>D-${index}</Номер><Дата>2026-03-05</Дата><ХозОперация>Заказ товара</ХозОперация><Валюта>RUB</Валюта><Сумма>100</Сумма>
<Контрагенты><Контрагент><Ид>k${index % 7}</Ид><Наименование>Покупатель ${index % 7} ООО</Наименование><ОфициальноеНаименование>ООО "Покупатель ${index % 7}"</ОфициальноеНаименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>
<Товары><Товар><Ид>g1</Ид><Наименование>Товар № 1</Наименование><ЦенаЗаЕдиницу>100</ЦенаЗаЕдиницу><Количество>1</Количество><Сумма>100</Сумма></Товар></Товары></Документ>`,
  )
  return file(generated, items.join('\n'))
}

function workOrders(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `${3000004800 + index};05.03.2026 9:05:07;В работе;Клиент Иван ${index};+7 916 000-00-${String(index).padStart(2, '0')};1 000,00`,
  )
  return ['Номер;Дата;Состояние;Заказчик;Телефон;Сумма', ...rows, ''].join('\r\n')
}

function file(generated: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}">\n${body}\n</КоммерческаяИнформация>\n`
}
