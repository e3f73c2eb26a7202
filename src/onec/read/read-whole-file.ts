import type { Attachment } from '../../records/attachment.ts'
import type { Confirmation } from '../../records/confirmation.ts'
import { readConfirmation } from './confirmation/read-confirmation.ts'
import type { InputPart } from './open-input.ts'
import type { FileFacts, ReadRow } from './reading.ts'

/** The one row of a file that is itself the record: a PDF. Its content stays where it is. */
export function attachmentRow({ file, bytes, sha256 }: FileFacts): ReadRow {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
  const record: Attachment = { kind: 'attachment', id: name, ...sameForAll, name, bytes, sha256 }
  return rowOf(record)
}

/** The one row of a confirmation. It was read once before; one that cannot be read now was changed, which throws. */
export async function confirmationRow({ source, facts }: InputPart): Promise<ReadRow> {
  const found = await readConfirmation(source, facts.encoding.actual)
  if ('code' in found) throw new Error(`${facts.file} changed while it was read: ${found.code}`)
  const record: Confirmation = { kind: 'confirmation', id: String(found.message), ...sameForAll, message: found.message }
  return rowOf(record)
}

const sameForAll = { deleted: false, extra: {}, problems: [], origin: { line: 1, row: 1 } } as const

function rowOf(record: Attachment | Confirmation): ReadRow {
  return { record, kind: record.kind, id: record.id, line: 1, row: 1, problems: [] }
}
