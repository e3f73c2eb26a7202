import { type Document, isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import type { Language } from '../problems/language.ts'
import { at, type Problem, problem } from '../problems/problem.ts'
import { conflicts } from './conflicts.ts'
import { issueProblems, type PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import { type Settings, settingsDeclaration } from './settings.ts'
import { yamlProblems } from './yaml-problems.ts'
import { readTree, type Tree } from './yaml-tree.ts'

export interface ParsedSettings {
  /** Null when anything is wrong. */
  readonly settings: Settings | null
  readonly problems: readonly Problem[]
}

/** Text of a settings file → settings, or everything that is wrong with it at once, each with its line and column. */
export function parseSettings(text: string, language?: Language): ParsedSettings {
  const source = text.replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const speech = language ?? languageOf(document)

  const broken = yamlProblems(document, source, lines, speech)
  // After a doubled key the tree is still whole, so the other mistakes can be told as well.
  if (broken.some((found) => found.code !== 'settings.duplicate-key')) return { settings: null, problems: broken }

  const tree = readTree(document, source, settingsDeclaration)
  const checked = settingsDeclaration.safeParse(tree.value ?? undefined)
  const found = checked.success
    ? conflicts(checked.data, speech, tree.places.has)
    : issueProblems(checked.error.issues, { value: tree.value, schema: settingsDeclaration, language: speech })

  const place = (offset: number, path: Path) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col, ...(path.length > 0 && { setting: pathText(path) }) }
  }
  const problems = [
    ...broken,
    ...tree.faults.map((fault) => problem(fault.code, fault.args, place(fault.offset, fault.path))),
    ...found.filter((one) => !isFaulty(one, tree)).map((one) => at(one.problem, place(offsetOf(one, tree), one.path))),
  ].sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0))
  return { settings: checked.success && problems.length === 0 ? deepFreeze(checked.data) : null, problems }
}

/** Messages about a file come in its own language, so far as it can be made out. */
function languageOf(document: Document.Parsed): Language {
  return isMap(document.contents) && (document.contents as YAMLMap).get('language') === 'en' ? 'en' : 'ru'
}

/** A value that was already found faulty in the tree has no value for zod, who would call it missing. */
function isFaulty({ path }: PathProblem, { faults }: Tree): boolean {
  return faults.some((fault) => fault.path.every((key, index) => path[index] === key))
}

function offsetOf({ path, atKey }: PathProblem, { places }: Tree): number {
  return atKey ? places.ofKey(path) : places.ofValue(path)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
