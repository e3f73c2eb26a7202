import type { FileFacts } from '../onec/read/reading.ts'

/**
 * Place of a file in the order of work: classifiers → goods → offers → counterparties → contact persons → documents, of which rows come
 * before what they belong to, contracts before what falls under them, and invoices after what they are made for. A file that holds
 * several goes with the last of them, because what comes before in it is then already known (`1c-side.md §3.5`).
 */
export function stageOf({ counts }: Pick<FileFacts, 'counts'>): number {
  return Math.max(-1, ...stages.flatMap((kinds, stage) => (kinds.some((kind) => (counts[kind] ?? 0) > 0) ? [stage] : [])))
}

const stages: readonly (readonly string[])[] = [
  ['group', 'group77', 'property', 'goodsProperty', 'unit', 'warehouse', 'priceType'],
  ['product', 'product77'],
  ['offer'],
  ['counterparty'],
  ['contactPerson'],
  ['documentRow'],
  ['contract'],
  ['order', 'workOrder', 'booking'],
  ['invoice'],
  ['attachment', 'confirmation'],
]

const firstCard = 3

interface Orderable {
  readonly message: number
  readonly facts: FileFacts
}

/**
 * The order in which the files of one set are worked off. Goods: oldest first, the last word counts. Cards and documents
 * can be written once only, so there the newest export goes first and the older ones find it done.
 */
export function compareInputs(a: Orderable, b: Orderable): number {
  const stage = effectiveStage(a.facts) - effectiveStage(b.facts)
  if (stage !== 0) return stage
  const age = compareText(a.facts.generatedAt ?? '', b.facts.generatedAt ?? '') || a.message - b.message
  return effectiveStage(a.facts) >= firstCard ? -age : age
}

// Counterparties name their people: those alone do not make a file one of contact persons.
function effectiveStage({ counts }: FileFacts): number {
  const { contactPerson = 0, ...others } = counts
  return stageOf({ counts: (counts['counterparty'] ?? 0) > 0 ? others : { ...others, contactPerson } })
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
