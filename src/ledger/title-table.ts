import type { StatementSync } from 'node:sqlite'
import type { TitleTable } from './ledger.ts'

export function titleTable(statement: (sql: string) => StatementSync): TitleTable {
  const title = (sql: string, value: string) => (statement(sql).get(value) as { title: string } | undefined)?.title
  return {
    titleOf: async (key) => title('SELECT title FROM titles WHERE key = ?', key),
    hasName: async (name) => title('SELECT title FROM titles WHERE name = ? LIMIT 1', name) !== undefined,
    titleLike: async (likeness) => title('SELECT title FROM titles WHERE likeness = ? ORDER BY key LIMIT 1', likeness),
    async namesakes(name) {
      // `)` is the sign after `(`.
      const rows = statement('SELECT key, title, name FROM titles WHERE name = ? OR (name > ? AND name < ?) ORDER BY name').all(
        name,
        `${name} (`,
        `${name} )`,
      ) as { key: string; title: string; name: string }[]
      const named = rows.filter((row) => row.name === name || madeUnique.test(row.name.slice(name.length)))
      return named.map(({ key, title: each }) => ({ key, title: each }))
    },
    async put({ key, title, name, likeness }) {
      statement('INSERT OR REPLACE INTO titles (key, title, name, likeness) VALUES (?, ?, ?, ?)').run(key, title, name, likeness)
    },
    async remove(key) {
      statement('DELETE FROM titles WHERE key = ?').run(key)
    },
  }
}

// What the register of titles puts behind a name that another company has already (`import-csv/titles.ts`).
const madeUnique = /^ \((?:инн \d+(?:, кпп [^)]*)?|1с: .+|\d+)\)$/
