import { type Problem, problem } from '../../problems/problem.ts'
import type { Column } from './column.ts'
import { isRequisiteColumn } from './columns-requisite.ts'
import type { ImportEntity } from './entity.ts'
import { nearTitle } from './near-title.ts'
import type { ImportProfile } from './profile.ts'
import { sampleHeaders } from './sample-headers.ts'
import { createSheet, headerOf, type Sheet } from './sheet.ts'

/** Our columns against the headers that one portal offers. */
export interface HeaderCheck {
  /** How the sample names its columns; `unknown` where none of them is ours. */
  readonly form: 'titles' | 'ids' | 'mixed' | 'unknown'
  readonly matched: readonly Column[]
  readonly renamed: readonly RenamedColumn[]
  readonly missing: readonly Column[]
  /** Headers of the portal that we do not fill. */
  readonly extra: readonly string[]
  readonly problems: readonly Problem[]
}

export interface RenamedColumn {
  readonly column: Column
  /** What the portal calls it: the value for `titles` of the profile. */
  readonly offered: string
}

/** Which of our columns the wizard of this portal maps by itself (`bitrix24-csv-import.md §3`); `bytes` is a sample from its first step. */
export function checkHeaders(bytes: Uint8Array, entity: ImportEntity, profile: ImportProfile): HeaderCheck {
  const sheet = createSheet(entity, profile)
  const offered = sampleHeaders(bytes)
  if (offered.length === 0) {
    const problems = [...sheetProblems(sheet), problem('import.sample-unreadable')]
    return { form: 'unknown', matched: [], renamed: [], missing: sheet.columns, extra: [], problems }
  }
  const found = match(sheet, offered)
  return { ...found, problems: [...sheetProblems(sheet), ...repeated(sheet, offered), ...problemsOf(sheet, found)] }
}

/** What is wrong with the columns of a profile before any portal is asked. */
export function sheetProblems({ columns, headers }: Sheet): readonly Problem[] {
  return columns.flatMap(({ id }, place) => {
    const field = headers[place] ?? ''
    const earlier = headers.findIndex((header) => same(header, field))
    if (earlier === place) return []
    return [problem('import.own-header-twice', { field, first: columns[earlier]?.id ?? '', id }, { field })]
  })
}

type Found = Omit<HeaderCheck, 'problems'>

/** Exact names first, so that a likeness never takes the header of another column. */
function match({ columns, profile }: Sheet, offered: readonly string[]): Found {
  const free = new Set(offered)
  const take = (names: readonly string[]) => {
    const taken = [...free].find((header) => names.some((name) => same(name, header)))
    if (taken !== undefined) free.delete(taken)
    return taken
  }
  const matched = columns.filter((each) => take(namesOf(each, profile)) !== undefined)
  const renamed: RenamedColumn[] = []
  const rest = columns.filter((each) => !matched.includes(each))
  for (const each of rest) {
    const alias = take(each.aliases)
    if (alias !== undefined) renamed.push({ column: each, offered: alias })
  }
  for (const each of rest.filter((left) => !renamed.some(({ column }) => column === left))) {
    const near = nearTitle(profile.titles[each.id] ?? each.title, [...free])
    if (near === null) continue
    free.delete(near)
    renamed.push({ column: each, offered: near })
  }
  const missing = rest.filter((left) => !renamed.some(({ column }) => column === left))
  return { form: formOf(columns, offered), matched, renamed, missing, extra: [...free] }
}

/** Names by which the portal surely knows a column. An id as our header holds whatever the title is (`§3`). */
function namesOf(each: Column, profile: ImportProfile): readonly string[] {
  const names = [headerOf(each, profile), each.id]
  return profile.headers === 'ids' ? [...names, each.title, ...each.aliases] : names
}

function formOf(columns: readonly Column[], offered: readonly string[]): HeaderCheck['form'] {
  const has = (name: string) => offered.some((header) => same(header, name))
  const ids = columns.filter(({ id, title }) => !same(id, title) && has(id)).length
  const titles = columns.filter(({ id, title, aliases }) => !same(id, title) && [title, ...aliases].some(has)).length
  if (ids === 0 && titles === 0) return 'unknown'
  if (ids > 0 && titles > 0) return 'mixed'
  return ids > 0 ? 'ids' : 'titles'
}

function repeated({ headers }: Sheet, offered: readonly string[]): readonly Problem[] {
  return headers.flatMap((field) => {
    const count = offered.filter((header) => same(header, field)).length
    return count > 1 ? [problem('import.header-twice', { field, count }, { field })] : []
  })
}

function problemsOf({ columns, profile }: Sheet, { form, matched, renamed, missing }: Found): readonly Problem[] {
  if (profile.headers === 'ids' && form === 'unknown') return [problem('import.ids-unchecked')]
  const wanted = columns.some(isRequisiteColumn)
  const requisitesOff = wanted && ![...matched, ...renamed.map(({ column }) => column)].some(isRequisiteColumn)
  const found = renamed.map(({ column, offered }) => {
    const field = headerOf(column, profile)
    return problem('import.header-renamed', { field, offered, id: column.id }, { field })
  })
  if (requisitesOff) found.push(problem('import.requisites-off'))
  for (const column of missing) {
    if (requisitesOff && isRequisiteColumn(column)) continue
    const field = headerOf(column, profile)
    found.push(problem(column.required ? 'import.header-required' : 'import.header-missing', { field }, { field }))
  }
  return found
}

function same(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}
