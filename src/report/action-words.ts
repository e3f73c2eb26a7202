import type { AnswerAction } from '../onec/write/answer.ts'
import type { Language } from '../problems/language.ts'

/** What became of rows, as counts are headed and outcomes named for people. */
export const actionWords: Readonly<Record<Language, Readonly<Record<AnswerAction | 'undone', string>>>> = {
  ru: {
    created: 'создано',
    updated: 'обновлено',
    deleted: 'удалено',
    undone: 'возвращено',
    prepared: 'подготовлено',
    remembered: 'запомнено',
    unchanged: 'без изменений',
    skipped: 'пропущено',
    waiting: 'ждёт',
    review: 'на проверку',
    refused: 'ошибок',
  },
  en: {
    created: 'created',
    updated: 'updated',
    deleted: 'deleted',
    undone: 'taken back',
    prepared: 'prepared',
    remembered: 'remembered',
    unchanged: 'unchanged',
    skipped: 'skipped',
    waiting: 'waiting',
    review: 'for review',
    refused: 'errors',
  },
}

/** `создано: 5, ошибок: 1`; nothing where nothing was counted. */
export function countsText(counts: Readonly<Record<string, number>>, language: Language): string {
  const words = actionWords[language]
  return (Object.keys(words) as (keyof typeof words)[])
    .flatMap((action) => ((counts[action] ?? 0) > 0 ? [`${words[action]}: ${counts[action]}`] : []))
    .join(', ')
}
