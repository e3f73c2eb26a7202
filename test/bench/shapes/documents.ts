import { firmInn, kpp } from '../numbers.ts'
import type { Random } from '../random.ts'
import { firm, thing } from '../words.ts'
import type { Shape } from './shape.ts'
import { escaped, xmlHead, xmlTail } from './xml.ts'

/** `orders-….xml`: orders of one to eight rows with their buyer, taxes and requisites (`1c-side.md §3.7, §4`). */
export const documents: Shape = {
  name: 'documents',
  extension: 'xml',
  kind: 'order',
  element: 'Документ',
  head: (encoding) => xmlHead(encoding),
  record: order,
  tail: xmlTail,
}

function order(random: Random, number: number): string {
  const { name, fullName } = firm(random)
  const day = `2026-0${random.below(9) + 1}-${random.below(18) + 10}`
  const rows = Array.from({ length: random.below(8) + 1 }, () => ({
    price: random.below(9000) + 10,
    quantity: random.below(50) + 1,
  }))
  const amount = rows.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return `	<Документ>
		<Ид>${random.guid()}</Ид>
		<Номер>B24-${number}</Номер>
		<Дата>${day}</Дата>
		<ХозОперация>Заказ товара</ХозОперация>
		<Роль>Продавец</Роль>
		<Валюта>RUB</Валюта>
		<Курс>1</Курс>
		<Сумма>${amount}.00</Сумма>
		<Контрагенты>
			<Контрагент>
				<Ид>${random.guid()}</Ид>
				<Наименование>${name}</Наименование>
				<ОфициальноеНаименование>${escaped(fullName)}</ОфициальноеНаименование>
				<ИНН>${firmInn(random)}</ИНН>
				<КПП>${kpp(random)}</КПП>
				<Роль>Покупатель</Роль>
			</Контрагент>
		</Контрагенты>
		<Время>10:15:00</Время>
		<Комментарий>Позвонить за час &amp; взять сдачу</Комментарий>
		<Товары>
${rows.map((row) => orderRow(random, row)).join('')}		</Товары>
		<ЗначенияРеквизитов>
${requisite('Номер по 1С', `УТ00-${random.digits(6)}`)}${requisite('Дата по 1С', `${day}T9:05:07`)}${requisite('Проведен', 'true')}${requisite('Номер оплаты по 1С', `УТ00-${random.digits(6)}`)}${requisite('Дата оплаты по 1С', `${day}T11:05:07`)}${requisite('Отменен', 'false')}		</ЗначенияРеквизитов>
	</Документ>
`
}

function orderRow(random: Random, { price, quantity }: { price: number; quantity: number }): string {
  const amount = price * quantity
  return `			<Товар>
				<Ид>${random.guid()}#${random.guid()}</Ид>
				<Артикул>АРТ-${random.below(1_000_000)}</Артикул>
				<Наименование>${thing(random)}</Наименование>
				<БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>
				<ЗначенияРеквизитов>
					<ЗначениеРеквизита>
						<Наименование>ТипНоменклатуры</Наименование>
						<Значение>Товар</Значение>
					</ЗначениеРеквизита>
				</ЗначенияРеквизитов>
				<ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу>
				<Количество>${quantity}</Количество>
				<Сумма>${amount}</Сумма>
				<Единица>796</Единица>
				<Коэффициент>1</Коэффициент>
				<Налоги>
					<Налог>
						<Наименование>НДС</Наименование>
						<УчтеноВСумме>true</УчтеноВСумме>
						<Сумма>${(amount / 6).toFixed(2)}</Сумма>
						<Ставка>20</Ставка>
					</Налог>
				</Налоги>
			</Товар>
`
}

function requisite(name: string, value: string): string {
  return `			<ЗначениеРеквизита>
				<Наименование>${name}</Наименование>
				<Значение>${value}</Значение>
			</ЗначениеРеквизита>
`
}
