import type { ToldCard } from '../exchange/portal/told-card.ts'
import type { Language } from '../problems/language.ts'

/** What 1C tells of a card, as pairs of name and value: that which a person knows it by. */
export function toldPairs({ draft, companies, deleted }: ToldCard, language: Language): readonly (readonly [string, string])[] {
  const words = texts[language]
  const points = (given: readonly { readonly value: string }[]) => given.map(({ value }) => value).join(', ')
  const name =
    draft.kind === 'company' ? draft.title : [draft.lastName, draft.firstName, draft.secondName].filter(Boolean).join(' ')
  const [requisite] = draft.requisites
  const pairs: readonly (readonly [string, string])[] = [
    [words.name, name],
    [words.inn, [requisite?.inn, requisite?.kpp].filter(Boolean).join(' / ')],
    [words.phones, points(draft.phones)],
    [words.emails, points(draft.emails)],
    [words.companies, companies.join(', ')],
    [words.responsible, draft.responsible],
    [words.comments, draft.comments.length > longest ? `${draft.comments.slice(0, longest)}…` : draft.comments],
    ...Object.entries(draft.custom),
    [words.deleted, deleted ? words.yes : ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

const longest = 120

const texts = {
  ru: {
    name: 'Название',
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
