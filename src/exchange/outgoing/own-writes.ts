import type { Change } from '../../bitrix24/crm/change.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { contactsPart, type Parts, rowsPart } from './parts.ts'

export interface OwnWrites {
  /** The last value that the exchange wrote to each part. */
  readonly own: Parts
  /** Values of changes whose outcome is not known. */
  readonly maybe: Parts
  /** Was the card made by the exchange? */
  readonly isMade: boolean
}

/** What the exchange itself wrote on the card of that 1C id in runs after the given one, out of its journal. */
export async function ownWrites(ledger: Ledger, entity: string, key: string, afterRun: number): Promise<OwnWrites> {
  const own: Record<string, string> = {}
  const maybe: Record<string, string> = {}
  let isMade = false
  const operations = (await ledger.operations.byKey(key, enough)).filter((each) => each.entity === entity)
  for (const { run, state, change } of operations.toReversed()) {
    const said = JSON.parse(change) as Change
    if (state === 'done' && said.kind === 'create') isMade = true
    if (run <= afterRun || state === 'refused' || state === 'undone') continue
    Object.assign(state === 'done' ? own : maybe, written(said))
  }
  return { own, maybe, isMade }
}

// The newest operations of one card; a run takes a handful.
const enough = 100

function written(change: Change): Parts {
  switch (change.kind) {
    case 'create':
    case 'update':
      return {
        ...change.fields,
        ...(change.contactIds == null ? {} : { contactIds: contactsPart(change.contactIds) }),
      }
    case 'setRows':
      return { rows: rowsPart(change.rows) }
    default:
      return {}
  }
}
