import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LoggedRequest } from '../../src/bitrix24/sandbox/request-log.ts'

/** What the portal had seen of a start when it died. */
export interface Witness {
  readonly requests: readonly Pick<LoggedRequest, 'at' | 'method'>[]
  /** Whether the last of them had its answer, or was not to get one. */
  readonly isAnswered: boolean
}

/** Where in its work a process was killed, by what it has left in the ledger. */
export function stageAtDeath(root: string, { requests, isAnswered }: Witness): string {
  const path = join(root, '.obmen24', 'ledger.sqlite')
  if (!existsSync(path)) return 'taking files'
  const ledger = new DatabaseSync(path, { readOnly: true })
  try {
    const one = (sql: string) => ledger.prepare(sql).get()
    if (Number(one('PRAGMA user_version')!['user_version']) < 2) return 'taking files'
    const run = one(`SELECT number, stage FROM runs WHERE state = 'open' ORDER BY number LIMIT 1`)
    if (run === undefined) {
      if (one(`SELECT 1 FROM messages WHERE state = 'taken'`) !== undefined) return 'taking files'
      return requests.some(({ method }) => method === 'server.time') ? 'asking what people changed' : 'after the run, or before'
    }
    if (run['stage'] === 'reading') return 'staging'
    const number = Number(run['number'])
    const count = (sql: string) => Number(one(`SELECT count(*) AS count FROM ${sql} AND run = ${number}`)!['count'])
    if (count(`cards WHERE state = 'staged'`) > 0) return 'planning'
    if (count(`cards WHERE state = 'planned'`) === 0) return 'answering'
    const sent = one(`SELECT max(sent_at) AS at FROM operations WHERE state = 'sent' AND run = ${number}`)
    if (sent?.['at'] == null) return count(`operations WHERE state = 'unknown'`) > 0 ? 'looking up' : 'between requests'
    const carrying = requests.filter(({ at }) => at >= Number(sent['at']))
    if (requests.length > 0 && carrying.length === 0 && Number(sent['at']) < requests[0]!.at) return 'looking up'
    if (carrying.length === 0) return requests.length === 0 ? 'looking up' : 'written down, not sent'
    return isAnswered ? 'answered, not noted' : 'under way'
  } finally {
    ledger.close()
  }
}
