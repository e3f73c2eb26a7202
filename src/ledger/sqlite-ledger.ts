import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { cardTable } from './card-table.ts'
import type { CardTable } from './cards.ts'
import { companyNameTable } from './company-name-table.ts'
import type { CompanyNames } from './company-names.ts'
import { inTransaction, openDatabase } from './database.ts'
import type { Known, NewKnown } from './known.ts'
import type { Ledger, TitleTable } from './ledger.ts'
import { linkTable } from './link-table.ts'
import type { LinkTable } from './links.ts'
import type { Message, NewMessage, NewPoll, Run, RunDirection, RunStage } from './message.ts'
import { operationTable } from './operation-table.ts'
import type { OperationTable } from './operations.ts'
import type { OutgoingTable } from './outgoing.ts'
import { outgoingTable } from './outgoing-table.ts'
import { type KnownRow, knownOf, type MessageRow, messageOf, type RunRow, runOf } from './rows.ts'
import { titleTable } from './title-table.ts'
import type { TableTools } from './tools.ts'

/** The ledger in one SQLite file beside the exchange. `scratch` is for a conversion that keeps no memory. */
export function openSqliteLedger(path: string, use: 'exchange' | 'scratch' = 'exchange'): Ledger {
  return new SqliteLedger(openDatabase(path, use === 'exchange'))
}

