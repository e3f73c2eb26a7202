import type { Problem } from '../problems/problem.ts'

/** A folder that inputs are taken from; it may be 1C's own (`webdata - <GUID>`). */
export interface InputFolder {
  /** Absolute. */
  readonly path: string
  readonly recursive: boolean
  /** `copy` leaves the source where it is; then the caller remembers what it has seen. */
  readonly take: 'move' | 'copy'
  /** Masks, see masks.ts; none stands for every file. */
  readonly files: readonly string[]
  /** `{name}.ready` or `{stem}-flag.txt` beside each file, or a name for the whole folder such as `ready.flag`. */
  readonly marker: string | null
  /** A file that proves that the share is mounted. Absent: the folder is gone, although it lists as empty. */
  readonly sentinel: string | null
}

export interface InputFile {
  readonly path: string
  /** Inside the folder, with `/`. */
  readonly relative: string
  readonly name: string
  readonly size: number
  readonly mtimeMs: number
  /** For the log only: some network drives give a new one at every look. */
  readonly ino: number
}

export type Listing =
  | { readonly kind: 'gone'; readonly problem: Problem }
  | {
      readonly kind: 'listed'
      /** In natural order of their paths: `import0_2.xml` before `import0_10.xml`. */
      readonly files: readonly InputFile[]
      /** Subfolders that could not be read. */
      readonly problems: readonly Problem[]
    }
