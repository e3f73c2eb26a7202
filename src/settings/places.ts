/** Keys and indexes from the top of the settings down. */
export type Path = readonly (string | number)[]

/** Where in the text each key and value stands, by path; offsets from the start of the text. */
export interface Places {
  readonly set: (path: Path, place: { key?: number; value: number }) => void
  /** Offset of the value, or of the nearest block around it that is in the file. */
  readonly ofValue: (path: Path) => number
  readonly ofKey: (path: Path) => number
  /** Does it stand in the file itself? */
  readonly has: (path: Path) => boolean
}

export function newPlaces(): Places {
  const known = new Map<string, { key?: number; value: number }>()
  const ofValue = (path: Path): number =>
    known.get(JSON.stringify(path))?.value ?? (path.length === 0 ? 0 : ofValue(path.slice(0, -1)))
  return {
    set: (path, place) => known.set(JSON.stringify(path), place),
    ofValue,
    ofKey: (path) => known.get(JSON.stringify(path))?.key ?? ofValue(path),
    has: (path) => known.has(JSON.stringify(path)),
  }
}

/** `exchanges[1].columns.number`; items of a list count from 1, as people count. */
export function pathText(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : index === 0 ? part : `.${part}`)).join('')
}
