import type { Card, CardTable, RowWithCards } from './cards.ts'
import { type CardRowRow, type CardTableRow, cardOf, cardRowOf } from './portal-rows.ts'
import type { TableTools } from './tools.ts'

/** The rows of inputs, and how each finds its cards. */
export function cardRowTable(tools: TableTools): Pick<CardTable, 'addRows' | 'rowsOf' | 'messagesOf'> {
  const { statement, together } = tools
  return {
    async addRows(rows, run) {
      const add = statement(
        `INSERT INTO card_rows (message, row, run, kind, id, card, action, code, text, portal_id, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      const addPerson = statement('INSERT OR IGNORE INTO card_people (message, row, run, card) VALUES (?, ?, ?, ?)')
      together(() => {
        for (const { message, row, kind, id, card, people, result, hash } of rows) {
          const { action = null, code = null, text = null, portalId = null } = result ?? {}
          add.run(message, row, run, kind, id, card, action, code, text, portalId, hash)
          for (const person of people) addPerson.run(message, row, run, person)
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

function withCards({ statement }: TableTools, row: CardRowRow): RowWithCards {
  // The card as it was tried last: the newest that stands in its place, else the card itself.
  const newest = statement(
    `SELECT * FROM cards WHERE number = coalesce((SELECT max(number) FROM cards WHERE first = ?1 AND first <> number), ?1)`,
  )
  const cardOfNumber = (number: number): Card => cardOf(newest.get(number) as unknown as CardTableRow)
  const people = statement('SELECT card FROM card_people WHERE message = ? AND row = ? ORDER BY card').all(
    row.message,
    row.row,
  ) as { card: number }[]
  const numbers = people.map(({ card }) => card)
  return {
    row: cardRowOf(row, numbers),
    card: row.card === null ? null : cardOfNumber(row.card),
    people: numbers.map(cardOfNumber),
  }
}
