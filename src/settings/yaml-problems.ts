import type { Document, LineCounter, YAMLParseError } from 'yaml'
import type { Language } from '../problems/language.ts'
import { type Problem, problem } from '../problems/problem.ts'

/** What the YAML parser refused, in words of ours where its own would not help. */
export function yamlProblems(
  document: Document.Parsed,
  source: string,
  lines: LineCounter,
  language: Language,
): readonly Problem[] {
  return document.errors.map((error) => yamlProblem(error, source, lines, language))
}

function yamlProblem(error: YAMLParseError, source: string, lines: LineCounter, language: Language): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  const place = { line, column: col }
  if (error.code === 'TAB_AS_INDENT') return problem('settings.tab', {}, place)
  if (error.code === 'BAD_DQ_ESCAPE') return problem('settings.escape', {}, place)
  if (error.code === 'DUPLICATE_KEY') return problem('settings.duplicate-key', { key: wordAt(source, error.pos[0]) }, place)
  // The parser stumbles over a list as a key of a nested block before it can tell that it is one.
  if (error.code === 'IMPOSSIBLE' && error.message.startsWith('Map comment')) return problem('settings.list-key', {}, place)
  const detail = language === 'ru' ? (russian[error.code] ?? error.message) : english(error.message)
  return problem('settings.yaml', { detail }, place)
}

function wordAt(source: string, offset: number): string {
  return (
    source
      .slice(offset)
      .match(/^[^:\r\n]*/)?.[0]
      .trim() ?? ''
  )
}

const english = (message: string) => message.charAt(0).toLowerCase() + message.slice(1)

const russian: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_INDENT: 'ключи одного раздела стоят с разным отступом, или скобка [ { не закрыта',
  BAD_SCALAR_START: 'значение начинается с особого знака (@, %, ` и подобных) без кавычек',
  BLOCK_AS_IMPLICIT_KEY: 'в строке два двоеточия: значение с двоеточием нужно взять в кавычки',
  BLOCK_IN_FLOW: 'внутри скобок [ ] и { } нельзя писать столбиком',
  MISSING_CHAR: 'не хватает знака: закрывающей кавычки, скобки, запятой или двоеточия после ключа',
  MULTILINE_IMPLICIT_KEY: 'после ключа нет двоеточия',
  MULTIPLE_DOCS: 'файл разделён строкой --- на части, а нужна одна',
  UNEXPECTED_TOKEN: 'после значения стоит лишнее: кавычка внутри кавычек, лишняя скобка или запятая',
}
