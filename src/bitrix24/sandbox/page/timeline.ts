import { type Html, html } from '../../import-csv/html.ts'
import { textOf } from '../methods/params.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import type { PageEntity } from './entity.ts'
import { momentText, userName } from './words.ts'

/** Comments that stand in the timeline of a card, the newest first. Null: there are none. */
export function timeline(state: PortalState, { path }: PageEntity, row: Row): Html | null {
  const comments = state.comments.filter((one) => one['ENTITY_TYPE'] === path && Number(one['ENTITY_ID']) === idOf(row))
  if (comments.length === 0) return null
  return html`<section><h2>Лента</h2>
${comments.reverse().map(
  (
    comment,
  ) => html`<div class="comment"><p class="soft">${momentText(comment['CREATED'])}, ${userName(state, comment['AUTHOR_ID'])}</p>
<p class="text">${textOf(comment['COMMENT'])}</p>
${filesOf(comment).map((name) => html`<p class="soft">Файл: ${name}</p>`)}</div>\n`,
)}</section>`
}

function filesOf({ FILES: files }: Row): readonly string[] {
  return Array.isArray(files) ? files.map(textOf) : []
}
