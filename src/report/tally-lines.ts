import type { ProblemTally } from '../bitrix24/import-csv/problem-tally.ts'
import { describe, entryOf } from '../problems/describe.ts'
import type { Terminal } from './terminal.ts'

/** What was reported about the cards of the import files: each kind once, with its first case and how often it came. */
export function tallyLines(
  { first, counts }: Pick<ProblemTally, 'first' | 'counts'>,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
): readonly string[] {
  const words = texts[language]
  const kinds = [...counts].flatMap(([code, count]) => {
    const example = first.find((found) => found.code === code)
    return example === undefined || entryOf(example).severity === 'notice' ? [] : [{ code, count, example }]
  })
  if (kinds.length === 0) return []
  const lines = kinds
    .sort((a, b) => b.count - a.count)
    .map(
      ({ code, count, example }) => `  ${words.times(count)} ${describe(example, language).message} ${colors.dim(`[${code}]`)}`,
    )
  return ['', words.head, ...lines]
}

const texts = {
  ru: {
    head: 'Замечания к карточкам (первый случай каждого вида, все — в ответах по файлам):',
    times: (count: number) => `×${count}`,
  },
  en: {
    head: 'Remarks on the cards (the first case of each kind, all of them in the answers):',
    times: (count: number) => `×${count}`,
  },
}
