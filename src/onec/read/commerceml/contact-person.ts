import type { ContactPerson } from '../../../records/counterparty.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import { contactsOf } from './contacts.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'
import { personOf } from './person.ts'

/** `Представители/Представитель` of a counterparty. 2.03 wraps the person into a `Контрагент` of its own. */
export function contactPersonsOf(node: XmlNode, counterpartyId: string, context: RecordContext): readonly ContactPerson[] {
  return childrenOf(childOf(node, 'Представители'), 'Представитель').map((item) => toContactPerson(item, counterpartyId, context))
}

function toContactPerson(item: XmlNode, counterpartyId: string, context: RecordContext): ContactPerson {
  const inner = childOf(item, 'Контрагент') ?? item
  const cards = [inner, ...childrenOf(inner, 'РеквизитыФизЛица')]
  const told = (name: string) => cards.map((card) => valueIn(card, name)).find((text) => text !== '') ?? ''
  const findings = new Findings(item.line)
  const { phones, emails, contacts } = contactsOf(inner, findings, context.country)
  const extra = new ExtraFields()
  for (const card of cards) extra.addRest(card, known)
  if (inner !== item) extra.addRest(item, known)
  for (const { type, text } of contacts) extra.add(type || 'Контакт', text)
  const fullName = told('ПолноеНаименование')
  const name = told('Наименование') || fullName
  if (fullName !== name) extra.add('ПолноеНаименование', fullName)
  return {
    kind: 'contactPerson',
    id: filledId(valueIn(inner, 'Ид')),
    deleted: isDeleted(inner),
    extra: extra.done(),
    problems: findings.done(),
    origin: context.origin(item),
    counterpartyId,
    name,
    person: personOf(cards, fullName, name),
    relation: valueIn(inner, 'Отношение') || valueIn(item, 'Отношение'),
    post: told('Должность'),
    phones,
    emails,
    comment: told('Комментарий'),
  }
}

const known = new Set(
  `Ид Контрагент РеквизитыФизЛица Наименование ПолноеНаименование Фамилия Имя Отчество Отношение Должность Контакты Комментарий
  ПометкаУдаления НомерВерсии`.split(/\s+/),
)
