import { hash } from 'node:crypto'

/** Short hash of what a row was made into; equal content gives an equal hash, whatever file it came in. */
export function contentHash(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'hex').slice(0, 16)
}
