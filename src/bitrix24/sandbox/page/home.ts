import { type Html, html } from '../../import-csv/html.ts'
import { textOf } from '../methods/params.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState } from '../state.ts'
import { cardLink, cardPath, listPath, nameOf, pageEntities } from './entity.ts'
import { layout } from './layout.ts'
import { ownCompanies, shownRows } from './shown-rows.ts'
import { momentText, numberText, userName } from './words.ts'

/** The front page: how much there is, where obmen24 is to be sent, and what has changed last. */
export function homePage(state: PortalState, url: URL): Html {
  const body = html`<h1>${state.name}</h1>
<p class="lead">Здесь видно, что сделал обмен. Всё, что вы здесь меняете, остаётся на этом компьютере.</p>
<ul class="tiles">
${pageEntities(state).map(
  (entity) =>
    html`<li><a href="${listPath(entity)}"><b>${numberText(shownRows(state, entity).length)}</b>${entity.plural}</a></li>\n`,
)}</ul>
${own(state)}
${webhookHint(state, url)}
${lastChanges(state)}
${automation(state)}`
  return layout(state, { title: 'Учебный портал', entity: null, body })
}

const shownChanges = 10

function own(state: PortalState): Html | null {
  const rows = ownCompanies(state)
  if (rows.length === 0) return null
  return html`<section><h2>Реквизиты вашей компании</h2>
<p>${rows.map((row, place) => [place === 0 ? '' : ', ', cardLink(state, 4, idOf(row))])}</p></section>`
}

function webhookHint(state: PortalState, { origin }: URL): Html {
  const open = state.webhooks.find(({ expired }) => expired !== true)
  if (open === undefined) return html`<section><h2>Вебхук</h2><p>Ни одного действующего вебхука нет.</p></section>`
  return html`<section>
<h2>Как сюда попадают данные</h2>
<p>вебхук: <code>${origin}/rest/${open.user}/${open.code}/</code></p>
<p class="soft">Запишите его одной строкой в <code>webhook.txt</code> рядом с <code>obmen24.yaml</code>, а в настройках
поставьте <code>target: portal</code>. Вебхук действует от имени: ${userName(state, open.user)}.</p>
</section>`
}

function lastChanges(state: PortalState): Html | null {
  const all = pageEntities(state).flatMap((entity) =>
    [...shownRows(state, entity)].reverse().map((row) => ({ entity, row, at: textOf(row['updatedTime']) })),
  )
  if (all.length === 0) return null
  const last = all.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, shownChanges)
  return html`<section>
<h2>Последние изменения</h2>
<table>
<thead><tr><th scope="col">Карточка</th><th scope="col">Раздел</th><th scope="col">Кто изменил</th><th scope="col">Когда</th></tr></thead>
<tbody>
${last.map(
  ({ entity, row, at }) => html`<tr><td class="name"><a href="${cardPath(entity, idOf(row))}">${nameOf(entity, row)}</a></td>
<td>${entity.one}</td><td>${userName(state, row['updatedBy'])}</td><td class="time">${momentText(at)}</td></tr>\n`,
)}</tbody>
</table>
</section>`
}

function automation({ automation: log }: PortalState): Html {
  const added = log.filter(({ event }) => event === 'add').length
  return html`<section>
<h2>Роботы</h2>
<p>Запусков роботов и бизнес-процессов на настоящем портале было бы ${numberText(log.length)}:
при создании — ${numberText(added)}, при изменении — ${numberText(log.length - added)}.</p>
<p class="soft">Массовый импорт их не запускает.</p>
</section>`
}
