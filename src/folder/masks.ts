/**
 * Does a mask of the settings fit a file? `*` and `?` only, as in a Windows dialog: brackets and braces are ordinary
 * characters of 1C's file names. Case does not count, Cyrillic included. A mask with `/` is held against the path
 * inside the folder, any other against the name alone, however deep the file lies.
 */
export function fitsMask(mask: string, relative: string): boolean {
  const path = fold(relative)
  const wanted = fold(mask)
  const subject = wanted.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1)
  return patternOf(wanted).test(subject)
}

/** No mask fits nothing: what an empty list stands for, the caller knows. */
export function matchesAny(relative: string, masks: readonly string[]): boolean {
  return masks.some((mask) => fitsMask(mask, relative))
}

function fold(text: string): string {
  return text.replaceAll('\\', '/').normalize('NFC').toLowerCase()
}

function patternOf(mask: string): RegExp {
  const known = patterns.get(mask)
  if (known) return known
  const source = mask.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (found) => {
    if (found === '**/') return '(?:.*/)?'
    if (found === '?') return '[^/]'
    return found.startsWith('*') ? '[^/]*' : `\\${found}`
  })
  const pattern = new RegExp(`^${source}$`, 'su')
  patterns.set(mask, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()
