import type { Command, Params } from '../client/command.ts'
import type { Change } from './change.ts'
import { entityTypeId, ownerType, timelineType } from './entity.ts'
import type { StoredFile, WantedRow } from './wanted-card.ts'

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>

/** All rows of a document in one call: those that are not among them go (`bitrix24-rest.md §7`). */
export function rowsCommand({ entity, rows }: ChangeOf<'setRows'>, ownerId: number): Command {
  const productRows = rows.map((row, index) => ({ ...rowFields(row), sort: (index + 1) * 10 }))
  return { method: 'crm.item.productrow.set', params: { ownerType: ownerType(entity), ownerId, productRows } }
}

/** All six are required; 0 is none (`bitrix24-rest.md §4.5`). */
export function linkCommand({ entity, link }: ChangeOf<'linkRequisite'>, cardId: number): Command {
  const fields = {
    ENTITY_TYPE_ID: entityTypeId(entity),
    ENTITY_ID: cardId,
    REQUISITE_ID: link.requisiteId,
    BANK_DETAIL_ID: link.bankId,
    MC_REQUISITE_ID: link.myRequisiteId,
    MC_BANK_DETAIL_ID: link.myBankId,
  }
  return { method: 'crm.requisite.link.register', params: { fields } }
}

/** A comment with a file. An empty one is refused, so that the mark alone has to stand in it (`bitrix24-rest.md §8`). */
export function fileCommand(
  { entity, id, file, comment, mark }: ChangeOf<'addFile'>,
  base64: (file: StoredFile) => string,
): Command {
  const fields = {
    ENTITY_ID: id,
    ENTITY_TYPE: timelineType(entity),
    COMMENT: [comment, mark].filter(Boolean).join('\n'),
    FILES: [[file.name, base64(file)]],
  }
  return { method: 'crm.timeline.comment.add', params: { fields } }
}

/** With its owner: one that is bound to several cards is refused without. */
export function deleteCommentCommand({ entity, id, commentId }: ChangeOf<'deleteComment'>): Command {
  return { method: 'crm.timeline.comment.delete', params: { id: commentId, ownerTypeId: entityTypeId(entity), ownerId: id } }
}

/** Does the command bring a file? Such are not allowed in a batch (`bitrix24-rest.md §1.5`). */
export function bringsFile({ method }: Command): boolean {
  return method === 'crm.timeline.comment.add'
}

// A row of free text has no product, one without tax no rate; a percentage is what the portal expects of a discount.
function rowFields(row: WantedRow): Params {
  const { productId, productName, price, quantity, discountSum, taxRate, taxIncluded, measureCode } = row
  return {
    ...(productId === 0 ? {} : { productId }),
    productName,
    price,
    quantity,
    ...(discountSum === '' ? {} : { discountTypeId: 1, discountSum }),
    ...(taxRate === '' ? {} : { taxRate, taxIncluded }),
    ...(measureCode === '' ? {} : { measureCode }),
  }
}
