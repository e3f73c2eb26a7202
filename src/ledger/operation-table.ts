import type { Operation, OperationTable } from './operations.ts'
import { type OperationRow, operationOf } from './portal-rows.ts'
import type { TableTools } from './tools.ts'

export function operationTable({ statement, together }: TableTools): OperationTable {
  const all = (sql: string, ...values: (string | number)[]): readonly Operation[] =>
    (statement(sql).all(...values) as unknown as OperationRow[]).map(operationOf)
  return {
    async sending(operations) {
      const add = statement(
        `INSERT INTO operations (run, card, entity, key, portal_id, change, state, sent_at) VALUES (?, ?, ?, ?, ?, ?, 'sent', ?)`,
      )
      return together(() =>
        operations.map(({ run, card, entity, key, portalId, change, sentAt }) =>
          Number(add.run(run, card, entity, key, portalId, change, sentAt).lastInsertRowid),
        ),
      )
    },
    async settle(results) {
      const settle = statement('UPDATE operations SET state = ?, portal_id = ?, result = ? WHERE number = ?')
      together(() => {
        for (const { number, state, portalId, result } of results) settle.run(state, portalId, result, number)
      })
    },
    open: async (run) =>
      all(
        `SELECT * FROM operations INDEXED BY operations_open WHERE run = ? AND state IN ('sent', 'unknown') ORDER BY number`,
        run,
      ),
    async *done(run) {
      const sql = `SELECT * FROM operations WHERE run = ? AND number < ? AND state = 'done' ORDER BY number DESC LIMIT 500`
      for (let before = Number.MAX_SAFE_INTEGER; ; ) {
        const operations = all(sql, run, before)
        if (operations.length === 0) return
        yield operations
        before = operations.at(-1)!.number
      }
    },
    ofCards: async (run, cards) =>
      cards.flatMap((card) => all('SELECT * FROM operations WHERE card = ? AND run = ? ORDER BY number', card, run)),
    async counts(run) {
      const rows = statement('SELECT state, count(*) AS count FROM operations WHERE run = ? GROUP BY state').all(run)
      return Object.fromEntries((rows as unknown as { state: string; count: number }[]).map(({ state, count }) => [state, count]))
    },
    byKey: async (key, limit) => all('SELECT * FROM operations WHERE key = ? ORDER BY number DESC LIMIT ?', key, limit),
  }
}
