import { nameLimit } from './limits.ts'
import { isXmlName, type XmlName, xmlName } from './names.ts'

/** Names of tags and attributes by their bytes, so that a name is decoded once in a file. */
export interface NameTable {
  readonly names: XmlName[]
  /** Bytes of a name beyond its letters. */
  readonly extra: number[]
  /** Where the bytes of a name stand in `pool`; one more entry than names. */
  readonly starts: number[]
  pool: Uint8Array
  readonly hashes: Int32Array
  /** Open addressing: 0 is free, else the name's number + 1. */
  readonly slots: Int32Array
  readonly decode: (bytes: Uint8Array) => string
}

export function createNameTable(encoding: string): NameTable {
  // Fatal: bytes that make no letter make no name.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  return {
    names: [],
    extra: [],
    starts: [0],
    pool: new Uint8Array(64 * 1024),
    hashes: new Int32Array(nameLimit),
    slots: new Int32Array(nameLimit * 4),
    decode: (bytes) => decoder.decode(bytes),
  }
}

/** The number of the name, or -1: no name, or one too many. `hash` is the caller's, over all of its bytes. */
export function internName(table: NameTable, bytes: Uint8Array, from: number, to: number, hash: number): number {
  const mask = table.slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (;;) {
    const entry = table.slots[slot]!
    if (entry === 0) break
    if (table.hashes[entry - 1] === hash && hasBytes(table, entry - 1, bytes, from, to)) return entry - 1
    slot = (slot + 1) & mask
  }
  return addName(table, bytes.subarray(from, to), hash, slot)
}

function hasBytes({ pool, starts }: NameTable, id: number, bytes: Uint8Array, from: number, to: number): boolean {
  const start = starts[id]!
  if (starts[id + 1]! - start !== to - from) return false
  for (let at = from, own = start; at < to; at += 1, own += 1) if (bytes[at] !== pool[own]) return false
  return true
}

function addName(table: NameTable, bytes: Uint8Array, hash: number, slot: number): number {
  const id = table.names.length
  const start = table.starts[id]!
  const text = nameText(table, bytes)
  if (text === null || id >= nameLimit || start + bytes.length > 16 * 1024 * 1024) return -1
  while (start + bytes.length > table.pool.length) table.pool = grown(table.pool)
  table.pool.set(bytes, start)
  table.starts.push(start + bytes.length)
  table.names.push(xmlName(text))
  table.extra.push(bytes.length - [...text].length)
  table.hashes[id] = hash
  table.slots[slot] = id + 1
  return id
}

function nameText(table: NameTable, bytes: Uint8Array): string | null {
  try {
    const text = table.decode(bytes)
    return isXmlName(text) ? text : null
  } catch {
    return null
  }
}

function grown(pool: Uint8Array): Uint8Array {
  const wider = new Uint8Array(pool.length * 2)
  wider.set(pool)
  return wider
}
