import type { Terminal } from './terminal.ts'

/** Shows how far the work has come, where somebody looks. */
export function showRowsDone(terminal: Terminal): (rows: number) => void {
  const { words, locale } = texts[terminal.language]
  return (rows) => terminal.progress(`${words}: ${rows.toLocaleString(locale)}`)
}

/** The same for cards of the portal. */
export function showCardsDone(terminal: Terminal): (cards: number) => void {
  const { cards: words, locale } = texts[terminal.language]
  return (cards) => terminal.progress(`${words}: ${cards.toLocaleString(locale)}`)
}

const texts = {
  ru: { words: 'Обработано строк', cards: 'Карточек портала', locale: 'ru' },
  en: { words: 'Rows done', cards: 'Cards of the portal', locale: 'en' },
}
