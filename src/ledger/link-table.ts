import type { Link, LinkTable } from './links.ts'
import { type LinkRow, linkOf } from './portal-rows.ts'
import type { TableTools } from './tools.ts'

export function linkTable({ statement, together }: TableTools): LinkTable {
  return {
    async of(entity, keys) {
      const find = statement('SELECT * FROM links WHERE entity = ? AND key = ?')
      const found = new Map<string, Link>()
      for (const key of keys) {
        const row = find.get(entity, key) as LinkRow | undefined
        if (row !== undefined) found.set(key, linkOf(row))
      }
      return found
    },
    async owners(entity, portalIds) {
      const find = statement('SELECT key FROM links WHERE entity = ? AND portal_id = ? ORDER BY key LIMIT 1')
      const found = new Map<number, string>()
      for (const id of portalIds) {
        const row = find.get(entity, id) as { key: string } | undefined
        if (row !== undefined) found.set(id, row.key)
      }
      return found
    },
    async byKey(key) {
      const rows = statement('SELECT * FROM links WHERE key = ? ORDER BY entity').all(key) as unknown as LinkRow[]
      return rows.map(linkOf)
    },
    async put(links) {
      const put = statement(
        `INSERT INTO links (entity, key, portal_id, told, hash, generated, message, run, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (entity, key) DO UPDATE SET portal_id = excluded.portal_id, told = excluded.told, hash = excluded.hash,
         generated = excluded.generated, message = excluded.message, run = excluded.run, at = excluded.at`,
      )
      together(() => {
        for (const { entity, key, portalId, told, hash, generated, message, run, at } of links)
          put.run(entity, key, portalId, told, hash, generated, message, run, at)
      })
    },
    async toldAgain(entity, keys, generated) {
      const note = statement('UPDATE links SET generated = ?1 WHERE entity = ?2 AND key = ?3 AND generated < ?1')
      together(() => {
        for (const key of keys) note.run(generated, entity, key)
      })
    },
    async remove(entity, keys) {
      const remove = statement('DELETE FROM links WHERE entity = ? AND key = ?')
      together(() => {
        for (const key of keys) remove.run(entity, key)
      })
    },
    async *all() {
      const next = statement('SELECT * FROM links WHERE (entity, key) > (?, ?) ORDER BY entity, key LIMIT 500')
      for (let last: Pick<Link, 'entity' | 'key'> = { entity: '', key: '' }; ; ) {
        const rows = next.all(last.entity, last.key) as unknown as LinkRow[]
        if (rows.length === 0) return
        yield rows.map(linkOf)
        last = rows.at(-1)!
      }
    },
    async newest(limit) {
      const rows = statement('SELECT * FROM links ORDER BY run DESC, entity, key LIMIT ?').all(limit) as unknown as LinkRow[]
      return rows.map(linkOf)
    },
    async portal() {
      return (statement('SELECT address FROM portal').get() as { address: string } | undefined)?.address ?? null
    },
    async setPortal(address) {
      statement('INSERT OR REPLACE INTO portal (one, address) VALUES (1, ?)').run(address)
    },
    async counts() {
      const rows = statement('SELECT entity, count(*) AS count FROM links GROUP BY entity').all() as {
        entity: string
        count: number
      }[]
      return Object.fromEntries(rows.map(({ entity, count }) => [entity, count]))
    },
  }
}
