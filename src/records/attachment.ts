import type { RecordBase } from './common.ts'

/** A file that 1C drops beside its data for a document: a PDF of an invoice. `id` is the name of the file. */
export interface Attachment extends RecordBase {
  readonly kind: 'attachment'
  readonly name: string
  readonly bytes: number
  /** Hex digest of the content. */
  readonly sha256: string
}
