import type { InputPart, OpenedInput } from '../onec/read/open-input.ts'
import type { ReadRow } from '../onec/read/reading.ts'
import { compareInputs } from './stage.ts'

/** One input that was opened and found whole. */
export interface SetInput {
  readonly message: number
  readonly input: OpenedInput
}

export interface OrderedPart {
  readonly message: number
  readonly part: InputPart
  readonly facts: InputPart['facts']
}

/** Files of a set and of the archives in it, in the order of work. */
export function partsInOrder(inputs: readonly SetInput[]): readonly OrderedPart[] {
  const parts = inputs.flatMap(({ message, input }) => input.parts.map((part) => ({ message, part, facts: part.facts })))
  return parts.sort(compareInputs)
}

/** Neighbours of one kind go to their handler together. */
export function runsOfKind(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const runs: ReadRow[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === row.kind) last.push(row)
    else runs.push([row])
  }
  return runs
}
