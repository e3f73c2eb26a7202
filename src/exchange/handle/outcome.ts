import type { AnswerAction } from '../../onec/write/answer.ts'
import { describe, entryOf } from '../../problems/describe.ts'
import type { Language } from '../../problems/language.ts'
import { type Problem, problem } from '../../problems/problem.ts'

/** What became of one row: the part of its answer line that the exchange decides. */
export interface Outcome {
  readonly action: AnswerAction
  /** The first code that a person should look up, or ''. */
  readonly code: string
  readonly text: string
  /** Hash of what was made of the row, '' where nothing was. */
  readonly hash: string
}

/** An outcome with what was found about the row: errors first, then warnings; notices are told in words only. */
export function outcome(action: AnswerAction, problems: readonly Problem[], language: Language, hash = ''): Outcome {
  if (problems.length === 0) return { action, code: '', text: '', hash }
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b))
  const texts = new Set(sorted.map((found) => sentence(found, language)))
  return { action, code: sorted[0]!.code, text: [...texts].join(' '), hash }
}

export function refusal(problems: readonly Problem[], language: Language): Outcome {
  return outcome('refused', problems, language)
}

/** An outcome that one code explains. */
export function because(
  action: AnswerAction,
  code: Problem['code'],
  language: Language,
  args: Problem['args'] = {},
  hash = '',
): Outcome {
  return outcome(action, [problem(code, args)], language, hash)
}

function isError(found: Problem): boolean {
  return entryOf(found).severity === 'error'
}

function rank(found: Problem): number {
  return { error: 0, warning: 1, notice: 2 }[entryOf(found).severity]
}

// The field is named where the sentence itself does not; what to do follows where the row was not used.
function sentence(found: Problem, language: Language): string {
  const { message, action } = describe(found, language)
  const { field } = found.place
  const named = field === undefined || message.includes(field) ? message : `${field}: ${message}`
  return isError(found) ? `${ended(named)} ${ended(action)}` : ended(named)
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
