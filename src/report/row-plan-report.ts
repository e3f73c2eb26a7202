import type { RowCounts, RowGroup, RowPlan } from '../exchange/portal/plan/row-plan.ts'
import { kindWords } from '../onec/write/answer-words.ts'
import type { Language } from '../problems/language.ts'
import { textTable } from './table.ts'
import type { Terminal } from './terminal.ts'

/** What a person has to look at comes first. */
export const rowOrder: readonly RowGroup[] = ['review', 'refuse', 'wait', 'skip']

/** One row that gets no card: where it stands, what it is, why. */
export function rowPlanLines(plan: RowPlan, { language }: Pick<Terminal, 'language'>): readonly string[] {
  return [`${signs[plan.action]} ${rowName(plan, language)}`, `    ${plan.text} [${plan.code}]`]
}

/** `bookings.csv, строка 4: бронь 1209` */
export function rowName({ file, row, kind, id }: RowPlan, language: Language): string {
  const words = rowPlanWords[language]
  return `${file}, ${words.row(row)}: ${[words.kind(kind), id].filter((part) => part !== '').join(' ')}`
}

/** Those rows in numbers; nothing where there are none. */
export function rowCountLines(counts: RowCounts, { language, colors }: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  const words = rowPlanWords[language]
  const told = rowOrder.filter((action) => counts[action] > 0)
  if (told.length === 0) return []
  const all = told.reduce((sum, action) => sum + counts[action], 0)
  return [
    colors.bold(`${words.rows}: ${words.number(all)}`),
    ...textTable(told.map((action) => [`  ${words.actions[action]}`, words.number(counts[action])])),
  ]
}

/** For programs; the counts stand beside those of the cards. */
export function rowPlanJson({ file, row, kind, id, action, code, text }: RowPlan) {
  return { file, row, kind, id, action, code, text }
}

interface RowPlanWords {
  /** The heading over such rows. */
  readonly rows: string
  readonly actions: Readonly<Record<RowGroup, string>>
  row(number: number): string
  kind(kind: string): string
  number(count: number): string
}

export const rowPlanWords: Readonly<Record<Language, RowPlanWords>> = {
  ru: {
    rows: 'Строк, которые карточками не станут',
    actions: { review: 'на проверку', refuse: 'не принято', wait: 'ждёт', skip: 'пропустить' },
    row: (number) => `строка ${number}`,
    kind: (kind) => (kindWords as Readonly<Record<string, string>>)[kind] ?? kind,
    number: (count) => count.toLocaleString('ru'),
  },
  en: {
    rows: 'Rows that become no card',
    actions: { review: 'for review', refuse: 'refused', wait: 'waiting', skip: 'to skip' },
    row: (number) => `row ${number}`,
    kind: (kind) => kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    number: (count) => count.toLocaleString('en'),
  },
}

const signs: Readonly<Record<RowGroup, string>> = { review: '?', refuse: '✗', wait: '…', skip: '-' }
