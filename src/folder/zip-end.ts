import { openPromise } from 'yauzl'

/** Is the directory at the end of the archive there, and does each of its entries read? It is the last thing a zip gets. */
export async function isWholeZip(path: string): Promise<boolean> {
  try {
    // Names stay undecoded: a name that the reader would refuse is not a sign of a half-written file.
    const zip = await openPromise(path, { decodeStrings: false, autoClose: false })
    try {
      for await (const entry of zip.eachEntry()) if (entry.relativeOffsetOfLocalHeader > zip.fileSize) return false
      return true
    } finally {
      zip.close()
    }
  } catch {
    return false
  }
}
