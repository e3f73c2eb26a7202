import type { Unsent } from '../exchange/outgoing/unsent.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import { problemJson } from './problem-lines.ts'
import type { Terminal } from './terminal.ts'

/** Why cards do not go to 1C, the first of them: a line for each reason. `withActions`: with what to do under it. */
export function unsentLines(
  unsent: readonly Unsent[],
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  withActions: boolean,
): readonly string[] {
  const lines = unsent.slice(0, most).flatMap(({ problems }) =>
    problems.flatMap((found) => {
      const { message, action } = describe(found, language)
      const head = `  ${message} ${colors.dim(`[${found.code}]`)}`
      return withActions ? [head, `    → ${action}`] : [head]
    }),
  )
  return unsent.length > most ? [...lines, `  ${words[language].more(unsent.length - most)}`] : lines
}

/** The same for programs. */
export function unsentJson(unsent: readonly Unsent[], language: Language) {
  return unsent.map(({ portalId, number, problems }) => ({
    portalId,
    number,
    problems: problems.map((found) => problemJson(found, language)),
  }))
}

/** What cannot be sent on one way back. */
export interface UnsentOfWay {
  readonly way: string
  readonly unsent: readonly Unsent[]
}

/** What stands in the way of cards now, under the runs: a run tells its part of it only once. */
export function stillUnsent(ways: readonly UnsentOfWay[], terminal: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  return ways.flatMap(({ way, unsent }) => [
    '',
    terminal.colors.bold(words[terminal.language].head(way)),
    ...unsentLines(unsent, terminal, true),
  ])
}

/** The same for programs. */
export function unsentByWay(ways: readonly UnsentOfWay[], language: Language) {
  return ways.map(({ way, unsent }) => ({ way, cards: unsentJson(unsent, language) }))
}

const most = 10

const words = {
  ru: {
    head: (way: string) => `Сейчас не отправляется в 1С («${way}»):`,
    more: (count: number) => `… и ещё ${count}; все — obmen24 history --json`,
  },
  en: {
    head: (way: string) => `Not sent to 1C at present ("${way}"):`,
    more: (count: number) => `… and ${count} more; all of them: obmen24 history --json`,
  },
}
