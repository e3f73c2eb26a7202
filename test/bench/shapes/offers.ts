import { createRandom, type Random } from '../random.ts'
import { thing } from '../words.ts'
import type { Shape } from './shape.ts'
import { owner, xmlHead, xmlTail } from './xml.ts'

const catalogueId = '0c1f7f0e-1111-4a4e-9d57-4f3c5d3a0001'
const seeded = createRandom(7)
const priceTypes = ['Розничная', 'Оптовая', 'Закупочная'].map((name) => ({ id: seeded.guid(), name }))
const warehouses = ['Центральный', 'Южный', 'Магазин'].map((name) => ({ id: seeded.guid(), name }))

/** `offers0_1.xml`: variants with three prices and the stock of three warehouses (`1c-side.md §3.3`). */
export const offers: Shape = {
  name: 'offers',
  extension: 'xml',
  kind: 'offer',
  element: 'Предложение',
  head: (encoding) => `${xmlHead(encoding)}	<ПакетПредложений СодержитТолькоИзменения="true">
		<Ид>${catalogueId}#</Ид>
		<Наименование>Пакет предложений (Основной каталог)</Наименование>
		<ИдКаталога>${catalogueId}</ИдКаталога>
		<ИдКлассификатора>${catalogueId}</ИдКлассификатора>
		${owner}
		<ТипыЦен>
${priceTypes.map(priceType).join('')}		</ТипыЦен>
		<Склады>
${warehouses.map(({ id, name }) => `			<Склад>\n				<Ид>${id}</Ид>\n				<Наименование>${name}</Наименование>\n			</Склад>\n`).join('')}		</Склады>
		<Предложения>
`,
  record: offer,
  tail: `		</Предложения>
	</ПакетПредложений>
${xmlTail}`,
}

function priceType({ id, name }: { id: string; name: string }): string {
  return `			<ТипЦены>
				<Ид>${id}</Ид>
				<Наименование>${name}</Наименование>
				<Валюта>RUB</Валюта>
				<Налог>
					<Наименование>НДС</Наименование>
					<УчтеноВСумме>true</УчтеноВСумме>
				</Налог>
			</ТипЦены>
`
}

function offer(random: Random): string {
  const stock = warehouses.map(() => random.below(200))
  const price = random.below(500_000) + 100
  return `			<Предложение>
				<Ид>${random.guid()}#${random.guid()}</Ид>
				<Артикул>АРТ-${random.below(1_000_000)}</Артикул>
				<Наименование>${thing(random)} (белый)</Наименование>
				<БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>
				<ХарактеристикиТовара>
					<ХарактеристикаТовара>
						<Наименование>Цвет</Наименование>
						<Значение>белый</Значение>
					</ХарактеристикаТовара>
				</ХарактеристикиТовара>
				<Цены>
${priceTypes.map(({ id }, at) => priceOf(id, (price * (10 - at)) / 1000)).join('')}				</Цены>
				<Количество>${stock.reduce((sum, each) => sum + each, 0)}</Количество>
${warehouses.map(({ id }, at) => `				<Склад ИдСклада="${id}" КоличествоНаСкладе="${stock[at]}"/>\n`).join('')}			</Предложение>
`
}

function priceOf(typeId: string, value: number): string {
  const text = value.toFixed(2)
  return `					<Цена>
						<Представление>${text.replace('.', ',')} RUB за шт</Представление>
						<ИдТипаЦены>${typeId}</ИдТипаЦены>
						<ЦенаЗаЕдиницу>${text}</ЦенаЗаЕдиницу>
						<Валюта>RUB</Валюта>
						<Коэффициент>1</Коэффициент>
					</Цена>
`
}
