import assert from 'node:assert/strict'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { inTransaction, openDatabase } from '../../src/ledger/database.ts'
import { schemaSteps } from '../../src/ledger/schema.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'
import { newCard } from './portal-cards.ts'
import { tempFolder } from './temp-ledger.ts'

test('a new file gets all tables at once and its version', async (t) => {
  const database = openDatabase(join(await tempFolder(t), 'ledger.sqlite'), true)
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all() as { name: string }[]
  assert.deepEqual(
    tables.map(({ name }) => name),
    [
      ...['card_people', 'card_rows', 'cards', 'company_names', 'contact_names', 'known', 'links', 'messages', 'operations'],
      ...['out_cards', 'out_messages', 'portal', 'runs', 'titles', 'ways'],
    ],
  )
  assert.deepEqual({ ...database.prepare('PRAGMA user_version').get() }, { user_version: schemaSteps.length })
  assert.deepEqual({ ...database.prepare('PRAGMA journal_mode').get() }, { journal_mode: 'wal' })
  database.close()
})

test('a ledger of an older program is brought up with all that it remembers', async (t) => {
  const path = join(await tempFolder(t), 'ledger.sqlite')
  const older = new DatabaseSync(path)
  older.exec(
    `${schemaSteps[0]}; PRAGMA user_version = 1; INSERT INTO runs (number, started_at, state) VALUES (4, 'then', 'done')`,
  )
  older.close()
  const ledger = openSqliteLedger(path)
  const [run] = await ledger.runs(1)
  assert.deepEqual([run?.number, run?.direction, run?.stage, run?.undoOf], [4, 'in', 'reading', null])
  assert.equal((await ledger.cards.stage(4, [newCard('a')])).length, 1)
  await ledger.close()
})

test('a ledger of a newer program is refused with both versions named, left as it is, and let go', async (t) => {
  const folder = await tempFolder(t)
  const path = join(folder, 'ledger.sqlite')
  const newer = new DatabaseSync(path)
  newer.exec('CREATE TABLE future (x); PRAGMA user_version = 99')
  newer.close()
  assert.throws(
    () => openDatabase(path, true),
    new RegExp(`newer obmen24 \\(version 99 of its tables, this program knows ${schemaSteps.length}\\)`),
  )
  const untouched = new DatabaseSync(path)
  assert.deepEqual({ ...untouched.prepare('PRAGMA user_version').get() }, { user_version: 99 })
  untouched.close()
  await rename(path, join(folder, 'elsewhere.sqlite'))
})

test('a file that is no ledger is refused and not overwritten', async (t) => {
  const path = join(await tempFolder(t), 'ledger.sqlite')
  await writeFile(path, 'Ид;Наименование\r\n'.repeat(100))
  assert.throws(() => openDatabase(path, true), /not a database/)
})

test('what throws inside a transaction undoes all of it, and one inside another is part of it', async (t) => {
  const database = openDatabase(join(await tempFolder(t), 'ledger.sqlite'), true)
  const add = (key: string) => database.prepare('INSERT INTO titles VALUES (?, ?, ?, ?)').run(key, key, key, key)
  const count = () => (database.prepare('SELECT count(*) AS n FROM titles').get() as { n: number }).n
  const made = inTransaction(database, () => {
    add('a')
    return 'result'
  })
  assert.equal(made, 'result')
  assert.throws(() =>
    inTransaction(database, () => {
      add('b')
      inTransaction(database, () => add('c'))
      throw new Error('stop')
    }),
  )
  assert.equal(count(), 1)
  assert.throws(() => inTransaction(database, () => add('a')), /UNIQUE/)
  assert.equal(database.isTransaction, false)
  database.close()
})
