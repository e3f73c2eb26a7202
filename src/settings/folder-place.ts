import { win32 } from 'node:path'

/** Where a folder or file is, in a form to be compared: backslashes, no dots, no case, as Windows compares; '' is the settings' own folder. */
export function folderPlace(path: string): string {
  const place = win32.normalize(path).replace(/\\+$/, '').toLowerCase()
  return place === '.' ? '' : place
}

/** Does one place lie below the other, however deep? */
export function isBelow(inner: string, outer: string): boolean {
  if (outer === '') return !win32.isAbsolute(inner) && !inner.startsWith('..')
  return inner.startsWith(`${outer}\\`)
}

/** The folder that a file lies in. */
export function folderOf(place: string): string {
  const folder = win32.dirname(place)
  return folder === '.' ? '' : folder
}
