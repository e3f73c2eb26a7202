import { account, bank, firmInn, kpp, personInn } from '../numbers.ts'
import type { Random } from '../random.ts'
import { addressLine, email, firm, type Place, personName, phone, place } from '../words.ts'
import type { Shape } from './shape.ts'
import { escaped, xmlHead, xmlTail } from './xml.ts'

/** `contragents_….xml` of CommerceML 3.1: firms with bank account and contact person, one sole proprietor in five (`1c-side.md §3.6`). */
export const counterparties: Shape = {
  name: 'counterparties',
  extension: 'xml',
  kind: 'counterparty',
  element: 'Контрагент',
  head: (encoding) => `${xmlHead(encoding, '3.1', 'urn:1C.ru:commerceml_3')}	<Контрагенты СодержитТолькоИзменения="false">
`,
  record: (random) => (random.chance(0.2) ? person(random) : company(random)),
  tail: `	</Контрагенты>
${xmlTail}`,
}

function company(random: Random): string {
  const { name, fullName } = firm(random)
  const where = place(random)
  return `		<Контрагент>
${common(random)}			<Наименование>${name}</Наименование>
			<ОфициальноеНаименование>${escaped(fullName)}</ОфициальноеНаименование>
			<Роль>Покупатель</Роль>
			<ИНН>${firmInn(random)}</ИНН>
			<КПП>${kpp(random)}</КПП>
			<КодПоОКПО/>
			<РасчетныеСчета>
				<РасчетныйСчет>
					<НомерСчета>${account(random)}</НомерСчета>
					<Банк>
						<БИК>${bank.bik}</БИК>
						<Наименование>${escaped(bank.name)}</Наименование>
						<СчетКорреспондентский>${bank.correspondentAccount}</СчетКорреспондентский>
					</Банк>
				</РасчетныйСчет>
			</РасчетныеСчета>
			<Представители>
				<Представитель>
					<Отношение>Контактное лицо</Отношение>
					<Ид>${random.guid()}</Ид>
					<Наименование>${personName(random)}</Наименование>
				</Представитель>
			</Представители>
${address('Адрес', where)}${address('АдресРегистрации', where)}${contacts(random)}		</Контрагент>
`
}

function person(random: Random): string {
  const name = personName(random)
  return `		<Контрагент>
${common(random)}			<Наименование>${name}</Наименование>
			<ПолноеНаименование>ИП ${name}</ПолноеНаименование>
			<Роль>Покупатель</Роль>
			<ИНН>${personInn(random)}</ИНН>
			<КПП/>
${address('Адрес', place(random))}${contacts(random)}		</Контрагент>
`
}

function common(random: Random): string {
  return `			<Ид>${random.guid()}</Ид>
			<НомерВерсии>AAAAAAAAAAE=</НомерВерсии>
			<ПометкаУдаления>false</ПометкаУдаления>
`
}

function address(element: string, where: Place): string {
  return `			<${element}>
				<Представление>${addressLine(where)}</Представление>
				<АдресноеПоле>
					<Тип>Почтовый индекс</Тип>
					<Значение>${where.postalCode}</Значение>
				</АдресноеПоле>
				<АдресноеПоле>
					<Тип>Город</Тип>
					<Значение>${where.city}</Значение>
				</АдресноеПоле>
				<АдресноеПоле>
					<Тип>Улица</Тип>
					<Значение>${where.street}</Значение>
				</АдресноеПоле>
			</${element}>
`
}

function contacts(random: Random): string {
  return `			<Контакты>
				<Контакт>
					<Тип>Телефон рабочий</Тип>
					<Значение>${phone(random)}</Значение>
				</Контакт>
				<Контакт>
					<Тип>Электронная почта</Тип>
					<Значение>${email(random)}</Значение>
				</Контакт>
			</Контакты>
`
}
