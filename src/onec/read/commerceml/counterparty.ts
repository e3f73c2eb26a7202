import type { Address } from '../../../records/address.ts'
import type { Counterparty } from '../../../records/counterparty.ts'
import type { Requisite } from '../../../records/order.ts'
import { parseInn } from '../../../values/inn.ts'
import { parseKpp } from '../../../values/kpp.ts'
import { legalFormOf } from '../../../values/legal-form.ts'
import { parseOgrn } from '../../../values/ogrn.ts'
import type { Parsed } from '../../../values/parsed.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import { textAddress, toAddress } from './address.ts'
import { addBankRest, bankAccountsOf } from './bank-accounts.ts'
import { contactPersonsOf } from './contact-person.ts'
import { contactsOf } from './contacts.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { attributeOf, childOf, childrenOf, childText, valueIn } from './node-access.ts'
import { personOf } from './person.ts'
import { requisite, requisitesOf } from './requisites.ts'

/**
 * `Контрагент`, on its own (3.1) or inside a document (2.x). What describes a legal or a private person stands in the
 * element itself or, in 2.03, in `РеквизитыЮрЛица` / `РеквизитыФизЛица` (`1c-side.md §3.6`).
 */
export function toCounterparty(node: XmlNode, context: RecordContext): Counterparty {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const cards = [node, ...blocks.flatMap((name) => childrenOf(node, name))]
  const told = (...names: readonly string[]) => firstOf(cards, names)
  const id = filledId(childText(node, 'Ид') || attributeOf(node, 'Идентификатор') || attributeOf(node, 'Ид'))
  // 1C 7.7 has the name of its list in one attribute and the name in full in the other; 8.x has no such element.
  const shown = told('ОтображаемоеНаименование')
  const name = shown || told('Наименование')
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  const officialName = told('ОфициальноеНаименование')
  const fullName = told('ПолноеНаименование') || (shown === '' || told('Наименование') === shown ? '' : told('Наименование'))
  const inn = checked(findings, 'ИНН', told('ИНН') || requisite(requisites, 'ИНН'), parseInn)
  const kpp = checked(findings, 'КПП', told('КПП') || requisite(requisites, 'КПП'), parseKpp)
  const isLegal = childOf(node, 'РеквизитыЮрЛица') !== undefined
  const legalForm = legalFormOf({ officialName: officialName || (isLegal ? name : ''), fullName, name, inn, kpp })
  const contactPersons = contactPersonsOf(node, id || name, context)
  for (const { problems } of contactPersons) findings.adopt(problems)
  return {
    kind: 'counterparty',
    id,
    deleted: isDeleted(node, requisites),
    extra: extraOf(node, cards, requisites, officialName, fullName),
    problems: findings.done(),
    origin: context.origin(node),
    legalForm,
    name,
    fullName: officialName || fullName,
    person: legalForm === 'company' ? null : personOf(cards, fullName, name),
    inn,
    kpp,
    ogrn: checked(findings, 'ОГРН', told('ОГРН', 'ОГРНИП') || requisite(requisites, 'ОГРН', 'ОГРНИП'), parseOgrn),
    okpo: told('КодПоОКПО', 'ОКПО', 'ЕГРПО'),
    role: told('Роль') || (id !== '' && context.isOwnFirm(id) ? ownerRole : ''),
    addresses: cards.flatMap(addressesOf),
    ...contactsOf(node, findings, context.country),
    bankAccounts: cards.flatMap((card) => bankAccountsOf(card, findings)),
    contactPersons,
    comment: told('Комментарий'),
  }
}

/** What we call the firm itself among its clients (1.x: the owner of the catalogue, or who sells in the documents). */
const ownerRole = 'Владелец каталога'

function firstOf(cards: readonly XmlNode[], names: readonly string[]): string {
  for (const name of names) {
    for (const card of cards) {
      const text = valueIn(card, name)
      if (text !== '') return text
    }
  }
  return ''
}

// A wrong number is kept as text and flagged, so that the person who can mend it sees what 1C has.
function checked(findings: Findings, field: string, text: string, parse: (text: string) => Parsed<string>): string {
  return text === '' ? '' : (findings.take(parse(text), field, text) ?? '')
}

function addressesOf(card: XmlNode): readonly Address[] {
  const found = addresses.flatMap(([name, use]) => [
    ...childrenOf(card, name).map((child) => toAddress(child, use)),
    textAddress(attributeOf(card, name), use),
  ])
  return found.filter((address) => address !== null)
}

function extraOf(
  node: XmlNode,
  cards: readonly XmlNode[],
  requisites: readonly Requisite[],
  officialName: string,
  fullName: string,
) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  for (const block of blocks) for (const card of childrenOf(node, block)) extra.addRest(card, known, block)
  for (const card of cards) addBankRest(extra, card)
  if (officialName !== '' && fullName !== officialName) extra.add('ПолноеНаименование', fullName)
  extra.addRequisites(requisites)
  return extra.done()
}

const blocks = ['РеквизитыЮрЛица', 'РеквизитыФизЛица']

const addresses: readonly (readonly [string, Address['use']])[] = [
  ['АдресРегистрации', 'legal'],
  ['ЮридическийАдрес', 'legal'],
  ['Адрес', 'actual'],
  ['АдресДоставки', 'delivery'],
  ['ПочтовыйАдрес', 'postal'],
]

const known = new Set(
  `Ид Идентификатор Наименование ОтображаемоеНаименование ОфициальноеНаименование ПолноеНаименование РеквизитыЮрЛица РеквизитыФизЛица
  Фамилия Имя Отчество ИНН КПП ОГРН ОГРНИП КодПоОКПО ОКПО ЕГРПО Роль Адрес АдресРегистрации ЮридическийАдрес АдресДоставки
  ПочтовыйАдрес Контакты РасчетныеСчета Представители Комментарий ЗначенияРеквизитов ПометкаУдаления НомерВерсии`.split(/\s+/),
)
