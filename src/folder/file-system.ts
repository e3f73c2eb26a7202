import * as promises from 'node:fs/promises'

/** What this room does to files. Passed in by tests that need Windows errors, a second device or a crash between two steps. */
export type FileSystem = Pick<
  typeof promises,
  'link' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'stat' | 'unlink'
>

export const realFileSystem: FileSystem = promises
