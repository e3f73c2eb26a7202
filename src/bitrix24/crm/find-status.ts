import type { Directories, Status } from './directories.ts'
import { fold, onlyOne } from './fold.ts'

/** A value of a directory by its name, else by its id, case and ё aside. Two of the same name are one too many. */
export function findStatus({ statuses }: Directories, directory: string, text: string): Status | null {
  const known = statuses[directory] ?? []
  const exact = known.find(({ name }) => name === text) ?? known.find(({ id }) => id === text)
  return (
    exact ??
    onlyOne(known.filter(({ name }) => fold(name) === fold(text))) ??
    onlyOne(known.filter(({ id }) => fold(id) === fold(text)))
  )
}
