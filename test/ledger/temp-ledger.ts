import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { NewMessage } from '../../src/ledger/message.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'

/** A folder that goes with the test, after the ledgers in it are closed: Windows deletes no open file. */
export async function tempFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 память '))
  t.after(async () => {
    for (const ledger of opened.get(t) ?? []) await ledger.close()
    opened.delete(t)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** A ledger in a temporary folder of that test. */
export function openLedger(t: TestContext, path: string): Ledger {
  const ledger = openSqliteLedger(path)
  opened.set(t, [...(opened.get(t) ?? []), ledger])
  return ledger
}

export async function tempLedger(t: TestContext): Promise<{ readonly ledger: Ledger; readonly path: string }> {
  const path = join(await tempFolder(t), 'ledger.sqlite')
  return { ledger: openLedger(t, path), path }
}

export function newMessage(given: Partial<NewMessage> = {}): NewMessage {
  const about = {
    source: '/in/a.xml',
    name: 'a.xml',
    bytes: 10,
    sha256: 'aa',
    modifiedMs: 1,
    takenAt: '2026-03-05T09:05:07+03:00',
  }
  return { ...about, keptAt: '/kept/a.xml', repeatOf: null, ...given }
}

const opened = new WeakMap<TestContext, readonly Ledger[]>()
