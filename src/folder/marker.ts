import { basename, dirname, join } from 'node:path'
import type { InputFile, InputFolder } from './input.ts'

export interface Marker {
  readonly path: string
  /** One for each file (taken away with it), or one for the whole folder. */
  readonly perFile: boolean
}

/** The marker that must stand before `file` may be read, or null where none is asked for. */
export function markerFor(folder: Pick<InputFolder, 'marker' | 'path'>, file: Pick<InputFile, 'path'>): Marker | null {
  if (folder.marker === null) return null
  const perFile = /\{(?:name|stem)\}/.test(folder.marker)
  if (!perFile) return { path: join(folder.path, folder.marker), perFile }
  const name = basename(file.path)
  const marker = folder.marker.replaceAll('{name}', name).replaceAll('{stem}', stemOf(name))
  return { path: join(dirname(file.path), marker), perFile }
}

/** Could this name be a marker? A marker is never an input, whatever the masks say. */
export function looksLikeMarker(folder: Pick<InputFolder, 'marker'>, name: string): boolean {
  if (folder.marker === null) return false
  const [before = '', after] = folder.marker.toLowerCase().split(/\{(?:name|stem)\}/)
  const found = name.toLowerCase()
  if (after === undefined) return found === before
  return found.length > before.length + after.length && found.startsWith(before) && found.endsWith(after)
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}
