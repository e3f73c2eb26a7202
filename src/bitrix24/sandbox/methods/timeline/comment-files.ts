import { createHash } from 'node:crypto'
import type { MethodContext } from '../../method.ts'
import type { PortalState, Row } from '../../state.ts'
import { integerOf, listOf, recordOf, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'

/** A file of a comment: its bytes are of no use here, but a test may want to know that they came whole. */
export interface CommentFile {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly date: string
  readonly authorId: number
}

/** `[["name", "<base64>"], …]`; nothing is validated (`bitrix24-rest.md §8`). */
export function readFiles(given: unknown, { state, userId, now }: MethodContext): readonly CommentFile[] {
  return (listOf(given) ?? []).flatMap((one) => {
    const [name, content] = (listOf(one) ?? []).map(textOf)
    if (name === undefined || content === undefined) return []
    const bytes = Buffer.from(content, 'base64')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return [{ id: nextId(state, 'commentFile'), name, size: bytes.length, sha256, date: now(), authorId: userId }]
  })
}

/** Files of a comment; a portal that was kept by an older program knows their names alone. */
export function filesOf({ FILES: files }: Row): readonly Pick<CommentFile, 'id' | 'name' | 'size'>[] {
  return (Array.isArray(files) ? files : []).map((file, place) => {
    const row = recordOf(file)
    return row === null
      ? { id: place + 1, name: textOf(file), size: 0 }
      : { id: integerOf(row['id']), name: textOf(row['name']), size: integerOf(row['size']) }
  })
}

/** As a comment tells them, by their ids; the addresses of a live portal hold a token. */
export function commentFiles(row: Row, { users }: PortalState): Row {
  const author = users.find((user) => Number(user['ID']) === Number(row['AUTHOR_ID']))
  const authorName = [author?.['NAME'], author?.['LAST_NAME']].map(textOf).filter(Boolean).join(' ')
  return Object.fromEntries(
    filesOf(row).map(({ id, name, size }) => [
      id,
      {
        id,
        date: row['CREATED'],
        type: /\.(gif|png|jpe?g|webp|bmp)$/i.test(name) ? 'image' : 'file',
        name,
        size,
        authorId: Number(row['AUTHOR_ID']),
        authorName,
        urlPreview: `/disk/showFile/${id}/?preview`,
        urlShow: `/disk/showFile/${id}/`,
        urlDownload: `/disk/downloadFile/${id}/`,
      },
    ]),
  )
}