class SqliteLedger implements Ledger {
  readonly titles: TitleTable
  readonly links: LinkTable
  readonly cards: CardTable
  readonly operations: OperationTable
  readonly companyNames: CompanyNames
  readonly outgoing: OutgoingTable
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
    const tools: TableTools = {
      statement: (sql) => this.#statement(sql),
      together: (work) => inTransaction(database, work),
    }
    this.titles = titleTable(tools.statement)
    this.links = linkTable(tools)
    this.cards = cardTable(tools)
    this.operations = operationTable(tools)
    this.companyNames = companyNameTable(tools)
    this.outgoing = outgoingTable(tools)
  }

  async addMessage(message: NewMessage): Promise<Message> {
    return inTransaction(this.#database, () => {
      const number = this.#lastNumber() + 1
      const { source, name, bytes, sha256, modifiedMs, takenAt, keptAt, repeatOf } = message
      this.#run(
        `INSERT INTO messages (number, source, name, bytes, sha256, modified_ms, taken_at, kept_at, state, repeat_of)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'taken', ?)`,
        [number, source, name, bytes, sha256, modifiedMs, takenAt, keptAt, repeatOf],
      )
      return this.#message('number = ?', [number])!
    })
  }

  async messageByNumber(number: number): Promise<Message | null> {
    return this.#message('number = ?', [number])
  }

  async setKeptAt(number: number, keptAt: string): Promise<void> {
    this.#run('UPDATE messages SET kept_at = ? WHERE number = ?', [keptAt, number])
  }

  async doneMessageByHash(sha256: string): Promise<Message | null> {
    return this.#message(`sha256 = ? AND verdict = 'done' ORDER BY number LIMIT 1`, [sha256])
  }

  async messageKeptAt(path: string): Promise<Message | null> {
    return this.#message(`state = 'taken' AND kept_at = ? LIMIT 1`, [path])
  }

  async newestBySource(): Promise<readonly Message[]> {
    return this.#messages('number IN (SELECT max(number) FROM messages GROUP BY source)', [])
  }

  async takenMessages(): Promise<readonly Message[]> {
    return this.#messages(`state = 'taken' ORDER BY number`, [])
  }

  async answered(number: number, verdict: string, answer: unknown): Promise<void> {
    this.#run(`UPDATE messages SET state = 'answered', verdict = ?, answer = ? WHERE number = ?`, [
      verdict,
      JSON.stringify(answer),
      number,
    ])
  }

  async answerOf(number: number): Promise<unknown> {
    const row = this.#statement('SELECT answer FROM messages WHERE number = ?').get(number) as
      | { answer: string | null }
      | undefined
    return row === undefined || row.answer === null ? null : JSON.parse(row.answer)
  }

  async lastMessageNumber(): Promise<number> {
    return this.#lastNumber()
  }

  async openRun(): Promise<Run | null> {
    const row = this.#statement(`SELECT * FROM runs WHERE state = 'open' ORDER BY number LIMIT 1`).get() as RunRow | undefined
    return row === undefined ? null : runOf(row)
  }

  async beginRun(
    startedAt: string,
    messages: readonly number[],
    direction: RunDirection = 'in',
    undoOf: number | null = null,
  ): Promise<Run> {
    return inTransaction(this.#database, () => {
      const next = this.#lastRun() + 1
      this.#run(`INSERT INTO runs (number, started_at, state, direction, undo_of) VALUES (?, ?, 'open', ?, ?)`, [
        next,
        startedAt,
        direction,
        undoOf,
      ])
      const assign = this.#statement('UPDATE messages SET run = ? WHERE number = ?')
      for (const number of messages) assign.run(next, number)
      return runOf(this.#statement('SELECT * FROM runs WHERE number = ?').get(next) as unknown as RunRow)
    })
  }

  async addPoll({ startedAt, finishedAt, summary, way, failure }: NewPoll): Promise<number> {
    return inTransaction(this.#database, () => {
      const next = this.#lastRun() + 1
      this.#run(
        `INSERT INTO runs (number, started_at, finished_at, state, stage, summary, direction, way, failure)
         VALUES (?, ?, ?, 'done', 'answering', ?, 'out', ?, ?)`,
        [next, startedAt, finishedAt, JSON.stringify(summary), way, failure],
      )
      return next
    })
  }

  async setStage(run: number, stage: RunStage): Promise<void> {
    this.#run('UPDATE runs SET stage = ? WHERE number = ?', [stage, run])
  }

  async noteFailure(run: number, failure: string | null): Promise<void> {
    this.#run('UPDATE runs SET failure = ? WHERE number = ?', [failure, run])
  }

  async noteFault(run: number): Promise<number> {
    const sql = 'UPDATE runs SET faults = faults + 1 WHERE number = ? RETURNING faults'
    return (this.#statement(sql).get(run) as { faults: number }).faults
  }

  async isUndone(run: number): Promise<boolean> {
    return this.#statement('SELECT 1 FROM runs WHERE undo_of = ? LIMIT 1').get(run) !== undefined
  }

  async messagesOfRun(run: number): Promise<readonly Message[]> {
    return this.#messages('run = ? ORDER BY number', [run])
  }

  async finishRun(number: number, finishedAt: string, summary: Readonly<Record<string, number>>): Promise<void> {
    this.#run(`UPDATE runs SET state = 'done', finished_at = ?, summary = ? WHERE number = ?`, [
      finishedAt,
      JSON.stringify(summary),
      number,
    ])
  }

  async runByNumber(number: number): Promise<Run | null> {
    const row = this.#statement('SELECT * FROM runs WHERE number = ?').get(number) as RunRow | undefined
    return row === undefined ? null : runOf(row)
  }

  async runs(limit: number): Promise<readonly Run[]> {
    const rows = this.#statement('SELECT * FROM runs ORDER BY number DESC LIMIT ?').all(limit) as unknown as RunRow[]
    return rows.map(runOf)
  }

  async known(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const find = this.#statement('SELECT * FROM known WHERE kind = ? AND id = ?')
    const found = new Map<string, Known>()
    for (const id of ids) {
      const row = find.get(kind, id) as KnownRow | undefined
      if (row !== undefined) found.set(id, knownOf(row))
    }
    return found
  }

  async knownUnder(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Known[]>> {
    // `$` is the sign after `#`. With OR in place of UNION the whole kind would be gone through for every id.
    const find = this.#statement(
      'SELECT * FROM known WHERE kind = ?1 AND id = ?2 UNION ALL SELECT * FROM known WHERE kind = ?1 AND id >= ?3 AND id < ?4',
    )
    return new Map(ids.map((id) => [id, (find.all(kind, id, `${id}#`, `${id}$`) as unknown as KnownRow[]).map(knownOf)]))
  }

  async *allKnown(kind: string): AsyncIterable<readonly Known[]> {
    const next = this.#statement('SELECT * FROM known WHERE kind = ? AND id > ? ORDER BY id LIMIT 500')
    for (let after = ''; ; ) {
      const rows = next.all(kind, after) as unknown as KnownRow[]
      if (rows.length === 0) return
      yield rows.map(knownOf)
      after = rows.at(-1)!.id
    }
  }

  async remember(things: readonly NewKnown[]): Promise<void> {
    const put = this.#statement(
      `INSERT INTO known (kind, id, hash, generated, message, seen, record) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET hash = excluded.hash, generated = max(generated, excluded.generated), message = excluded.message,
       seen = excluded.seen, record = excluded.record`,
    )
    inTransaction(this.#database, () => {
      for (const { kind, id, hash, generated, message, seen = message, record } of things)
        put.run(kind, id, hash, generated, message, seen, JSON.stringify(record))
    })
  }

  async seen(kind: string, ids: readonly string[], message: number, generated: string): Promise<void> {
    const note = this.#statement('UPDATE known SET seen = ?, generated = max(generated, ?) WHERE kind = ? AND id = ?')
    inTransaction(this.#database, () => {
      for (const id of ids) note.run(message, generated, kind, id)
    })
  }

  async addContactNames(entries: readonly { readonly name: string; readonly key: string }[]): Promise<void> {
    const put = this.#statement('INSERT OR IGNORE INTO contact_names (name, key) VALUES (?, ?)')
    inTransaction(this.#database, () => {
      for (const { name, key } of entries) put.run(name, key)
    })
  }

  async countContactName(name: string): Promise<number> {
    return (this.#statement('SELECT count(*) AS count FROM contact_names WHERE name = ?').get(name) as { count: number }).count
  }

  async atomically<T>(work: () => Promise<T>): Promise<T> {
    // Inside another one it is simply part of that.
    if (this.#database.isTransaction) return work()
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = await work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  async close(): Promise<void> {
    this.#database.close()
  }

  // Preparing costs more than running; a conversion runs the same few statements a million times.
  #statement(sql: string): StatementSync {
    const ready = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, ready)
    return ready
  }

  #lastNumber(): number {
    return (this.#statement('SELECT coalesce(max(number), 0) AS last FROM messages').get() as { last: number }).last
  }

  #lastRun(): number {
    return (this.#statement('SELECT coalesce(max(number), 0) AS last FROM runs').get() as { last: number }).last
  }

  #message(condition: string, values: SQLInputValue[]): Message | null {
    return this.#messages(condition, values)[0] ?? null
  }

  #messages(condition: string, values: SQLInputValue[]): readonly Message[] {
    const rows = this.#statement(`SELECT * FROM messages WHERE ${condition}`).all(...values) as unknown as MessageRow[]
    return rows.map(messageOf)
  }

  #run(sql: string, values: SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }
}
