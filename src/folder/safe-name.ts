/**
 * A file name that Windows, Linux and SMB all accept: no reserved device names, no `\ / : * ? " < > |`, no control
 * characters, no dot or space at the end, at most 180 bytes of UTF-8 so that a prefix and a suffix still fit into 255.
 */
export function safeName(name: string): string {
  const clean = withoutTail(name.replaceAll(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '_').trimStart())
  const named = clean === '' ? '_' : clean
  return limitName(reserved.test(named) ? `_${named}` : named)
}

/** Cuts the middle out of a name that is too long, never inside a character; the ending stays, readers go by it. */
export function limitName(name: string, maxBytes = 180): string {
  if (Buffer.byteLength(name) <= maxBytes) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : ''
  let stem = ''
  let left = maxBytes - Buffer.byteLength(ending)
  for (const character of name.slice(0, name.length - ending.length)) {
    left -= Buffer.byteLength(character)
    if (left < 0) break
    stem += character
  }
  return ending === '' ? withoutTail(stem) : stem + ending
}

// Windows takes `con.tar.gz` for the console too: what counts stands before the first dot.
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i

function withoutTail(name: string): string {
  return name.replace(/[. ]+$/u, '')
}
