import type { ContactDraft } from '../../../bitrix24/drafts/draft.ts'
import type { Told } from './open-card.ts'

/** How the card is called, for people. */
export function cardTitle(told: Told): string {
  if (told.entity === 'file') return (told as Extract<Told, { entity: 'file' }>).file.name
  const { draft } = told as Exclude<Told, { entity: 'file' }>
  if (draft.kind !== 'contact') return draft.title
  return personTitle(draft)
}

/** `Фамилия Имя Отчество`, of what there is. */
export function personTitle({
  lastName,
  firstName,
  secondName,
}: Pick<ContactDraft, 'lastName' | 'firstName' | 'secondName'>): string {
  return [lastName, firstName, secondName].filter((part) => part !== '').join(' ')
}
