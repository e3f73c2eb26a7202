import type { CrmEntity } from '../bitrix24/crm/entity.ts'
import { type Html, html } from '../bitrix24/import-csv/html.ts'
import { instructionsStyle } from '../bitrix24/import-csv/instructions-style.ts'
import type { ChangeLine } from '../exchange/portal/diff/change-line.ts'
import type { CardPlan } from '../exchange/portal/plan/card-plan.ts'
import { isCrm } from '../exchange/portal/plan/open-card.ts'
import type { PlanGroup, PlanSummary } from '../exchange/portal/plan/plan-summary.ts'
import type { RowCounts, RowGroup, RowPlan } from '../exchange/portal/plan/row-plan.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import { type ChangeTexts, planChanges, planOrder } from './plan-report.ts'
import { type PlanWords, planWords } from './plan-words.ts'
import { rowName, rowOrder, rowPlanWords } from './row-plan-report.ts'

export interface PlanPage {
  readonly language: Language
  /** What is said under the heading: which files, which portal, when. */
  readonly about: string
  readonly texts: ChangeTexts
  /** Rows that become no card, and how many of each fate. */
  readonly rows: AsyncIterable<readonly RowPlan[]>
  readonly rowCounts: RowCounts
  /** Where a person opens a card. */
  cardUrl(card: { readonly entity: CrmEntity }, id: number): string
  /** How many cards of one kind are shown in detail; the rest is counted. */
  readonly details?: number
}

/**
 * The plan as one page without scripts or outside resources, in pieces: what is to be done with whom, what waits for a
 * person first. Keeps no more than the cards that it shows, however many pass.
 */
export async function* planHtml(
  summary: PlanSummary,
  cards: AsyncIterable<readonly CardPlan[]>,
  page: PlanPage,
): AsyncGenerator<string> {
  const words = planWords[page.language]
  yield head(summary, page, words).markup
  const { details = 2000 } = page
  const rows = new Map<PlanGroup, string[]>()
  for await (const batch of cards) {
    for (const card of batch) {
      const { action } = card
      const group = rows.get(action) ?? []
      if (group.length < details && action !== 'nothing') group.push(cardRow(card, page, words).markup)
      rows.set(action, group)
    }
  }
  // What a person has to look at goes before what will be done, what the settings pass over behind it.
  const aside = await rowSections(page, details)
  for (const action of rowOrder) if (action !== 'skip') yield aside.get(action) ?? ''
  for (const action of planOrder) {
    const group = rows.get(action)
    if (action === 'nothing' || group === undefined) continue
    const title = html`<section class="${action}">
<h2>${words.groups[action]} <small>${words.number(summary[action])}</small></h2>
${group.length < summary[action] ? html`<p class="action">${words.more(group.length, summary[action])}</p>` : null}
<table class="cards"><thead><tr><th>${words.card}</th><th>${words.whatChanges}</th></tr></thead><tbody>
`
    yield title.markup
    for (const row of group) yield row
    yield '</tbody></table>\n</section>\n'
  }
  yield aside.get('skip') ?? ''
  yield '</main>\n</body>\n</html>\n'
}

/** A section for each fate of such rows, no longer than it is to be shown. */
async function rowSections({ rows, rowCounts, language }: PlanPage, details: number): Promise<ReadonlyMap<RowGroup, string>> {
  const words = rowPlanWords[language]
  const shown = new Map<RowGroup, Html[]>()
  for await (const batch of rows) {
    for (const row of batch) {
      const group = shown.get(row.action) ?? []
      if (group.length < details) group.push(rowPlanRow(row, language))
      shown.set(row.action, group)
    }
  }
  const sections = [...shown].map(([action, group]) => {
    const more = group.length < rowCounts[action] ? planWords[language].more(group.length, rowCounts[action]) : null
    const section = html`<section class="${action}">
<h2>${words.rows}: ${words.actions[action]} <small>${words.number(rowCounts[action])}</small></h2>
${more === null ? null : html`<p class="action">${more}</p>`}
<table class="cards"><tbody>
${group}</tbody></table>
</section>
`
    return [action, section.markup] as const
  })
  return new Map(sections)
}

