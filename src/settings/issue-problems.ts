import * as z from 'zod'
import type { Language } from '../problems/language.ts'
import { type Problem, problem } from '../problems/problem.ts'
import type { ProblemCode } from '../problems/table.ts'
import { expectedText } from './explain.ts'
import { keyHint, valueHint } from './key-hint.ts'
import { looksLikeAddress } from './kinds.ts'
import { type Path, pathText } from './places.ts'
import { chosen, schemaAt, valueAt } from './schema-at.ts'

/** A problem that still has to be given its line: the path says where, `atKey` that the key is meant, not the value. */
export interface PathProblem {
  readonly problem: Problem
  readonly path: Path
  readonly atKey: boolean
}

/** What was validated, by what, and in which language to speak of it. */
export interface Validated {
  readonly value: unknown
  readonly schema: z.ZodType
  readonly language: Language
}

/** What zod found → what a person is told. */
export function issueProblems(issues: readonly z.core.$ZodIssue[], validated: Validated): readonly PathProblem[] {
  return issues.flatMap((issue) => issueProblem(issue, [], validated))
}

function issueProblem(issue: z.core.$ZodIssue, above: Path, validated: Validated): readonly PathProblem[] {
  const path = [...above, ...(issue.path as Path)]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, validated))
  if (issue.code === 'custom') {
    const { code, args } = issue.params as { code: ProblemCode; args: Problem['args'] }
    return [{ problem: problem(code, { path: pathText(path), ...args }), path, atKey: false }]
  }
  const branch = issue.code === 'invalid_union' ? branchMeant(issue) : undefined
  if (branch !== undefined) return branch.flatMap((inner) => issueProblem(inner, path, validated))
  return [wrongValue(path, wordsAllowed(issue), validated)]
}

/** Of the alternatives tried, the one whose complaints lie below the value and not against its form. */
function branchMeant(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  return issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'))
}

/** The words of a choice; empty for other kinds of values. */
function wordsAllowed(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code !== 'invalid_union') return []
  if ('options' in issue) return (issue.options as unknown[]).map(String)
  return issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? wordsAllowed(inner) : []))
}

function unknownKey(key: string, path: Path, { schema, value, language }: Validated): PathProblem {
  const around = schemaAt(schema, value, path)
  const block = around && chosen(around, valueAt(value, path))
  const known = block instanceof z.ZodObject ? Object.keys(block.shape) : []
  const top = language === 'ru' ? 'верхний уровень' : 'top level'
  const args = { key, block: pathText(path) || top, hint: keyHint(key, known, language), known: known.join(', ') }
  return { problem: problem('settings.unknown-key', args), path: [...path, key], atKey: true }
}

function wrongValue(path: Path, words: readonly string[], { schema, value, language }: Validated): PathProblem {
  const own = schemaAt(schema, value, path)
  const expected = own === undefined ? '' : expectedText(own, language)
  const name = pathText(path) || (language === 'ru' ? 'Файл настроек' : 'Settings file')
  const given = valueAt(value, path) ?? undefined
  if (given === undefined) return { problem: problem('settings.missing', { path: name, expected }), path, atKey: false }
  // The sentence for a wrong value repeats it; a secret must not be repeated.
  if (typeof given === 'string' && looksLikeAddress(given)) {
    return { problem: problem('settings.webhook-inside', { path: name }), path, atKey: false }
  }
  const hint = typeof given === 'string' ? valueHint(given, words, language) : ''
  const args = { path: name, value: inWords(given), expected, hint }
  return { problem: problem('settings.wrong-value', args), path, atKey: false }
}

function inWords(value: unknown): string {
  const text = Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
