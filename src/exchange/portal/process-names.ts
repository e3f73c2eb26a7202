import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Names } from './diff/describe-change.ts'
import { processTitle } from './entity-words.ts'
import type { CardEntity } from './plan/open-card.ts'

/** How the smart process of these cards is called; noted for those who do not ask the portal (`show`, files of its items). */
export async function notedProcess(
  ledger: Ledger,
  entity: CardEntity,
  { processes }: Directories,
  message: number,
): Promise<Names> {
  const title = processTitle(entity, processes)
  if (title === null) return {}
  const known = (await ledger.known(kind, [entity])).get(entity)
  if (known?.hash !== title) {
    await ledger.remember([{ kind, id: entity, hash: title, generated: '', message, record: title }])
  }
  return { [entity]: title }
}

/** The names of smart processes among these entities, as they were called last. */
export async function knownProcesses(ledger: Ledger, entities: readonly string[]): Promise<Names> {
  const known = await ledger.known(kind, [...new Set(entities)])
  return Object.fromEntries([...known].map(([entity, { hash }]) => [entity, hash]))
}

const kind = 'process'
