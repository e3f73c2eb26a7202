/** What the beginning of an XML file says about its end. */
export interface XmlStart {
  readonly utf16: 'little' | 'big' | null
  /** Begins with `<?xml`: no table does, whatever its first heading is. */
  readonly declared: boolean
  /** Name of the root, or null: the beginning holds none (yet). */
  readonly root: string | null
  /** `<root/>`: the root ends where it begins. */
  readonly closedAtOnce: boolean
}

/**
 * Null: this does not begin as XML does. The text is compared byte by byte, as Latin-1, unless it is UTF-16: an ending
 * tag is written in the same encoding as the opening one, so which of UTF-8 and windows-1251 it is need not be known.
 */
export function startOfXml(head: Buffer): XmlStart | null {
  const utf16 = utf16Order(head)
  const text = decode(head, utf16).replace(/^(?:\ufeff|ï»¿)?[ \t\r\n]*/, '')
  if (!text.startsWith('<')) return null
  const root = rootTag.exec(afterProlog(text))
  return {
    utf16,
    declared: text.startsWith('<?xml'),
    root: root?.groups?.['name'] ?? null,
    closedAtOnce: root?.groups?.['end'] === '/>',
  }
}

/** Does the end of the file close the root? Comments, instructions and white space may follow it. */
export function endsWithItsRoot(start: XmlStart, tail: Buffer): boolean {
  if (start.root === null) return false
  const text = beforeEpilog(decode(tail, start.utf16))
  if (start.closedAtOnce) return text.endsWith('/>')
  const close = text.lastIndexOf('</')
  return close >= 0 && closeTag.exec(text.slice(close))?.[1] === start.root
}

// White space is spelled out: `\s` holds 0xA0, which in UTF-8 is half of the letter «Р».
// A quoted value may hold `>`. The end is absent where the opening tag is longer than what was read.
const rootTag = /^<(?<name>[^ \t\r\n<>/!?"'=]+)(?:(?:[ \t\r\n]+(?:"[^"]*"|'[^']*'|[^"'<>/])*)?(?<end>\/?>))?/
const closeTag = /^<\/([^ \t\r\n<>]+)[ \t\r\n]*>$/

/** Drops the declaration, instructions, comments and DOCTYPE before the root. */
function afterProlog(text: string): string {
  const prolog = /^(?:[ \t\r\n]+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\][ \t\r\n]*)?>)/
  let rest = text
  for (let found = prolog.exec(rest); found !== null; found = prolog.exec(rest)) rest = rest.slice(found[0].length)
  return rest
}

function beforeEpilog(text: string): string {
  let rest = trimEnd(text)
  for (;;) {
    const opening = rest.endsWith('-->') ? '<!--' : rest.endsWith('?>') ? '<?' : null
    const start = opening === null ? -1 : rest.lastIndexOf(opening)
    if (start < 0) return rest
    rest = trimEnd(rest.slice(0, start))
  }
}

function trimEnd(text: string): string {
  return text.replace(/[ \t\r\n]+$/, '')
}

function utf16Order(head: Buffer): XmlStart['utf16'] {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'little'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'big'
  return null
}

function decode(bytes: Buffer, utf16: XmlStart['utf16']): string {
  if (utf16 === null) return bytes.toString('latin1')
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return utf16 === 'little' ? even.toString('utf16le') : Buffer.from(even).swap16().toString('utf16le')
}
