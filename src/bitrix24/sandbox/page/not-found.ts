import { type Html, html } from '../../import-csv/html.ts'
import type { PortalState } from '../state.ts'
import { listPath, type PageEntity } from './entity.ts'
import { layout } from './layout.ts'

export function notFound(state: PortalState): Html {
  const body = html`<h1>Такой страницы нет</h1>
<p>На учебном портале есть компании, контакты, сделки, счета и смарт-процессы. <a href="/">На главную</a></p>`
  return layout(state, { title: 'Такой страницы нет', entity: null, body })
}

/** A link may outlive its card. */
export function goneCard(state: PortalState, entity: PageEntity, id: number): Html {
  const title = `${entity.one} № ${id}: карточки нет`
  const body = html`<h1>${title}</h1>
<p>Её удалили, объединили с другой или её никогда не было. <a href="${listPath(entity)}">${entity.plural}</a></p>`
  return layout(state, { title, entity, body })
}
