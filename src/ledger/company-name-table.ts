import type { CompanyNames } from './company-names.ts'
import type { TableTools } from './tools.ts'

export function companyNameTable({ statement, together }: TableTools): CompanyNames {
  const forget = (key: string) => statement('DELETE FROM company_names WHERE key = ?').run(key)
  return {
    async put(companies) {
      const add = statement('INSERT OR IGNORE INTO company_names (name, key) VALUES (?, ?)')
      together(() => {
        for (const { key, names } of companies) {
          forget(key)
          for (const name of names) add.run(name, key)
        }
      })
    },
    async remove(keys) {
      together(() => {
        for (const key of keys) forget(key)
      })
    },
    async known(keys) {
      const find = statement('SELECT 1 FROM company_names WHERE key = ? LIMIT 1')
      return new Set(keys.filter((key) => find.get(key) !== undefined))
    },
    async named(names) {
      const find = statement('SELECT key FROM company_names WHERE name = ? ORDER BY key')
      const found = new Map<string, readonly string[]>()
      for (const name of names) {
        const rows = find.all(name) as { key: string }[]
        if (rows.length > 0)
          found.set(
            name,
            rows.map(({ key }) => key),
          )
      }
      return found
    },
  }
}
