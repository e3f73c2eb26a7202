import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'

export interface RawName {
  readonly bytes: Uint8Array
  /** Bit 11 of the flags: whoever packed it says that the name is UTF-8. */
  readonly utf8: boolean
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[]
}

/**
 * The name of a file inside a zip, with `/` between folders, composed (NFC) so that masks match names packed on a Mac.
 * UTF-8 where the zip says so, or where the bytes can be nothing else; otherwise cp866, which is what 1C and Windows
 * Explorer write for Russian names.
 */
export function entryName(raw: RawName): string {
  const name =
    unicodePath(raw) ?? (raw.utf8 ? utf8(raw.bytes) : plausibleUtf8(raw.bytes)) ?? iconv.decode(Buffer.from(raw.bytes), 'cp866')
  return name.replaceAll('\\', '/').normalize('NFC')
}

/** Info-ZIP extra field 0x7075: version 1, crc of the plain name, the name in UTF-8. A crc that differs makes it void. */
function unicodePath(raw: RawName): string | null {
  const field = raw.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1)
  if (field === undefined) return null
  const data = Buffer.from(field.data)
  return data.readUInt32LE(1) === crc32(raw.bytes) ? utf8(data.subarray(5)) : null
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** `раб.xml` in cp866 happens to be valid UTF-8 for a Samaritan letter: only letters that file names have here count. */
const letterOfNames = /^[\u0020-\u007e\u00a0-\u052f\u2000-\u214f]*$/

function plausibleUtf8(bytes: Uint8Array): string | null {
  const name = utf8(bytes)
  return name !== null && letterOfNames.test(name) ? name : null
}
