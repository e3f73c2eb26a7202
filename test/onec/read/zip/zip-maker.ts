import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeEntry {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  readonly deflate?: boolean
  readonly flags?: number
  readonly method?: number
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number
  readonly declaredCrc?: number
  readonly extra?: Uint8Array
  /** Upper byte: the system it was packed on. */
  readonly madeBy?: number
  readonly attributes?: number
}

/** A zip made byte by byte, so that a test can make any mistake it wants. `count` lies about the number of files. */
export function makeZip(entries: readonly MadeEntry[], { count = entries.length, comment = '' } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string)
    const content = Buffer.from(entry.content as string)
    const data = entry.deflate === false ? content : deflateRawSync(content)
    const fields = {
      flags: entry.flags ?? 0,
      method: entry.method ?? (entry.deflate === false ? 0 : 8),
      crc: entry.declaredCrc ?? crc32(content),
      packed: data.length,
      bytes: entry.declaredBytes ?? content.length,
      name: name.length,
      extra: entry.extra?.length ?? 0,
    }
    const extra = Buffer.from(entry.extra ?? [])
    const local = Buffer.concat([localHeader(fields), name, extra, data])
    directory.push(directoryHeader(fields, entry, offset), name, extra)
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...locals, listed, endOfDirectory(count, listed.length, offset, comment)])
}

interface Fields {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly name: number
  readonly extra: number
}

function localHeader({ flags, method, crc, packed, bytes, name, extra }: Fields): Buffer {
  return Buffer.concat([
    u32(0x04034b50),
    u16(20),
    u16(flags),
    u16(method),
    u32(0x5821),
    u32(crc),
    u32(packed),
    u32(bytes),
    u16(name),
    u16(extra),
  ])
}

function directoryHeader({ flags, method, crc, packed, bytes, name, extra }: Fields, entry: MadeEntry, offset: number): Buffer {
  const sizes = [u32(crc), u32(packed), u32(bytes), u16(name), u16(extra), u16(0), u16(0), u16(0)]
  const start = [u32(0x02014b50), u16(entry.madeBy ?? 20), u16(20), u16(flags), u16(method), u32(0x5821)]
  return Buffer.concat([...start, ...sizes, u32(entry.attributes ?? 0), u32(offset)])
}

function endOfDirectory(count: number, size: number, offset: number, comment: string): Buffer {
  const text = Buffer.from(comment)
  return Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(size), u32(offset), u16(text.length), text])
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

export function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}
