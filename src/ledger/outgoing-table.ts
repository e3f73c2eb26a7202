import type { OutCard, OutCardOfWay, OutgoingTable, Way } from './outgoing.ts'
import type { TableTools } from './tools.ts'

export function outgoingTable({ statement, together }: TableTools): OutgoingTable {
  const all = (sql: string, way: string) => (statement(sql).all(way) as unknown as OutCardRow[]).map(outCardOf)
  const count = (sql: string, way: string) => (statement(sql).get(way) as { count: number }).count
  const ofWays = (sql: string, ...values: readonly (string | number)[]) =>
    (statement(sql).all(...values) as unknown as (OutCardRow & { way: string })[]).map(
      ({ way, ...row }): OutCardOfWay => ({ way, card: outCardOf(row) }),
    )
  return {
    async way(name) {
      const row = statement('SELECT * FROM ways WHERE name = ?').get(name) as WayRow | undefined
      return row === undefined ? null : wayOf(row)
    },
    async putWay({ name, source, rules, since, polledAt, message, messageAt, digest, written, confirmed, exported, failure }) {
      statement(
        `INSERT OR REPLACE INTO ways (name, source, rules, since, polled_at, message, message_at, digest, written, confirmed, exported, failure)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(name, source, rules, since, polledAt, message, messageAt, digest, Number(written), confirmed, exported, failure)
    },
    async of(way, portalIds) {
      const find = statement('SELECT * FROM out_cards WHERE way = ? AND portal_id = ?')
      const found = new Map<number, OutCard>()
      for (const id of portalIds) {
        const row = find.get(way, id) as OutCardRow | undefined
        if (row !== undefined) found.set(id, outCardOf(row))
      }
      return found
    },
    async put(way, cards) {
      const put = statement(
        `INSERT OR REPLACE INTO out_cards (way, portal_id, state, message, number, known, told, after_run, reading, word, document, sent_at,
           confirmed_at, problems)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      together(() => {
        for (const each of cards) {
          const { portalId, state, message, number, known, told, afterRun, reading, word, document, sentAt } = each
          const { confirmedAt, problems } = each
          put.run(
            way,
            portalId,
            state,
            message,
            number,
            known,
            told,
            afterRun,
            reading,
            word,
            document,
            sentAt,
            confirmedAt,
            problems,
          )
        }
      })
    },
    async remove(way, portalIds) {
      const remove = statement('DELETE FROM out_cards WHERE way = ? AND portal_id = ?')
      together(() => {
        for (const id of portalIds) remove.run(way, id)
      })
    },
    async clear(way) {
      statement('DELETE FROM out_cards WHERE way = ?').run(way)
    },
    // What has no number yet comes after all that have one.
    open: async (way) =>
      all(
        `SELECT * FROM out_cards WHERE way = ? AND state IN ('ready', 'sent') ORDER BY state = 'ready', message, sent_at, portal_id`,
        way,
      ),
    stuck: async (way) => all('SELECT * FROM out_cards WHERE way = ? AND problems IS NOT NULL ORDER BY portal_id', way),
    async number(way) {
      return together(() => {
        const message = Number(statement('INSERT INTO out_messages (way) VALUES (?)').run(way).lastInsertRowid)
        statement(`UPDATE out_cards SET state = 'sent', message = ? WHERE way = ? AND state = 'ready'`).run(message, way)
        return message
      })
    },
    async wayOf(message) {
      const row = statement('SELECT way FROM out_messages WHERE number = ?').get(message) as { way: string } | undefined
      return row?.way ?? null
    },
    async confirm(way, message, at) {
      const { changes } = statement(
        `UPDATE out_cards SET state = 'confirmed', document = NULL, confirmed_at = ?
         WHERE way = ? AND state IN ('sent', 'forgotten') AND message BETWEEN 1 AND ?`,
      ).run(at, way, message)
      return Number(changes)
    },
    async awaited() {
      const rows = statement(`SELECT DISTINCT number FROM out_cards WHERE state IN ('ready', 'sent')`).all()
      return new Set((rows as { number: string }[]).map(({ number }) => number))
    },
    async hear(entity, number, word) {
      // A source is the kind of cards and the portal.
      statement(
        `UPDATE out_cards SET word = ? WHERE number = ? AND state IN ('ready', 'sent')
         AND way IN (SELECT name FROM ways WHERE substr(source, 1, instr(source, ' ') - 1) = ?)`,
      ).run(word, number, entity)
    },
    async noteExport(generated) {
      statement('UPDATE ways SET exported = ?1 WHERE exported < ?1').run(generated)
    },
    numbered: async (number) => ofWays('SELECT * FROM out_cards WHERE number = ? ORDER BY way', number),
    withId: async (portalId) => ofWays('SELECT * FROM out_cards WHERE portal_id = ? ORDER BY way', portalId),
    async counts(way) {
      return {
        open: count(`SELECT count(*) AS count FROM out_cards WHERE way = ? AND state IN ('ready', 'sent')`, way),
        stuck: count('SELECT count(*) AS count FROM out_cards WHERE way = ? AND problems IS NOT NULL', way),
      }
    },
  }
}

interface WayRow {
  name: string
  source: string
  rules: string
  since: string
  polled_at: number
  message: number
  message_at: string
  digest: string
  written: number
  confirmed: number
  exported: string
  failure: string
}

interface OutCardRow {
  portal_id: number
  state: OutCard['state']
  message: number
  number: string
  known: string | null
  told: string | null
  after_run: number
  reading: string | null
  word: string | null
  document: string | null
  sent_at: string
  confirmed_at: string
  problems: string | null
}

function wayOf({ polled_at: polledAt, message_at: messageAt, written, ...row }: WayRow): Way {
  return { ...row, polledAt, messageAt, written: written === 1 }
}

function outCardOf(row: OutCardRow): OutCard {
  const { portal_id: portalId, after_run: afterRun, sent_at: sentAt, confirmed_at: confirmedAt } = row
  const { state, message, number, known, told, reading, word, document, problems } = row
  return { portalId, state, message, number, known, told, afterRun, reading, word, document, sentAt, confirmedAt, problems }
}
