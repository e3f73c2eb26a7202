import { type Html, html } from '../../import-csv/html.ts'
import type { Params } from '../method.ts'
import { pointsOf } from '../methods/item/columns.ts'
import { hasPoints } from '../methods/item/present.ts'
import { stagesOf } from '../methods/item/stage.ts'
import { integerOf, recordOf, textOf } from '../methods/params.ts'
import type { PortalState, Row } from '../state.ts'
import { cardPath, type PageEntity } from './entity.ts'
import { pointTitle } from './points.ts'
import { userName } from './words.ts'

/** Names of the fields that a person may change, in the order of the form: those of a process are what its settings give it. */
export function editedNames({ kind, type }: PageEntity): readonly string[] {
  if (kind === 'company') return ['title', 'comments', 'assignedById']
  if (kind === 'contact') return ['lastName', 'name', 'secondName', 'comments', 'assignedById']
  return ['title', 'stageId', 'opportunity', 'comments', 'assignedById'].filter((name) => type.fieldsByName.has(name))
}

/** The forms by which a card is changed or deleted by hand. `given`: what was sent and refused, so that nothing is typed twice. */
export function editForms(state: PortalState, entity: PageEntity, row: Row, given: Params | null): Html {
  const action = cardPath(entity, integerOf(row['id']))
  return html`<section class="edit"><h2>Изменить вручную</h2>
<p class="soft">Как это сделал бы менеджер: обмен увидит чужую правку.</p>
<details${given === null ? null : openMark}><summary>Открыть форму</summary>
<form method="post" action="${action}">
${editedNames(entity).map((name) => input(state, entity, row, name, given))}
${hasPoints(entity.type) ? points(row, given) : null}
${author(state, row, given)}
<button name="action" value="save">Сохранить</button>
</form>
</details>
<details class="remove"><summary>Удалить карточку</summary>
<form method="post" action="${action}">
<p>Вместе с реквизитами и товарами, без корзины. Вернуть её будет нельзя.</p>
<button class="bad" name="action" value="delete">Удалить насовсем</button>
</form>
</details>
</section>`
}

const openMark = html` open`

/** The new ones are named apart from those that have an id. */
const newPoints = [
  { name: 'newPhone', title: 'Новый телефон', type: 'tel' },
  { name: 'newEmail', title: 'Новый e-mail', type: 'email' },
] as const

function input(state: PortalState, { type }: PageEntity, row: Row, name: string, given: Params | null): Html {
  const title = type.fieldsByName.get(name)?.title ?? name
  const value = textOf(given?.[name] ?? row[name])
  // The first line break in a textarea is not part of its text.
  if (name === 'comments') return html`<label>${title}<textarea name="comments">\n${value}</textarea></label>\n`
  if (name === 'opportunity') return html`<label>${title}<input name="${name}" value="${value}" inputmode="decimal"></label>\n`
  if (name === 'assignedById') {
    const people = state.users.filter((user) => user['ACTIVE'] !== false || textOf(user['ID']) === value)
    return html`<label>${title}<select name="${name}">${people.map((user) => option(user['ID'], userName(state, user['ID']), value))}</select></label>\n`
  }
  if (name !== 'stageId') return html`<label>${title}<input name="${name}" value="${value}"></label>\n`
  const stages = stagesOf(state, type, integerOf(row['categoryId'])).map((stage) =>
    option(stage['STATUS_ID'], textOf(stage['NAME']), value),
  )
  return html`<label>${title}<select name="stageId">${stages}</select></label>\n`
}

function points(row: Row, given: Params | null): Html {
  const sent = recordOf(given?.['points'])
  return html`<fieldset><legend>Телефоны, почта, сайты</legend>
<p class="soft">Чтобы убрать, сотрите.</p>
${pointsOf(row).map(
  (point) =>
    html`<label>${pointTitle(point)}<input name="points[${point.id}]" value="${textOf(sent?.[point.id] ?? point.value)}"></label>\n`,
)}
${newPoints.map(
  ({ name, title, type }) =>
    html`<label>${title}<input name="${name}" type="${type}" value="${textOf(given?.[name])}"></label>\n`,
)}</fieldset>`
}

/** Rather somebody else than the owner of the webhook: then the portal tells who has changed it. */
function author(state: PortalState, row: Row, given: Params | null): Html {
  const owners = state.webhooks.map(({ user }) => user)
  const active = state.users.filter((user) => user['ACTIVE'] !== false).map((user) => Number(user['ID']))
  const people = active.filter((id) => !owners.includes(id))
  const inCharge = people.find((id) => id === Number(row['assignedById']))
  const chosen = textOf(given?.['userId']) || String(inCharge ?? people[0] ?? active[0] ?? 1)
  return html`<label>Кто меняет<select name="userId">${active.map((id) => option(id, userName(state, id), chosen))}</select></label>
`
}

function option(value: unknown, title: string, chosen: string): Html {
  return html`<option value="${textOf(value)}"${textOf(value) === chosen ? selectedMark : null}>${title}</option>`
}

const selectedMark = html` selected`
