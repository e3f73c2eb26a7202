import { createHash } from 'node:crypto'
import type { Command } from '../client/command.ts'
import type { Directories } from './directories.ts'
import { fieldNamed } from './find-field.ts'
import { fold } from './fold.ts'
import type { MissingValue } from './missing-value.ts'

/**
 * Adds a value to a directory of the portal, or an item to a custom list. Sent twice, a directory refuses the second one,
 * because the code is made of the name. It changes the portal for everybody, and takes an administrator.
 */
export function statusCommand({ directory, name, entity }: MissingValue, directories: Directories): Command {
  const field = fieldNamed(directories, entity, directory)
  if (field === null || field.customId === null) {
    const fields = { ENTITY_ID: directory, STATUS_ID: statusId(name), NAME: name, SORT: 500 }
    return { method: 'crm.status.add', params: { fields } }
  }
  const items = field.items.map(({ id, value }) => ({ ID: id, VALUE: value }))
  return {
    method: `crm.${entity}.userfield.update`,
    params: { id: field.customId, fields: { LIST: [...items, { VALUE: name }] } },
  }
}

// At most 21 characters (`bitrix24-rest.md §2.8`).
function statusId(name: string): string {
  const hash = createHash('sha256').update(fold(name)).digest('hex')
  return `OBMEN_${hash.slice(0, 14).toUpperCase()}`
}
