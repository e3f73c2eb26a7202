import type { Directories } from '../../bitrix24/crm/directories.ts'
import { entityTypeId } from '../../bitrix24/crm/entity.ts'
import type { Language } from '../../problems/language.ts'
import { type CardEntity, type CardKind, cardKind, isCrm } from './plan/open-card.ts'

/** Kinds of cards as people call them. */
export const kindWords: Readonly<Record<Language, Readonly<Record<CardKind, string>>>> = {
  ru: {
    company: 'компания',
    contact: 'контакт',
    deal: 'сделка',
    invoice: 'счёт',
    process: 'смарт-процесс',
    file: 'файл',
  },
  en: {
    company: 'company',
    contact: 'contact',
    deal: 'deal',
    invoice: 'invoice',
    process: 'smart process',
    file: 'file',
  },
}

/** `сделка`, `смарт-процесс «Договоры»`; a process whose name is not known goes by its number. */
export function entityWords(entity: CardEntity, { processes }: Pick<Directories, 'processes'>, language: Language): string {
  const kind = kindWords[language][cardKind(entity)]
  if (cardKind(entity) !== 'process' || !isCrm(entity)) return kind
  const title = processTitle(entity, processes)
  return title === null ? `${kind} ${entityTypeId(entity)}` : `${kind} ${quoted(title, language)}`
}

/** What people call the items of a smart process; null: it is no process, or its name is not known. */
export function processTitle(entity: CardEntity, processes: Directories['processes']): string | null {
  if (cardKind(entity) !== 'process' || !isCrm(entity)) return null
  return processes?.find((process) => process.entityTypeId === entityTypeId(entity))?.title ?? null
}

export function quoted(name: string, language: Language): string {
  return language === 'ru' ? `«${name}»` : `“${name}”`
}
