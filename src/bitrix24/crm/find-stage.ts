import type { Directories, Pipeline, Stage } from './directories.ts'
import type { DocumentEntity } from './entity.ts'
import { fold, onlyOne } from './fold.ts'

export type Found<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'none' }
  /** Several have this name. */
  | { readonly kind: 'several' }

/** A pipeline by its name or its number; '' is the default one. */
export function findPipeline({ pipelines }: Directories, entity: DocumentEntity, word: string): Found<Pipeline> {
  const known = pipelines[entity] ?? []
  if (word.trim() === '') return known[0] === undefined ? { kind: 'none' } : { kind: 'found', value: known[0] }
  return findNamed(known, word, ({ id }) => [String(id)])
}

/** A stage of a pipeline by its name, its code (`WON`) or its whole id (`C5:WON`). */
export function findStage({ stages }: Pipeline, word: string): Found<Stage> {
  return findNamed(stages, word, ({ id }) => [id, id.slice(id.indexOf(':') + 1)])
}

/** Where a stage stands, by its whole id; null: in no pipeline that the webhook may read. */
export function pipelineOfStage({ pipelines }: Directories, entity: DocumentEntity, stageId: string): Pipeline | null {
  return pipelines[entity]?.find(({ stages }) => stages.some(({ id }) => id === stageId)) ?? null
}

function findNamed<T extends { readonly name: string }>(
  known: readonly T[],
  word: string,
  codesOf: (each: T) => readonly string[],
): Found<T> {
  const named = known.filter(({ name }) => fold(name) === fold(word))
  const one = onlyOne(named) ?? onlyOne(known.filter(({ name }) => name === word))
  if (one !== null) return { kind: 'found', value: one }
  if (named.length > 0) return { kind: 'several' }
  const coded = onlyOne(known.filter((each) => codesOf(each).some((code) => fold(code) === fold(word))))
  return coded === null ? { kind: 'none' } : { kind: 'found', value: coded }
}
