import type { Language } from '../problems/language.ts'

/** Why a file was set aside, in the words of the problem table. */
export interface Reason {
  readonly code: string
  readonly message: string
  readonly cause: string
  readonly action: string
  /** `строка 3, столбец 7`; empty where the whole file is meant. */
  readonly place: string
}

/** UTF-8 with BOM and CRLF: every Notepad and every 1C shows it right. The same reason gives the same bytes. */
export function reasonText(name: string, reason: Reason, language: Language): string {
  const words = language === 'ru' ? russian : english
  const lines = [
    `${words.file}: ${name}`,
    '',
    `${words.what}: ${reason.message}`,
    ...(reason.place === '' ? [] : [`${words.place}: ${reason.place}`]),
    `${words.cause}: ${reason.cause}`,
    `${words.action}: ${reason.action}`,
    '',
    words.kept,
    `${words.code}: ${reason.code}`,
    '',
  ]
  return `\ufeff${lines.map((line) => line.replaceAll(/\s*\r?\n\s*/g, ' ')).join('\r\n')}`
}

const russian = {
  file: 'Файл',
  what: 'Что случилось',
  place: 'Где',
  cause: 'Почему',
  action: 'Что делать',
  kept: 'Сам файл лежит рядом, в нём ничего не изменено. Чтобы обработать его снова, положите его в папку обмена.',
  code: 'Код',
}
const english = {
  file: 'File',
  what: 'What happened',
  place: 'Where',
  cause: 'Why',
  action: 'What to do',
  kept: 'The file itself lies beside this one, unchanged. To have it processed again, put it into the exchange folder.',
  code: 'Code',
}
