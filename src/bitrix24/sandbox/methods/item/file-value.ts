import type { PortalState, Row } from '../../state.ts'
import { integerOf, isEmpty, recordOf } from '../params.ts'
import { nextId } from '../store/store.ts'

/** A file as it is kept: its bytes are of no use here. `id` 0: not numbered yet. */
interface StoredFile {
  id: number
  readonly name: string
}

/** `["name","<base64>"]` stores, `{"id":…}` keeps; anything else, `{fileData}` too, empties silently (`bitrix24-rest.md §8`). */
export function readFile(given: unknown, held: unknown): StoredFile | null {
  if (isEmpty(given)) return null
  if (Array.isArray(given) && typeof given[0] === 'string' && typeof given[1] === 'string') {
    return { id: 0, name: given[0] }
  }
  const id = integerOf(recordOf(given)?.['id'])
  const kept = heldFiles(held).find((file) => file.id === id)
  return kept ?? null
}

/** What is not in the list is deleted without a warning. */
export function readFiles(list: readonly unknown[], held: unknown): readonly StoredFile[] {
  return list.map((one) => readFile(one, held)).filter((file) => file !== null)
}

/** New files get their ids once nothing can be refused any more. */
export function numberFiles(state: PortalState, values: Row): void {
  for (const value of Object.values(values)) {
    for (const file of heldFiles(value)) if (file.id === 0) file.id = nextId(state, 'file')
  }
}

function heldFiles(held: unknown): readonly StoredFile[] {
  return (Array.isArray(held) ? held : [held]).filter((one): one is StoredFile => recordOf(one)?.['id'] !== undefined)
}
