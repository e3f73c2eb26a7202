import { byteOrderMark } from './byte-order-mark.ts'

/** How many bytes of a file `declaredEncoding` wants to see. */
export const declarationBytes = 1024

/**
 * The encoding that `<?xml … encoding="…"?>` names, as it is written there. Letters before the declaration, which some
 * exports leave there, do not hide it. Null for a file without one, CSV among them.
 */
export function declaredEncoding(head: Uint8Array): string | null {
  const mark = byteOrderMark(head)
  const text = new TextDecoder(mark?.encoding.startsWith('utf-16') ? mark.encoding : 'latin1').decode(head)
  return /<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'<>]*)["']/.exec(text)?.[1] ?? null
}
