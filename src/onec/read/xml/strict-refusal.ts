import type { Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'
import type { TextPlace } from '../bytes/text-place.ts'

/** What the strict reader knows at the moment that saxes finds fault. */
export interface Fault {
  /** In saxes' words. */
  readonly message: string
  /** Of the letter that saxes read last. */
  readonly here: TextPlace
  /** Of the last `<` of a tag or `&`. */
  readonly mark: TextPlace
  /** The letters behind the last `<` of a tag, its beginning. */
  readonly tag: string
  /** The piece that was being read. */
  readonly piece: string
  readonly before: boolean
  readonly after: boolean
  /** The element that should be closed next. */
  readonly open: { readonly name: string; readonly line: number } | null
}

/** Saxes' complaint as a problem of ours. */
export function refusalOf(fault: Fault): Problem {
  const { message, here, mark } = fault
  if (message.startsWith('text data outside')) {
    return problem(fault.before ? 'xml.junk-before' : 'xml.junk-after', { sample: visible(fault.piece.slice(-1)) }, here)
  }
  if (message.startsWith('an XML declaration must be')) return lateDeclaration(fault)
  if (message.startsWith('documents may contain')) return problem('xml.two-roots', { element: nameIn(fault.tag) }, mark)
  if (message.startsWith('unexpected close tag') && fault.open !== null) {
    return problem('xml.mismatch', { found: nameIn(fault.tag), expected: fault.open.name, line: fault.open.line }, mark)
  }
  if (message.startsWith('unmatched closing tag')) return problem('xml.extra-end-tag', { found: nameIn(fault.tag) }, mark)
  if (message.startsWith('malformed character entity')) return problem('xml.entity', { entity: `&${fault.piece}` }, mark)
  if (message.startsWith('duplicate attribute')) {
    const attribute = message.slice(message.indexOf(':') + 2).replace(/\.$/, '')
    return problem('xml.duplicate-attribute', { element: nameIn(fault.tag), attribute }, mark)
  }
  const control = message.startsWith('disallowed character.') ? controlCharacter.exec(fault.piece) : null
  if (control !== null) return problem('xml.control-character', { code: hex(control[0]) }, here)
  return problem('xml.not-well-formed', { detail: message }, here)
}

/** `<?xml` that is not the first thing in the file: blanks before it, or a second file glued on. */
function lateDeclaration({ before, after, mark, message }: Fault): Problem {
  if (before) return problem('xml.junk-before', { sample: '␣' }, { line: 1, column: 1 })
  return after ? problem('xml.two-roots', { element: '?xml' }, mark) : problem('xml.not-well-formed', { detail: message }, mark)
}

/** The start of a text for a message: on one line, and blanks to be seen. */
export function visible(text: string): string {
  const start = Array.from(text.slice(0, 80)).slice(0, 40).join('')
  return start.replaceAll(/[\r\n]+/g, '⏎').replaceAll('\t', '⇥')
}

/** The name in a tag, from the letters behind its `<`. */
export function nameIn(tag: string): string {
  return /^\/?([^\s/>]*)/.exec(tag)?.[1] ?? ''
}

const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

function hex(character: string): string {
  return `0x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
