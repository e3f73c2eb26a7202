import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import { pointsOf } from '../methods/item/columns.ts'
import type { MultifieldRow, Row } from '../state.ts'
import { webLink } from './show-value.ts'

/** Phones, e-mails and sites of a card, each with its kind. Null: it has none. */
export function showPoints(row: Row): Html | null {
  const points = [...pointsOf(row)].sort((one, other) => orderOf(one) - orderOf(other))
  if (points.length === 0) return null
  return html`<section>
<h2>Телефоны, почта, сайты</h2>
<dl>
${points.map((point) => html`<dt>${pointTitle(point)}</dt><dd>${pointLink(point)}</dd>\n`)}</dl>
</section>`
}

/** The first few of one type, for a list. */
export function pointValues(row: Row, typeId: string, limit: number): HtmlValue {
  const values = pointsOf(row).filter((point) => point.typeId === typeId)
  const more = values.length - limit
  return [
    values.slice(0, limit).map(({ value }, place) => html`${place === 0 ? null : lineBreak}<span class="point">${value}</span>`),
    more > 0 ? html` <span class="soft">и ещё ${more}</span>` : null,
  ]
}

/** `Телефон, мобильный`. */
export function pointTitle({ typeId, valueType }: Pick<MultifieldRow, 'typeId' | 'valueType'>): string {
  const title = typeTitles[typeId] ?? typeId
  const kind = kindTitles[`${typeId}:${valueType}`] ?? kindTitles[valueType]
  return `${title}, ${kind ?? valueType}`
}

const lineBreak = html`<br>`

const typeTitles: Readonly<Record<string, string>> = {
  PHONE: 'Телефон',
  EMAIL: 'E-mail',
  WEB: 'Сайт',
  IM: 'Мессенджер',
  LINK: 'Ссылка',
}

const kindTitles: Readonly<Record<string, string>> = {
  WORK: 'рабочий',
  MOBILE: 'мобильный',
  HOME: 'домашний',
  'EMAIL:HOME': 'личный',
  'WEB:WORK': 'корпоративный',
  'WEB:HOME': 'личный',
  FAX: 'факс',
  PAGER: 'пейджер',
  MAILING: 'для рассылок',
  OTHER: 'другой',
}

function pointLink({ typeId, value }: MultifieldRow): HtmlValue {
  if (typeId === 'EMAIL') return html`<a href="mailto:${value}">${value}</a>`
  return typeId === 'WEB' ? webLink(value) : value
}

function orderOf({ typeId }: MultifieldRow): number {
  const place = Object.keys(typeTitles).indexOf(typeId)
  return place === -1 ? Number.POSITIVE_INFINITY : place
}
