import type { FileSystem } from './file-system.ts'

/** Makes a rename survive a power cut. Windows and some network drives know no fsync of a folder: there it is left out. */
export async function syncFolder(path: string, fs: FileSystem): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await fs.open(path, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The rename itself has been done; a system without this call does it in its own time.
  }
}
