import type { FileHandle } from 'node:fs/promises'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { isPdf, isWholePdf } from './pdf-end.ts'
import { endsWithItsRoot, startOfXml } from './xml-ends.ts'
import { isWholeZip } from './zip-end.ts'

/**
 * `complete`: the end that the format must have is there. `open`: a format without an end mark, and the last line has no
 * line end: may be finished or not. `unfinished`: the end is missing, or the bytes at the end are not written yet
 * (1C writes in place under the final name, 1c-side.md §1; on SMB a file of full size may still be empty inside).
 */
export type Tail = 'complete' | 'open' | 'unfinished'

/** Throws the errors of the operating system: the caller knows what a locked file means. */
export async function checkTail(path: string, fs: FileSystem = realFileSystem): Promise<Tail> {
  const handle = await fs.open(path, 'r')
  try {
    const { size } = await handle.stat()
    const head = await readPart(handle, 0, Math.min(size, headBytes))
    const tail = await readPart(handle, tailStart(size), Math.min(size, tailBytes))
    if (size === 0 || isHollow(tail)) return 'unfinished'
    if (isZip(path, head)) return (await isWholeZip(path)) ? 'complete' : 'unfinished'
    if (isPdf(head)) return isWholePdf(head, tail, size) ? 'complete' : 'unfinished'
    const xml = startOfXml(head)
    if (xml !== null && (xml.declared || !isTable(path))) return endsWithItsRoot(xml, tail) ? 'complete' : 'unfinished'
    if (/\.xml$/i.test(path)) return 'unfinished'
    return endsWithNewline(tail) ? 'complete' : 'open'
  } finally {
    await handle.close()
  }
}

const headBytes = 64 * 1024
const tailBytes = 4 * 1024

/** Even, so that UTF-16 is not cut inside a character. */
function tailStart(size: number): number {
  const start = Math.max(0, size - tailBytes)
  return start - (start % 2)
}

async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length + 1)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
  return buffer.subarray(0, bytesRead)
}

/** No text, not even in UTF-16, ends in four zero bytes, and a zip ends in its own record. */
function isHollow(tail: Buffer): boolean {
  return tail.length >= 4 && tail.readUInt32LE(tail.length - 4) === 0 && !tail.includes('PK\u0005\u0006', 0, 'latin1')
}

function isZip(path: string, head: Buffer): boolean {
  return /\.zip$/i.test(path) || /^PK(?:\u0003\u0004|\u0005\u0006)/.test(head.toString('latin1', 0, 4))
}

function isTable(path: string): boolean {
  return /\.(?:csv|txt)$/i.test(path)
}

/** Byte 0x0A or 0x0D last, or before a zero as UTF-16LE has it. */
function endsWithNewline(tail: Buffer): boolean {
  const last = tail.at(-1) === 0 ? tail.at(-2) : tail.at(-1)
  return last === 0x0a || last === 0x0d
}
