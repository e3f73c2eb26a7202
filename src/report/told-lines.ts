import { isOfClient, isOfDocument, type Told } from '../exchange/portal/plan/open-card.ts'
import type { ToldCard } from '../exchange/portal/told-card.ts'
import type { ToldDocument } from '../exchange/portal/told-document.ts'
import type { Language } from '../problems/language.ts'

type Pair = readonly [string, string]

/** What 1C tells of a card, as pairs of name and value: that which a person knows it by. */
export function toldPairs(told: Told, language: Language): readonly Pair[] {
  if (isOfClient(told)) return clientPairs(told, language)
  if (isOfDocument(told)) return documentPairs(told, language)
  const words = texts[language]
  const { file, number } = told
  const pairs: readonly Pair[] = [
    [words.name, file.name],
    [words.number, number],
  ]
  return pairs.filter(([, value]) => value !== '')
}

function documentPairs({ draft, refs, deleted }: ToldDocument, language: Language): readonly Pair[] {
  const words = texts[language]
  const named = (role: string) =>
    refs
      .filter((ref) => ref.role === role)
      .map(({ name, keys }) => (keys[0] === undefined || keys[0] === name ? name : `${name} (${keys[0]})`))
      .join(', ')
  const pairs: readonly Pair[] = [
    [words.name, draft.title],
    [words.number, draft.number],
    [words.stage, [draft.pipeline, draft.stage].filter(Boolean).join(': ')],
    [words.amount, [draft.amount, draft.currency].filter(Boolean).join(' ')],
    [words.companies, named('company')],
    [words.contacts, named('contact')],
    [words.parents, named('parent')],
    ...draft.rows.map(
      ({ product, quantity, price, amount }): Pair => [words.row, `${product} ${quantity} × ${price} = ${amount}`],
    ),
    [words.responsible, draft.responsible],
    [words.comments, shortened(draft.comments)],
    ...Object.entries(draft.custom),
    [words.deleted, deleted ? words.yes : ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

function clientPairs({ draft, companies, deleted }: ToldCard, language: Language): readonly Pair[] {
  const words = texts[language]
  const points = (given: readonly { readonly value: string }[]) => given.map(({ value }) => value).join(', ')
  const name =
    draft.kind === 'company' ? draft.title : [draft.lastName, draft.firstName, draft.secondName].filter(Boolean).join(' ')
  const [requisite] = draft.requisites
  const pairs: readonly Pair[] = [
    [words.name, name],
    [words.inn, [requisite?.inn, requisite?.kpp].filter(Boolean).join(' / ')],
    [words.phones, points(draft.phones)],
    [words.emails, points(draft.emails)],
    [words.companies, companies.join(', ')],
    [words.responsible, draft.responsible],
    [words.comments, shortened(draft.comments)],
    ...Object.entries(draft.custom),
    [words.deleted, deleted ? words.yes : ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const longest = 120

const texts = {
  ru: {
    name: 'Название',
    number: 'Номер',
    stage: 'Стадия',
    amount: 'Сумма',
    contacts: 'Контакты (1С)',
    parents: 'Основание (1С)',
    row: 'Товар',
    inn: 'ИНН / КПП',
    phones: 'Телефоны',
    emails: 'Почта',
    companies: 'Компании (1С)',
    responsible: 'Ответственный',
    comments: 'Комментарий',
    deleted: 'Помечен на удаление',
    yes: 'да',
  },
  en: {
    name: 'Name',
    number: 'Number',
    stage: 'Stage',
    amount: 'Amount',
    contacts: 'Contacts (1C)',
    parents: 'Made for (1C)',
    row: 'Product',
    inn: 'ИНН / КПП',
    phones: 'Phones',
    emails: 'E-mail',
    companies: 'Companies (1C)',
    responsible: 'Responsible',
    comments: 'Comments',
    deleted: 'Marked for deletion',
    yes: 'yes',
  },
}
