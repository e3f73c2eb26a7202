import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { StoredFile } from '../../../bitrix24/crm/wanted-card.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { openZip } from '../../../onec/read/zip/read-zip.ts'
import type { Settings } from '../../../settings/settings.ts'

/**
 * The bytes of a file where its message is kept, or inside the archive that brought it. Null: they are no longer there, or are others
 * than those that were taken.
 */
export async function fileBytes(
  ledger: Pick<Ledger, 'messageByNumber'>,
  file: StoredFile,
  limits: Settings['limits'],
): Promise<Buffer | null> {
  const message = await ledger.messageByNumber(file.message)
  if (message === null) return null
  if (message.sha256 !== file.sha256) return inArchive(message.keptAt, file, limits)
  return verified(await readOrNull(message.keptAt), file)
}

async function inArchive(
  path: string,
  file: StoredFile,
  { zipSize, zipRatio, zipFiles }: Settings['limits'],
): Promise<Buffer | null> {
  const zip = await openZip(path, { maxBytes: zipSize, maxRatio: zipRatio, maxEntries: zipFiles }).catch(() => null)
  if (zip === null || zip.kind === 'refused') return null
  try {
    for (const entry of zip.entries) {
      if (entry.bytes !== file.bytes) continue
      const found = verified(await buffer(await entry.read()), file)
      if (found !== null) return found
    }
    return null
  } finally {
    await zip.close()
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null)
}

function verified(bytes: Buffer | null, { sha256 }: StoredFile): Buffer | null {
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}
