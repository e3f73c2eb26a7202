import { cardRowTable } from './card-row-table.ts'
import type { Card, CardTable, NewCard } from './cards.ts'
import { type CardTableRow, cardOf } from './portal-rows.ts'
import type { TableTools } from './tools.ts'

export function cardTable(tools: TableTools): CardTable {
  const { statement, together } = tools
  const all = (sql: string, ...values: (string | number)[]): readonly Card[] =>
    (statement(sql).all(...values) as unknown as CardTableRow[]).map(cardOf)
  const byKeys = (sql: string, keys: readonly string[], ...values: (string | number)[]) =>
    new Map(keys.flatMap((key) => all(sql, key, ...values).map((card) => [key, card] as const)))
  return {
    ...cardRowTable(tools),
    stage: async (run, cards) => together(() => stage(tools, run, cards)),
    async retell(run, cards) {
      const retell = statement(
        `UPDATE cards SET told = ?, hash = ?, rules = ?, generated = ?, message = ? WHERE number = ? AND run = ? AND state = 'staged'`,
      )
      together(() => {
        for (const { number, told, hash, rules, generated, message } of cards)
          retell.run(told, hash, rules, generated, message, number, run)
      })
    },
    async planned(run, plans) {
      const note = statement(`UPDATE cards SET state = 'planned', plan = ?, planned_at = ? WHERE number = ? AND run = ?`)
      together(() => {
        for (const { number, plan, plannedAt } of plans) note.run(plan, plannedAt, number, run)
      })
    },
    async done(run, results) {
      const note = statement(
        `UPDATE cards SET state = 'done', action = ?1, code = ?, text = ?, portal_id = ?, left_over = ?1 IN ('refused', 'review', 'waiting')
         AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.number = cards.run AND direction = 'undo') WHERE number = ? AND run = ?`,
      )
      together(() => {
        for (const { number, result } of results) {
          const { action, code, text, portalId } = result
          note.run(action, code, text, portalId, number, run)
        }
      })
    },
    async inState(run, state, entity, after, limit) {
      const found = 'SELECT * FROM cards INDEXED BY cards_by_state WHERE run = ? AND state = ? AND number > ?'
      if (entity === '') return all(`${found} ORDER BY number LIMIT ?`, run, state, after, limit)
      return all(`${found} AND entity = ? ORDER BY number LIMIT ?`, run, state, after, entity, limit)
    },
    async plans(run, after, limit) {
      const sql = `SELECT number, plan FROM cards INDEXED BY cards_by_state WHERE run = ? AND state = 'planned' AND number > ?
                   ORDER BY number LIMIT ?`
      return statement(sql).all(run, after, limit) as unknown as { number: number; plan: string }[]
    },
    byNumbers: async (run, numbers) =>
      numbers.flatMap((number) => all('SELECT * FROM cards WHERE number = ? AND run = ?', number, run)),
    ofKeys: async (run, entity, keys) =>
      byKeys('SELECT * FROM cards WHERE key = ? AND entity = ? AND run = ?', keys, entity, run),
    async entities(run) {
      const rows = statement('SELECT DISTINCT entity FROM cards INDEXED BY cards_by_state WHERE run = ?').all(run)
      return (rows as { entity: string }[]).map(({ entity }) => entity)
    },
    async counts(run) {
      const rows = statement('SELECT state, count(*) AS count FROM cards WHERE run = ? GROUP BY state').all(run)
      const counted = rows as unknown as { state: Card['state']; count: number }[]
      return { staged: 0, planned: 0, done: 0, ...Object.fromEntries(counted.map(({ state, count }) => [state, count])) }
    },
    // Numbers grow with the runs.
    leftOver: async (limit, after) =>
      all('SELECT * FROM cards WHERE left_over = 1 AND number > ? ORDER BY number LIMIT ?', after.number, limit),
    leftOf: async (entity, keys) =>
      byKeys('SELECT * FROM cards INDEXED BY cards_left_of WHERE key = ? AND entity = ? AND left_over = 1', keys, entity),
    byKey: async (key, limit) => all('SELECT * FROM cards WHERE key = ? ORDER BY number DESC LIMIT ?', key, limit),
    prune: async (beforeRun) => together(() => prune(tools, beforeRun)),
  }
}

function stage({ statement }: TableTools, run: number, cards: readonly NewCard[]): readonly Card[] {
  const ofRun = statement('SELECT * FROM cards WHERE key = ? AND entity = ? AND run = ?')
  const leftOver = statement('SELECT * FROM cards INDEXED BY cards_left_of WHERE key = ? AND entity = ? AND left_over = 1')
  const taken = statement('UPDATE cards SET left_over = 0 WHERE number = ?')
  const add = statement(
    `INSERT INTO cards (number, run, first, entity, key, told, hash, rules, generated, message, state, left_over)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'staged', 0)`,
  )
  const isUndo = statement(`SELECT 1 FROM runs WHERE number = ? AND direction = 'undo'`).get(run) !== undefined
  let { last } = statement('SELECT coalesce(max(number), 0) AS last FROM cards').get() as { last: number }
  return cards.map((card) => {
    const { entity, key, told, hash, rules, generated, message } = card
    const there = ofRun.get(key, entity, run) as CardTableRow | undefined
    if (there !== undefined) return cardOf(there)
    const left = isUndo ? undefined : (leftOver.get(key, entity) as CardTableRow | undefined)
    if (left !== undefined) taken.run(left.number)
    const number = ++last
    const first = left?.message === message ? left.first : number
    add.run(number, run, first, entity, key, told, hash, rules, generated, message)
    return { run, number, entity, key, told, hash, rules, generated, message, ...untried }
  })
}

const untried = { state: 'staged', plan: null, plannedAt: null, result: null } as const

function prune({ statement }: TableTools, beforeRun: number): void {
  const numbers = (sql: string) => (statement(sql).all(beforeRun) as { run: number }[]).map(({ run }) => run)
  const kept = new Set(
    numbers(
      `SELECT DISTINCT asked.run FROM cards AS tried JOIN cards AS asked ON asked.number = tried.first
       WHERE tried.left_over = 1 OR tried.run >= ?`,
    ),
  )
  const finished = numbers(`SELECT number AS run FROM runs WHERE state = 'done' AND number < ?`)
  const outlive = statement(
    `UPDATE card_rows SET (card, action, code, text, portal_id) =
       (SELECT NULL, tried.action, coalesce(nullif(tried.code, ''), card_rows.code, ''),
         trim(coalesce(tried.text, '') || ' ' || coalesce(card_rows.text, '')), tried.portal_id FROM cards AS tried
       WHERE tried.number = coalesce((SELECT max(number) FROM cards WHERE first = card_rows.card AND first <> number), card_rows.card))
     WHERE run <> ?1 AND card IN (SELECT number FROM cards WHERE run = ?1 AND first = number)`,
  )
  for (const run of finished.filter((each) => !kept.has(each))) {
    outlive.run(run)
    statement('DELETE FROM cards WHERE first <> number AND first IN (SELECT number FROM cards WHERE run = ?)').run(run)
    statement('DELETE FROM cards WHERE run = ? AND first = number').run(run)
    statement('DELETE FROM card_people WHERE run = ?').run(run)
    statement('DELETE FROM card_rows WHERE run = ?').run(run)
  }
}
