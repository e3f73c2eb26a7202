/** An order as 1C exports it to a site (`1c-side.md §3.7, §4`). */
export interface TestOrder {
  readonly number: string
  readonly amount: string
  readonly comment?: string
  readonly currency?: string
  readonly client?: string
  readonly inn?: string
  readonly rows?: readonly { readonly id: string; readonly name: string; readonly price: string; readonly quantity: string }[]
  /** Requisites of the document: `Проведен`, `Отменен` … */
  readonly requisites?: Readonly<Record<string, string>>
}

/** A file of orders; `generated` as `ДатаФормирования` has it. */
export function ordersFile(orders: readonly TestOrder[], generated: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}">
${orders.map(orderXml).join('\n')}
</КоммерческаяИнформация>
`
}

function orderXml({
  number,
  amount,
  comment = '',
  currency = 'RUB',
  client = 'Ромашка ООО',
  inn = '7701000017',
  rows = [],
  requisites = {},
}: TestOrder) {
  const goods = rows.map(({ id, name, price, quantity }) => {
    const sum = (Number(price) * Number(quantity)).toFixed(2)
    return `<Товар><Ид>${id}</Ид><Наименование>${name}</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница>
<ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${sum}</Сумма></Товар>`
  })
  const values = Object.entries(requisites).map(
    ([name, value]) => `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
  )
  return `<Документ><Ид>id-${number}</Ид><Номер>${number}</Номер><Дата>2026-03-04</Дата><ХозОперация>Заказ товара</ХозОперация>
<Роль>Продавец</Роль><Валюта>${currency}</Валюта><Курс>1</Курс><Сумма>${amount}</Сумма>
<Контрагенты><Контрагент><Ид>id-${inn}</Ид><Наименование>${client}</Наименование><ОфициальноеНаименование>${client}</ОфициальноеНаименование>
<Роль>Покупатель</Роль><ИНН>${inn}</ИНН><КПП>770101001</КПП></Контрагент></Контрагенты>
<Время>10:15:00</Время><Комментарий>${comment}</Комментарий>
<Товары>${goods.join('\n')}</Товары>
<ЗначенияРеквизитов>${values.join('')}</ЗначенияРеквизитов></Документ>`
}
