import { type FileSystem, realFileSystem } from '../../src/folder/file-system.ts'

/** What the operating system would say. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up by a test`), { code, syscall: 'test' })
}

type Call = { [Name in keyof FileSystem]?: (...args: string[]) => string | null | undefined | Promise<string | null | undefined> }

/** The real file system, except that a call fails with the code that its handler gives back. */
export function brokenFs(handlers: Call): FileSystem {
  const broken: Record<string, unknown> = { ...realFileSystem }
  for (const [name, handler] of Object.entries(handlers)) {
    const real = realFileSystem[name as keyof FileSystem] as (...args: unknown[]) => Promise<unknown>
    broken[name] = async (...args: unknown[]) => {
      const code = await handler(...(args as string[]))
      if (typeof code === 'string') throw systemError(code)
      return real(...args)
    }
  }
  return broken as unknown as FileSystem
}

/** Two devices: a rename between two folders fails as it does between disks. */
export function twoDevices(one: string, handlers: Call = {}): FileSystem {
  return brokenFs({
    ...handlers,
    rename: async (from = '', to = '') => {
      const code = await handlers.rename?.(from, to)
      return code ?? (from.startsWith(one) === to.startsWith(one) ? null : 'EXDEV')
    },
    link: (from = '', to = '') => (from.startsWith(one) === to.startsWith(one) ? null : 'EXDEV'),
  })
}
