/**
 * Could a file of this name land outside the folder it is unpacked into, on any system? Absolute paths, drives and
 * streams (`C:x`, `a.xml:b`), `..` (Windows takes `.. ` and `...` for it too), devices (`nul.xml`), control characters.
 * `name` has `/` between folders.
 */
export function leavesFolder(name: string): boolean {
  if (name === '' || name.startsWith('/') || /[:\u0000-\u001f\u007f]/.test(name)) return true
  return name.split('/').some((part) => /^[. ]{2,}$/.test(part) || device.test(part))
}

const device = /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i

/** What an exchange has no use for: folders, pictures of the catalogue, what Mac and Windows leave behind. */
export function isOfNoUse(name: string): boolean {
  const parts = name.split('/')
  const last = parts.at(-1)!
  if (last === '' || parts[0] === '__MACOSX' || last === '.DS_Store' || /^(thumbs\.db|desktop\.ini)$/i.test(last)) return true
  return picture.test(last) || (parts.slice(0, -1).includes('import_files') && !/\.(xml|csv|zip)$/i.test(last))
}

/** An archive inside the archive. */
export function isArchive(name: string): boolean {
  return /\.(zip|rar|7z|gz)$/i.test(name)
}

const picture = /\.(jpe?g|png|gif|webp|bmp|tiff?|svg|ico)$/i
