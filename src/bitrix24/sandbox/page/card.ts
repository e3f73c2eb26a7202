import { type Html, html } from '../../import-csv/html.ts'
import type { Params } from '../method.ts'
import { textOf } from '../methods/params.ts'
import type { PortalState, Row } from '../state.ts'
import { boundCards } from './bound-cards.ts'
import { customFieldList, detailList, fieldList } from './card-fields.ts'
import { documentRequisites } from './document-requisites.ts'
import { editForms } from './edit-form.ts'
import { listPath, nameOf, type PageEntity } from './entity.ts'
import { layout } from './layout.ts'
import { showPoints } from './points.ts'
import { productRows } from './product-rows.ts'
import { showRequisites } from './requisites.ts'
import { timeline } from './timeline.ts'

/** What has become of the form that was sent. */
export interface CardNews {
  readonly isSaved: boolean
  /** Why it was not taken, and what stands in it. */
  readonly refused: { readonly reason: string; readonly given: Params } | null
}

/** A card with everything that the portal holds of it, and the forms to change it by hand. */
export function cardPage(state: PortalState, entity: PageEntity, row: Row, { isSaved, refused }: CardNews): Html {
  const title = nameOf(entity, row)
  const body = html`<p class="soft"><a href="${listPath(entity)}">${entity.plural}</a> / № ${textOf(row['id'])}</p>
<h1>${title}</h1>
${isSaved ? html`<p class="notice" role="status">Сохранено.</p>` : null}
${refused === null ? null : html`<p class="notice bad" role="alert">Не сохранено: ${refused.reason}</p>`}
<div class="card">
<div>
${showPoints(row)}
${fieldList(state, entity.type, row)}
${customFieldList(state, entity.type, row)}
${comments(row)}
${showRequisites(state, entity.type.id, row)}
${documentRequisites(state, entity.type.id, row)}
${boundCards(state, entity, row)}
${productRows(state, entity.type, row)}
${timeline(state, entity, row)}
</div>
<aside>
${detailList(state, entity.type, row)}
${editForms(state, entity, row, refused?.given ?? null)}
</aside>
</div>`
  return layout(state, { title, entity, body })
}

function comments(row: Row): Html | null {
  const text = textOf(row['comments'])
  return text === '' ? null : html`<section><h2>Комментарий</h2><p class="text">${text}</p></section>`
}
