import { type MethodContext, RestFailure } from '../method.ts'
import { pointsOf } from '../methods/item/columns.ts'
import { fieldNames } from '../methods/item/custom-fields.ts'
import { deleteItem } from '../methods/item/delete-item.ts'
import { readGiven } from '../methods/item/given.ts'
import { type PointEdit, readFm } from '../methods/item/points.ts'
import { hasPoints } from '../methods/item/present.ts'
import { updateItem } from '../methods/item/update-item.ts'
import { integerOf, recordOf, textOf } from '../methods/params.ts'
import { formatMoment } from '../methods/portal-time.ts'
import type { SentForm } from '../portal-answer.ts'
import type { PortalState, Row } from '../state.ts'
import { editedNames } from './edit-form.ts'
import type { PageEntity } from './entity.ts'

export type EditResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'deleted' }
  /** Nothing was changed; `reason` is for the person who sent the form. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Does what a form asks for by the ways of `crm.item.update` and `crm.item.delete`, in the name of whom it tells. */
export function editCard(state: PortalState, entity: PageEntity, row: Row, { fields, nowMs }: SentForm): EditResult {
  if (fields['action'] === 'delete') {
    deleteItem(state, entity.type, row)
    return { kind: 'deleted' }
  }
  const userId = integerOf(fields['userId'])
  if (!state.users.some((user) => Number(user['ID']) === userId))
    return { kind: 'refused', reason: 'не выбрано, кто меняет карточку.' }
  try {
    const context = contextOf(state, userId, nowMs)
    const given = { ...staying(entity, row), ...byHand(row, textsOf(entity, row, fields)) }
    const values = readGiven(entity.type, given, row, fieldNames(state, entity.type, true), context)
    updateItem(entity.type, row, values, hasPoints(entity.type) ? pointEdits(row, fields) : [], context)
    return { kind: 'saved' }
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error
    return { kind: 'refused', reason: reasonOf(error) }
  }
}

/** A browser ends lines with two characters, whatever stood there before; what nobody has touched is to stay as it is. */
function textsOf(entity: PageEntity, row: Row, fields: SentForm['fields']): Row {
  const sent = editedNames(entity).filter((name) => name in fields)
  return Object.fromEntries(
    sent.map((name) => {
      const text = textOf(fields[name]).replaceAll('\r\n', '\n')
      return [name, text === textOf(row[name]) ? row[name] : text.trim()]
    }),
  )
}

/** Nobody moves a card to another pipeline by an edit of something else, as a call may do. */
function staying({ type }: PageEntity, row: Row): Row {
  return type.fieldsByName.has('categoryId') && row['categoryId'] !== undefined ? { categoryId: row['categoryId'] } : {}
}

/** An amount that is typed in is kept by hand from then on, whatever the rows add up to. */
function byHand(row: Row, texts: Row): Row {
  if (!('opportunity' in texts) || textOf(texts['opportunity']) === textOf(row['opportunity'])) return texts
  const amount = textOf(texts['opportunity']).replace(/\s/g, '').replace(',', '.')
  return { ...texts, opportunity: amount, isManualOpportunity: 'Y' }
}

function pointEdits(row: Row, fields: SentForm['fields']): readonly PointEdit[] {
  const sent = recordOf(fields['points']) ?? {}
  const held = pointsOf(row)
    .filter(({ id }) => id in sent)
    .map(({ id, typeId, valueType }) => [id, { typeId, valueType, value: textOf(sent[id]) }] as const)
  const added = [
    ['n0', { typeId: 'PHONE', valueType: 'WORK', value: textOf(fields['newPhone']) }],
    ['n1', { typeId: 'EMAIL', valueType: 'WORK', value: textOf(fields['newEmail']) }],
  ] as const
  return readFm(Object.fromEntries([...held, ...added]))
}

function contextOf(state: PortalState, userId: number, nowMs: number): MethodContext {
  const now = () => formatMoment(nowMs, state.zone)
  return { state, userId, isAdmin: false, scopes: [], now, nowMs: () => nowMs, isHidden: () => false }
}

function reasonOf({ error, description }: RestFailure): string {
  if (description.includes('"fm"')) return 'адрес электронной почты написан с ошибкой.'
  if (error === 'CRM_FIELD_ERROR_REQUIRED') return 'у контакта должны быть имя или фамилия.'
  if (description.includes('"opportunity"')) return 'сумма написана с ошибкой.'
  return `портал ответил «${description}».`
}
