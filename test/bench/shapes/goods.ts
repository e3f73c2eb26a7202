import { createRandom, type Random } from '../random.ts'
import { sentences, thing } from '../words.ts'
import type { Shape } from './shape.ts'
import { escaped, owner, xmlHead, xmlTail } from './xml.ts'

const catalogueId = '0c1f7f0e-1111-4a4e-9d57-4f3c5d3a0001'
const groups = ids(1, 120)
const properties = ids(2, 24)
const makers = ids(3, 30)
const variants = properties.map((_, at) => ids(100 + at, 10))

/** `import0_1.xml`: a classifier and its goods, with properties, requisites, units and taxes (`1c-side.md §3.2`). */
export const goods: Shape = {
  name: 'import',
  extension: 'xml',
  kind: 'product',
  element: 'Товар',
  head: (encoding) => `${xmlHead(encoding)}${classifier()}	<Каталог СодержитТолькоИзменения="false">
		<Ид>${catalogueId}</Ид>
		<ИдКлассификатора>${catalogueId}</ИдКлассификатора>
		<Наименование>Основной каталог</Наименование>
		${owner}
		<Товары>
`,
  record: product,
  tail: `		</Товары>
	</Каталог>
${xmlTail}`,
}

function classifier(): string {
  return `	<Классификатор>
		<Ид>${catalogueId}</Ид>
		<Наименование>Классификатор (Основной каталог)</Наименование>
		${owner}
		<Группы>
${groups.map((id, at) => `			<Группа>\n				<Ид>${id}</Ид>\n				<Наименование>Раздел ${at + 1}</Наименование>\n			</Группа>\n`).join('')}		</Группы>
		<Свойства>
${properties.map(property).join('')}		</Свойства>
	</Классификатор>
`
}

// Every second property is a list, the others are numbers.
function property(id: string, at: number): string {
  const values = variants[at]!.map(
    (variant, place) => `					<Справочник>
						<ИдЗначения>${variant}</ИдЗначения>
						<Значение>Значение ${place + 1}</Значение>
					</Справочник>
`,
  )
  return `			<Свойство>
				<Ид>${id}</Ид>
				<Наименование>Свойство ${at + 1}</Наименование>
				<ТипЗначений>${isList(at) ? 'Справочник' : 'Число'}</ТипЗначений>
${isList(at) ? `				<ВариантыЗначений>\n${values.join('')}				</ВариантыЗначений>\n` : ''}			</Свойство>
`
}

function product(random: Random, number: number): string {
  const name = random.chance(0.2) ? `${thing(random)} "ГОСТ ${random.below(9000)}" & шайба` : thing(random)
  const id = random.guid()
  const about = sentences.filter(() => random.chance(0.4)).join(random.chance(0.5) ? ' ' : '\n')
  return `			<Товар>
				<Ид>${id}</Ид>
				<Штрихкод>46${random.digits(11)}</Штрихкод>
				<Артикул>АРТ-${random.below(1_000_000)}</Артикул>
				<Наименование>${escaped(name)}</Наименование>
				<БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>
				<Группы>
					<Ид>${random.pick(groups)}</Ид>
				</Группы>
				<Описание>${about}</Описание>
				<Картинка>import_files/${id.slice(0, 2)}/${id.replaceAll('-', '')}.jpg</Картинка>
				<Изготовитель>
					<Ид>${random.pick(makers)}</Ид>
					<Наименование>Завод № ${random.below(30)}</Наименование>
				</Изготовитель>
				<ЗначенияСвойств>
${propertyValues(random)}				</ЗначенияСвойств>
				<СтавкиНалогов>
					<СтавкаНалога>
						<Наименование>НДС</Наименование>
						<Ставка>${random.pick(['20', '20', '10', 'Без НДС'])}</Ставка>
					</СтавкаНалога>
				</СтавкиНалогов>
				<ЗначенияРеквизитов>
${requisite('Код', `00-${String(number).padStart(8, '0')}`)}${requisite('ВидНоменклатуры', 'Метизы')}${requisite('ТипНоменклатуры', random.chance(0.05) ? 'Услуга' : 'Товар')}${requisite('Полное наименование', escaped(`${name}, упаковка ${random.below(200)} шт`))}${requisite('Вес', `0.${random.digits(3)}`)}				</ЗначенияРеквизитов>
			</Товар>
`
}

function propertyValues(random: Random): string {
  const count = 2 + random.below(5)
  const first = random.below(properties.length - count)
  let text = ''
  for (let at = first; at < first + count; at++) {
    const value = isList(at) ? random.pick(variants[at]!) : `1 ${random.digits(3)},${random.below(10)}`
    text += `					<ЗначенияСвойства>
						<Ид>${properties[at]}</Ид>
						<Значение>${value}</Значение>
					</ЗначенияСвойства>
`
  }
  return text
}

function requisite(name: string, value: string): string {
  return `					<ЗначениеРеквизита>
						<Наименование>${name}</Наименование>
						<Значение>${value}</Значение>
					</ЗначениеРеквизита>
`
}

function isList(at: number): boolean {
  return at % 2 === 0
}

function ids(seed: number, count: number): readonly string[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.guid())
}
