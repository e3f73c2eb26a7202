import type { Terminal } from './terminal.ts'

/** Shows how far the work has come, where somebody looks. */
export function showRowsDone(terminal: Terminal): (rows: number) => void {
  const { words, locale } = texts[terminal.language]
  return (rows) => terminal.progress(`${words}: ${rows.toLocaleString(locale)}`)
}

const texts = {
  ru: { words: 'Обработано строк', locale: 'ru' },
  en: { words: 'Rows done', locale: 'en' },
}
