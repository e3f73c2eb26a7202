import { problem } from '../problems/problem.ts'
import { folderOf, folderPlace, isBelow } from './folder-place.ts'
import type { PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import type { Outgoing, Settings } from './settings.ts'

/** Files for 1C in places where they would be read back, swept away or written over. */
export function outgoingConflicts(settings: Settings): readonly PathProblem[] {
  // What is turned off writes nowhere.
  const places = settings.outgoing.map(({ file, enabled }) => (enabled ? folderPlace(file) : null))
  const shared = sharedNumbers(settings.outgoing)
  return settings.outgoing.flatMap((way, index): PathProblem[] => {
    const place = places[index] ?? null
    if (place === null) return []
    const path: Path = ['outgoing', index, 'file']
    const found = (code: 'settings.outgoing-place' | 'settings.outgoing-taken', other: string): PathProblem => ({
      problem: problem(code, { path: pathText(path), file: way.file, other }),
      path,
      atKey: false,
    })
    const twin = places.indexOf(place)
    if (twin !== index) return [found('settings.outgoing-taken', pathText(['outgoing', twin, 'file']))]
    const folder = folderAround(place, settings)
    if (folder !== null) return [found('settings.outgoing-place', folder)]
    if (isAnswer(place, settings)) return [found('settings.outgoing-taken', 'folders.out')]
    if (shared.has(index)) {
      const at: Path = ['outgoing', index, 'numberPrefix']
      const args = { path: pathText(at), prefix: way.numberPrefix }
      return [{ problem: problem('settings.numbers-shared', args), path: at, atKey: false }]
    }
    return extension(way, path)
  })
}

/** Ways of another kind of card with the prefix of an earlier one: deal 5 and invoice 5 would be one order to 1C. */
function sharedNumbers(ways: readonly Outgoing[]): ReadonlySet<number> {
  const cardOf = ({ into, process }: Outgoing) => (into === 'process' ? `process ${process}` : into)
  const isShared = (way: Outgoing, index: number) =>
    ways.some(
      (other, place) =>
        place < index && other.enabled && way.enabled && other.numberPrefix === way.numberPrefix && cardOf(other) !== cardOf(way),
    )
  return new Set(ways.flatMap((way, index) => (isShared(way, index) ? [index] : [])))
}

/** The folder whose files the program takes or removes, and the file is in it. */
function folderAround(place: string, { folders }: Settings): string | null {
  const input = folders.in.findIndex(({ path, recursive }) =>
    recursive ? isBelow(place, folderPlace(path)) : folderOf(place) === folderPlace(path),
  )
  if (input !== -1) return pathText(['folders', 'in', input])
  const own = (['import', 'archive', 'failed', 'state'] as const).find((key) => isBelow(place, folderPlace(folders[key])))
  return own === undefined ? null : pathText(['folders', own])
}

/** Names that answers have: `status.txt`, `links.csv`, `zn.csv.result.csv`. */
function isAnswer(place: string, { folders }: Settings): boolean {
  if (folderOf(place) !== folderPlace(folders.out)) return false
  const name = place.slice(place.lastIndexOf('\\') + 1)
  return name === 'status.txt' || name === 'links.csv' || /\.result\.(?:csv|xml|json)$/.test(name)
}

/** The usual name is one of an XML file; 1C code that reads a table would be given it as well. */
function extension({ file, format }: Outgoing, path: Path): PathProblem[] {
  const wanted = format === 'csv' ? 'csv' : 'xml'
  const has = /\.(csv|xml)$/i.exec(file)?.[1]?.toLowerCase()
  if (has === undefined || has === wanted) return []
  const args = { path: pathText(path), file, format, wanted: file.replace(/\.\w+$/, `.${wanted}`) }
  return [{ problem: problem('settings.outgoing-extension', args), path, atKey: false }]
}