function rowPlanRow(row: RowPlan, language: Language): Html {
  return html`<tr><td>${rowName(row, language)}</td><td>${linked(row.text)} <span class="action"><code>${row.code}</code></span></td></tr>
`
}

function head(summary: PlanSummary, { language, about }: PlanPage, words: PlanWords): Html {
  const facts = [
    [words.cards, words.number(summary.cards)],
    ...planOrder.map((action) => [words.actions[action], words.number(summary[action])]),
    [words.requests, words.number(summary.requests)],
    [words.time, words.minutes(summary.minutes)],
  ]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
${instructionsStyle}
${ownStyle}
</head>
<body>
<main>
<h1>${words.title}</h1>
<p class="lead">${about}</p>
<section>
<table class="facts"><tbody>${facts.map(([name = '', value = '']) => html`<tr><td>${name}</td><td class="number">${value}</td></tr>`)}</tbody></table>
${summary.brake === null ? null : html`<div class="care brake"><h3>${words.brakeHead}</h3>${words.brake(summary.brake).map((line) => html`<p>${line}</p>`)}</div>`}
${summary.create + summary.update === 0 ? html`<p>${words.nothingToDo}</p>` : null}
</section>
`
}

function cardRow(card: CardPlan, page: PlanPage, words: PlanWords): Html {
  const { entity, title, key, portalId, foundBy } = card
  const name = title === '' ? words.none : title
  const place = placeOf(card)
  const found = foundBy === null ? null : html`<br><span class="action">${words.foundBy[foundBy]}</span>`
  return html`<tr><td><span class="action">${words.entity(entity, card.names)}</span><br>
${portalId === null || place === null ? html`<b>${name}</b>` : html`<a href="${page.cardUrl({ entity: place }, portalId)}"><b>${name}</b> № ${portalId}</a>`}${found}<br><code>${key}</code></td>
<td>${planChanges(card, words, page.texts).map((text) => changeOf(text, words))}${problemsOf(card, page.language)}</td></tr>
`
}

/** Where a card is opened; a file where its document is. */
function placeOf({ entity, changes }: CardPlan): CrmEntity | null {
  if (isCrm(entity)) return entity
  const [change] = changes
  return change !== undefined && 'entity' in change ? change.entity : null
}

function changeOf({ what, from, to }: ChangeLine, words: PlanWords): Html {
  const before = from === '' ? null : html`<del>${from}</del> → `
  const after = to === '' ? html`<span class="action">${words.empty}</span>` : html`<ins>${to}</ins>`
  return html`<div class="change"><span>${what}</span><span>${before}${after}</span></div>`
}

function problemsOf({ problems }: CardPlan, language: Language): readonly Html[] {
  return problems.map((found) => {
    const { message, action } = describe(found, language)
    return html`<p>${linked(message)}<br><span class="action">→ ${action} <code>${found.code}</code></span></p>`
  })
}

/** The addresses of two candidates are for opening. */
function linked(text: string): readonly Html[] {
  return text
    .split(/(https?:\/\/[^\s,;<>"]+[^\s,;<>".])/)
    .map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`))
}

const ownStyle: Html = {
  markup: `<style>
  table.facts { width: auto; }
  table.facts td { padding: .2rem 1.2rem .2rem 0; border: 0; }
  table.cards > tbody > tr > td:first-child { width: 34%; }
  .change { display: grid; grid-template-columns: minmax(7rem, 30%) 1fr; gap: .2rem .8rem; overflow-wrap: anywhere; }
  .change > span:first-child { color: var(--soft); }
  del { color: var(--bad); text-decoration: line-through; }
  ins { text-decoration: none; font-weight: 600; }
  .brake { border-left-color: var(--bad); background: #fdf0ee; }
  .brake h3 { margin-top: 0; }
  a { color: var(--mark); }
  section.review, section.refuse { border-left: 4px solid var(--bad); }
  @media print { a { color: inherit; text-decoration: none; } }
</style>`,
}
