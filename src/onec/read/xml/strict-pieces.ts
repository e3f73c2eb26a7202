/** What begins at a `<`. `unclear`: more letters are needed to tell. */
export type Markup = 'tag' | 'comment' | 'cdata' | 'instruction' | 'doctype' | 'unclear'

export function markupAt(text: string, at: number): Markup {
  const next = text.charCodeAt(at + 1)
  if (next !== 0x21 && next !== 0x3f && at + 1 < text.length) return 'tag'
  const start = text.slice(at, at + longestOpening)
  for (const [opening, markup] of openings) if (start.startsWith(opening)) return markup
  return openings.some(([opening]) => opening.startsWith(start)) ? 'unclear' : 'tag'
}

const openings = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'instruction'],
  ['<!DOCTYPE', 'doctype'],
] as const
const longestOpening = 9

/** Where markup that hides `<` and `&` from view begins and ends. */
export const enclosures = {
  comment: { opening: 4, closing: '-->' },
  cdata: { opening: 9, closing: ']]>' },
  instruction: { opening: 2, closing: '?>' },
} as const

export type Reference = { kind: 'reference'; text: string } | { kind: 'lone' } | { kind: 'unclear' }

/**
 * What begins at an `&`: a reference with its `;`, a lone `&`, or something that more letters must decide. A name longer
 * than 40 letters is no reference: saxes would go on to the next `;`, megabytes away (`performance.md`, "Strictness").
 */
export function referenceAt(text: string, at: number): Reference {
  const start = text.slice(at, at + longestReference)
  const whole = wholeReference.exec(start)
  if (whole !== null) return { kind: 'reference', text: whole[0] }
  return { kind: start.length < longestReference && begunReference.test(start) ? 'unclear' : 'lone' }
}

/** Named by XML itself, or by number: all that a file without a DTD can have. */
export function isPredefined(reference: string): boolean {
  return /^&(?:#.*|lt|gt|amp|quot|apos);$/.test(reference)
}

const longestReference = 42
const wholeReference = /^&(?:#x[0-9a-fA-F]+|#[0-9]+|[^\s&<>;#"'=/][^\s&<>;#"'=/]*);/
const begunReference = /^&(?:#|#x[0-9a-fA-F]*|#[0-9]*|[^\s&<>;#"'=/]*)$/
