import type { Card, CardRow, CardTable, RowWithCards } from './cards.ts'
import { type CardRowRow, type CardTableRow, cardOf, cardRowOf } from './portal-rows.ts'
import type { TableTools } from './tools.ts'

/** The rows of inputs, and how each finds its cards. */
export function cardRowTable(
  tools: TableTools,
): Pick<CardTable, 'addRows' | 'rowsAwaiting' | 'retellRows' | 'rowsOf' | 'settledRows' | 'messagesOf'> {
  const { statement, together } = tools
  return {
    async addRows(rows, run) {
      const add = statement(
        `INSERT INTO card_rows (message, row, run, kind, id, card, action, code, text, portal_id, hash, document)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      const addPerson = statement('INSERT OR IGNORE INTO card_people (message, row, run, card) VALUES (?, ?, ?, ?)')
      together(() => {
        for (const each of rows) {
          const { message, row, kind, id, card, people, hash, document = null } = each
          add.run(message, row, run, kind, id, card, ...resultCells(each), hash, document)
          for (const person of people) addPerson.run(message, row, run, person)
        }
      })
    },
    async rowsAwaiting(document, message) {
      const found = 'SELECT * FROM card_rows WHERE document = ? AND message = ? ORDER BY row'
      return (statement(found).all(document, message) as unknown as CardRowRow[]).map((row) =>
        cardRowOf(row, peopleOf(tools, row)),
      )
    },
    async retellRows(rows) {
      const retell = statement(
        `UPDATE card_rows SET card = (SELECT first FROM cards WHERE number = ?), action = ?, code = ?, text = ?, portal_id = ?, hash = ?,
         document = ? WHERE message = ? AND row = ?`,
      )
      together(() => {
        for (const each of rows) {
          const { message, row, card, hash, document = null } = each
          retell.run(card, ...resultCells(each), hash, document, message, row)
        }
      })
    },
    async *rowsOf(message) {
      const next = statement('SELECT * FROM card_rows WHERE message = ? AND row > ? ORDER BY row LIMIT 500')
      for (let after = -1; ; ) {
        const rows = next.all(message, after) as unknown as CardRowRow[]
        if (rows.length === 0) return
        yield rows.map((row) => withCards(tools, row))
        after = rows.at(-1)!.row
      }
    },
    async *settledRows(message, actions) {
      const next = statement(
        `SELECT * FROM card_rows WHERE message = ? AND row > ? AND card IS NULL
         AND (action IN (SELECT value FROM json_each(?)) OR document IS NOT NULL) ORDER BY row LIMIT 500`,
      )
      for (let after = -1; ; ) {
        const rows = next.all(message, after, JSON.stringify(actions)) as unknown as CardRowRow[]
        if (rows.length === 0) return
        yield rows.map((row) => cardRowOf(row, []))
        after = rows.at(-1)!.row
      }
    },
    async messagesOf(run) {
      const asked = 'SELECT first FROM cards WHERE run = ?1'
      const rows = statement(
        `SELECT message FROM card_rows WHERE card IN (${asked}) UNION SELECT message FROM card_people WHERE card IN (${asked})
         ORDER BY message`,
      ).all(run) as { message: number }[]
      return rows.map(({ message }) => message)
    },
  }
}

function resultCells({ result }: CardRow) {
  const { action = null, code = null, text = null, portalId = null } = result ?? {}
  return [action, code, text, portalId] as const
}

function withCards(tools: TableTools, row: CardRowRow): RowWithCards {
  const { statement } = tools
  // The card as it was tried last: the newest that stands in its place, else the card itself.
  const newest = statement(
    `SELECT * FROM cards WHERE number = coalesce((SELECT max(number) FROM cards WHERE first = ?1 AND first <> number), ?1)`,
  )
  const cardOfNumber = (number: number): Card => cardOf(newest.get(number) as unknown as CardTableRow)
  const numbers = peopleOf(tools, row)
  return {
    row: cardRowOf(row, numbers),
    card: row.card === null ? null : cardOfNumber(row.card),
    people: numbers.map(cardOfNumber),
  }
}

function peopleOf({ statement }: TableTools, { message, row }: CardRowRow): readonly number[] {
  const people = statement('SELECT card FROM card_people WHERE message = ? AND row = ? ORDER BY card').all(message, row)
  return (people as { card: number }[]).map(({ card }) => card)
}
