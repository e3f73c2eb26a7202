import { type Html, html } from '../../import-csv/html.ts'
import { textOf } from '../methods/params.ts'
import { idOf } from '../methods/store/table.ts'
import { filesOf } from '../methods/timeline/comment-files.ts'
import type { PortalState, Row } from '../state.ts'
import type { PageEntity } from './entity.ts'
import { momentText, numberText, userName } from './words.ts'

/** Comments that stand in the timeline of a card, the newest first. Null: there are none. */
export function timeline(state: PortalState, { timeline: name }: PageEntity, row: Row): Html | null {
  const comments = state.comments.filter((one) => one['ENTITY_TYPE'] === name && Number(one['ENTITY_ID']) === idOf(row))
  if (comments.length === 0) return null
  return html`<section><h2>Лента</h2>
${comments.reverse().map(
  (
    comment,
  ) => html`<div class="comment"><p class="soft">${momentText(comment['CREATED'])}, ${userName(state, comment['AUTHOR_ID'])}</p>
<p class="text">${textOf(comment['COMMENT'])}</p>
${filesOf(comment).map((file) => html`<p class="file">${file.name} <span class="soft">${sizeText(file.size)}</span></p>`)}</div>\n`,
)}</section>`
}

/** `12 КБ`; '' where nobody knows. */
function sizeText(bytes: number): string {
  if (bytes === 0) return ''
  return bytes < 1024 ? `${numberText(bytes)} Б` : `${numberText(Math.round(bytes / 1024))} КБ`
}
