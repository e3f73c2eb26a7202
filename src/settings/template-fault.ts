import type { ProblemCode } from '../problems/table.ts'
import { templateLanguage } from './template-language.ts'

/** What is wrong with a template, as the code and the arguments of a problem. */
export interface TemplateFault {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string>>
}

/** Null for a good template. Checks the form only: which names a file brings is not known before it comes. */
export function templateFault(text: string): TemplateFault | null {
  const words = nameOfSeveralWords(text)
  if (words !== null) return { code: 'settings.template-words', args: { words } }
  try {
    templateLanguage.parse(text)
    return null
  } catch (error) {
    return { code: 'settings.template', args: { text, detail: (error as Error).message.replace(/, line:.*$/s, '') } }
  }
}

/** Liquid reads `{{ Номер заказа }}` as `{{ Номер }}` and says nothing; a person would find an empty field. */
function nameOfSeveralWords(text: string): string | null {
  for (const [, inside = ''] of text.matchAll(/\{\{-?([^{}]*?)-?\}\}/g)) {
    const expression = (inside.split('|')[0] ?? '').trim()
    if (/^[\p{L}\p{N}_.]+\s+[\p{L}\p{N}_]/u.test(expression)) return expression
  }
  return null
}
