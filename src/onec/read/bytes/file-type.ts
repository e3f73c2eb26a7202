/** What the first bytes of a file say it is. */
export type FileType =
  /** Nothing else, so that its letters are looked at. */
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'pdf' }
  /** What an exchange has no use for; `name` as people call it, alike in all languages. */
  | { readonly kind: 'office' | 'picture' | 'archive'; readonly name: string }

/** How many bytes of a file `fileType` wants to see: the mark of a PDF may stand anywhere in them. */
export const typeBytes = 1024

export function fileType(head: Uint8Array): FileType {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, typeBytes)).toString('latin1')
  return starts.find(([start]) => start.test(text))?.[1] ?? { kind: 'text' }
}

const starts: readonly (readonly [RegExp, FileType])[] = [
  [/^PK\x03\x04/, { kind: 'zip' }],
  [/%PDF-\d/, { kind: 'pdf' }],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, { kind: 'office', name: 'XLS, DOC' }],
  [/^MOXCEL/, { kind: 'office', name: 'MXL' }],
  [/^\{\\rtf\d/, { kind: 'office', name: 'RTF' }],
  [/^\xff\xd8\xff/, { kind: 'picture', name: 'JPEG' }],
  [/^\x89PNG\r\n/, { kind: 'picture', name: 'PNG' }],
  [/^GIF8[79]a/, { kind: 'picture', name: 'GIF' }],
  [/^RIFF.{4}WEBP/s, { kind: 'picture', name: 'WEBP' }],
  [/^(?:II\*\0|MM\0\*)/, { kind: 'picture', name: 'TIFF' }],
  [/^Rar!\x1a\x07/, { kind: 'archive', name: 'RAR' }],
  [/^7z\xbc\xaf\x27\x1c/, { kind: 'archive', name: '7z' }],
  [/^\x1f\x8b/, { kind: 'archive', name: 'gzip' }],
]
