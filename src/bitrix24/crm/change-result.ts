import type { NotDone, Outcome } from '../client/outcome.ts'
import type { Change } from './change.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'

export type CreatedCard = { readonly kind: 'done'; readonly id: number } | NotDone

export type ChangeResult =
  /** `id` of what was made; null where it has none, or nothing was made. */
  | { readonly kind: 'done'; readonly id: number | null }
  /** The requisite has an address of this type already: it did not run, and the address there is to be changed instead. */
  | { readonly kind: 'exists' }
  | NotDone

/** What became of each of the cards that one `createCommand` was to make, in their order. */
export function readCreated(outcome: Outcome, count: number): readonly CreatedCard[] {
  if (outcome.kind !== 'done') return Array.from({ length: count }, () => outcome)
  const result = recordOf(outcome.result)
  const items = 'items' in result ? listOf(result['items']) : [result]
  return Array.from({ length: count }, (_, index) => createdCard(recordOf(items[index])))
}

/**
 * What became of a change. Taking away what is not there is done (`bitrix24-rest.md §4.4`). Requisites and addresses answer
 * with an empty code, so their texts have to tell.
 */
export function readChange(change: Change, outcome: Outcome): ChangeResult {
  if (change.kind === 'linkRequisite' && outcome.kind === 'done' && outcome.result === false) {
    return {
      kind: 'refused',
      reach: 'command',
      error: { status: 200, code: 'no-link', description: 'the link was not registered' },
    }
  }
  if (outcome.kind === 'done') return { kind: 'done', id: madeId(change, outcome.result) }
  if (outcome.kind !== 'refused' || outcome.reach !== 'command') return outcome
  const { code, description } = outcome.error
  if (change.kind === 'addAddress' && /TypeAddress exists/i.test(`${code} ${description}`)) return { kind: 'exists' }
  if (isDelete(change) && isMissing(code, description)) return { kind: 'done', id: null }
  return outcome
}

function createdCard(item: RestRow): CreatedCard {
  const id = idOf(recordOf(item['item'])['id'])
  if (id !== 0) return { kind: 'done', id }
  const description = textOf(item['error_description'])
  if ('error' in item) {
    return { kind: 'refused', reach: 'command', error: { status: 200, code: textOf(item['error']), description } }
  }
  return { kind: 'unknown', error: { status: 200, code: 'no-id', description: 'the portal did not tell the id of the new card' } }
}

function madeId(change: Change, result: unknown): number | null {
  switch (change.kind) {
    case 'create':
      return idOf(recordOf(recordOf(result)['item'])['id']) || null
    case 'addRequisite':
    case 'addBank':
    case 'addFile':
      return idOf(result) || null
    case 'update':
    case 'setRequisite':
    case 'setBank':
      return change.id
    default:
      return null
  }
}

function isDelete({ kind }: Change): boolean {
  return kind.startsWith('delete')
}

function isMissing(code: string, description: string): boolean {
  return code === 'NOT_FOUND' || /not found/i.test(`${code} ${description}`)
}
