import type { FileHandle } from 'node:fs/promises'
import { type FileSystem, realFileSystem } from '../../src/folder/file-system.ts'

/**
 * The real file system of a process that is killed just before its call number `fatal`, counted over folders and open
 * files alike. With `devices`, a rename or link between inside and outside of that folder says EXDEV.
 */
export function crashingFs(fatal: number, devices: string | null): FileSystem {
  let calls = 0
  const step = () => {
    if (++calls === fatal) process.kill(process.pid, 'SIGKILL')
  }
  const wrapped = Object.entries(realFileSystem).map(([name, real]) => [
    name,
    async (...args: unknown[]) => {
      step()
      if (devices !== null && (name === 'rename' || name === 'link') && isAcross(devices, args)) throw exdev()
      const result = await (real as (...given: unknown[]) => Promise<unknown>)(...args)
      return name === 'open' ? watched(result as FileHandle, step) : result
    },
  ])
  return Object.fromEntries(wrapped) as FileSystem
}

function watched(handle: FileHandle, step: () => void): FileHandle {
  for (const name of ['writeFile', 'sync', 'close'] as const) {
    const real = handle[name].bind(handle) as (...args: unknown[]) => Promise<void>
    Object.assign(handle, {
      [name]: (...args: unknown[]) => {
        step()
        return real(...args)
      },
    })
  }
  return handle
}

function isAcross(folder: string, [from, to]: unknown[]): boolean {
  return String(from).startsWith(folder) !== String(to).startsWith(folder)
}

function exdev(): Error {
  return Object.assign(new Error('EXDEV: made up by a test'), { code: 'EXDEV', syscall: 'rename' })
}
