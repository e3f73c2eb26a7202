import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import type { PortalState, Row } from '../state.ts'
import { listPath, type PageEntity } from './entity.ts'
import { layout } from './layout.ts'
import { type ListColumn, listColumns } from './list-columns.ts'
import { searchCards } from './search.ts'
import { numberText } from './words.ts'

/** Cards of one kind, the newest first, fifty a page; `?q=` searches, `?page=` goes on. */
export function listPage(state: PortalState, entity: PageEntity, { searchParams }: URL): Html {
  const text = (searchParams.get('q') ?? '').trim()
  const found = searchCards(state, entity, text)
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(last, Math.max(1, Math.trunc(Number(searchParams.get('page') ?? 1)) || 1))
  const rows = found.slice((page - 1) * pageSize, page * pageSize)
  const deleted = searchParams.get('deleted') ?? ''
  const body = html`<h1>${entity.plural}</h1>
${/^\d+$/.test(deleted) ? html`<p class="notice" role="status">Карточка № ${deleted} удалена.</p>` : null}
<form class="search" role="search" method="get" action="${listPath(entity)}">
<input type="search" name="q" value="${text}" aria-label="Найти" placeholder="Название, телефон, ИНН, код 1С…">
<button>Найти</button>
</form>
<section>
${rows.length === 0 ? emptyList(entity, text) : table(state, entity, rows)}
${pages(entity, text, page, last, found.length)}
</section>`
  return layout(state, { title: entity.plural, entity, body })
}

const pageSize = 50

function emptyList(entity: PageEntity, text: string): Html {
  if (text === '') return html`<p>${entity.none} <a href="/">Как сюда попадают данные</a></p>`
  return html`<p>По запросу «${text}» ничего не нашлось. <a href="${listPath(entity)}">Показать всё</a></p>`
}

function table(state: PortalState, entity: PageEntity, rows: readonly Row[]): Html {
  const columns = listColumns(entity)
  return html`<table>
<thead><tr>${columns.map(({ title, look = 'plain' }) => html`<th scope="col" class="${look}">${title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${columns.map((column) => cell(column, column.show(state, row)))}</tr>\n`)}</tbody>
</table>`
}

// On a narrow screen the title stands before the value.
function cell({ title, look = 'plain' }: ListColumn, value: HtmlValue): Html {
  return html`<td class="${look}" data-title="${title}">${value}</td>`
}

function pages(entity: PageEntity, text: string, page: number, last: number, count: number): Html | null {
  if (count === 0) return null
  const from = (page - 1) * pageSize + 1
  const to = Math.min(count, page * pageSize)
  const link = (number: number, words: string) => html`<a href="${addressOf(entity, text, number)}">${words}</a>`
  return html`<p class="pages"><span class="soft">${numberText(from)}–${numberText(to)} из ${numberText(count)}</span>
${page > 1 ? link(page - 1, '← новее') : null}
${page < last ? link(page + 1, 'старше →') : null}</p>`
}

function addressOf(entity: PageEntity, text: string, page: number): string {
  const query = new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(page === 1 ? {} : { page: String(page) }) })
  return query.size === 0 ? listPath(entity) : `${listPath(entity)}?${query}`
}
