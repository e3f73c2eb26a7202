import { problem } from '../../../problems/problem.ts'
import { isRootClosed } from './outline.ts'
import { enclosures, isPredefined, markupAt, referenceAt } from './strict-pieces.ts'
import { nameIn, visible } from './strict-refusal.ts'
import { here, innermost, refuse, type StrictState, write } from './strict-state.ts'

/**
 * Gives a chunk of text to saxes in pieces that end with `<` or `&`, so that the place of each tag and each fault is
 * known to the letter, and looks at what follows them before saxes does.
 */
export function feed(state: StrictState, chunk: string): void {
  const text = state.held + chunk
  state.held = ''
  state.nextReference = -1
  let at = 0
  while (at < text.length && state.refusal === null) {
    at = state.mode === 'content' ? feedContent(state, text, at) : feedEnclosure(state, text, at)
  }
}

/** The end of the file: everything must have been closed. */
export function finish(state: StrictState): void {
  const { parser, held, mode } = state
  const open = innermost(state)
  // Its complaints now are all of one kind, and their words are ours.
  parser.on('error', (error) => {
    const nothing = /root element/.test(error.message) && !state.rootBegun && mode === 'content' && held === ''
    refuse(state, nothing ? problem('xml.no-root', {}, next(state)) : truncated(state, open?.name))
  })
  const before = truncated(state, open?.name)
  parser.close()
  if (held !== '') refuse(state, before)
}

function truncated(state: StrictState, open: string | undefined) {
  const element = open ?? (nameIn(state.tag) || '?')
  const { line, column } = next(state)
  return problem('xml.truncated', { element }, { line, column: column + state.held.length })
}

function next(state: StrictState) {
  const { line, column } = here(state)
  return { line, column: column + 1 }
}

function feedContent(state: StrictState, text: string, from: number): number {
  const at = nextBorder(state, text, from)
  if (isOutside(state)) {
    const junk = from + text.slice(from, at).search(/[^ \t\r\n]/)
    if (junk >= from) return feedJunk(state, text, from, junk)
    if (text[at] === '&') return feedJunk(state, text, from, at)
  }
  if (at === text.length || text[at] === '>') {
    if (at < text.length) state.inTag = false
    write(state, text.slice(from, at + 1))
    return at + 1
  }
  return text[at] === '<' ? feedMarkup(state, text, from, at) : feedReference(state, text, from, at)
}

/**
 * The next `<` or `&`; where the root can end, `>` is a border too, because what follows it is outside. The end of the
 * text where there is none.
 */
function nextBorder(state: StrictState, text: string, from: number): number {
  const less = indexOrEnd(text, '<', from)
  if (state.nextReference < from) state.nextReference = indexOrEnd(text, '&', from)
  const near = Math.min(less, state.nextReference)
  return state.outline.frames.length > 1 ? near : Math.min(near, indexOrEnd(text, '>', from))
}

function indexOrEnd(text: string, letter: string, from: number): number {
  const at = text.indexOf(letter, from)
  return at < 0 ? text.length : at
}

/** Before the root or after it, and not within a tag. */
function isOutside(state: StrictState): boolean {
  return !state.inTag && (!state.rootBegun || isRootClosed(state.outline))
}

function feedJunk(state: StrictState, text: string, from: number, junk: number): number {
  const letter = String.fromCodePoint(text.codePointAt(junk)!)
  const rest = text.slice(junk)
  write(state, text.slice(from, junk))
  // Written by itself, so that a letter which XML forbids is called by that name.
  const { refusal } = state
  if (refusal !== null) return text.length
  const code = state.rootBegun ? 'xml.junk-after' : 'xml.junk-before'
  if (isForbidden(letter)) write(state, letter)
  else refuseJunk(state, letter, code, rest)
  return text.length
}

function isForbidden(letter: string): boolean {
  return /[\u0000-\u001f\ufffe\uffff]/.test(letter)
}

function refuseJunk(state: StrictState, letter: string, code: 'xml.junk-before' | 'xml.junk-after', rest: string): void {
  state.parser.off('error')
  state.parser.on('error', () => {})
  state.parser.write(letter)
  refuse(state, problem(code, { sample: visible(rest) }, here(state)))
}

function feedMarkup(state: StrictState, text: string, from: number, at: number): number {
  const markup = markupAt(text, at)
  if (markup === 'unclear') return hold(state, text, from, at)
  write(state, text.slice(from, at + 1))
  state.length = 1
  if (markup === 'doctype') refuse(state, problem('xml.doctype', {}, here(state)))
  if (markup === 'tag' || markup === 'doctype') {
    state.mark = here(state)
    state.tag = ''
    state.inTag = true
    return at + 1
  }
  if (markup === 'instruction') state.mark = here(state)
  const inside = at + enclosures[markup].opening
  write(state, text.slice(at + 1, inside))
  state.mode = markup
  state.tail = ''
  return inside
}

function feedEnclosure(state: StrictState, text: string, from: number): number {
  if (state.mode === 'content') return from
  const { closing } = enclosures[state.mode]
  const seen = state.tail + text.slice(from)
  const found = seen.indexOf(closing)
  if (found < 0) {
    state.tail = seen.slice(1 - closing.length)
    write(state, text.slice(from))
    return text.length
  }
  const end = from + found + closing.length - state.tail.length
  write(state, text.slice(from, end))
  state.mode = 'content'
  return end
}

function feedReference(state: StrictState, text: string, from: number, at: number): number {
  const reference = referenceAt(text, at)
  if (reference.kind === 'unclear') return hold(state, text, from, at)
  write(state, text.slice(from, at + 1))
  if (state.refusal !== null) return text.length
  const place = here(state)
  if (reference.kind === 'lone') {
    refuse(state, problem('xml.ampersand', { sample: visible(text.slice(at, at + 20)) }, place))
    return text.length
  }
  const end = at + reference.text.length
  if (!isPredefined(reference.text)) refuse(state, problem('xml.entity', { entity: reference.text }, place))
  const { mark } = state
  state.mark = place
  write(state, text.slice(at + 1, end))
  state.mark = mark
  return end
}

function hold(state: StrictState, text: string, from: number, at: number): number {
  write(state, text.slice(from, at))
  state.held = text.slice(at)
  return text.length
}
