import type { ContactPerson } from '../../../records/counterparty.ts'
import { type PersonName, parsePersonName } from '../../../values/person-name.ts'
import { filledId } from '../../../values/reference.ts'
import { oneLine } from '../../../values/text.ts'
import { emailsOf, phonesOf } from './contacts-of.ts'
import { fullPersonName, isFilledName, personParts } from './person-parts.ts'
import { type BoundRow, extraOf, idOf, isDeleted, originOf, textOf } from './row-fields.ts'

const own = new Set(
  'id code name lastName firstName middleName counterpartyId counterparty relation post phone workPhone mobile homePhone fax otherPhone email comment deleted'.split(
    ' ',
  ),
)

/** A row of a table of контактные лица as a record. Its counterparty is told by id, else by name. */
export function toContactPerson(row: BoundRow): ContactPerson {
  const name = oneLine(textOf(row, 'name'))
  const parts = partsOf(row, name)
  const written = name === parts.first ? '' : name
  const counterparty = oneLine(textOf(row, 'counterparty'))
  const counterpartyId = filledId(textOf(row, 'counterpartyId'))
  return {
    kind: 'contactPerson',
    id: idOf(row),
    deleted: isDeleted(row),
    counterpartyId: counterpartyId || counterparty,
    name: written || fullPersonName(parts),
    person: isFilledName(parts) ? parts : parsePersonName(written),
    relation: textOf(row, 'relation'),
    post: oneLine(textOf(row, 'post')),
    phones: phonesOf(row),
    emails: emailsOf(row),
    comment: textOf(row, 'comment'),
    extra: { ...(counterpartyId !== '' && counterparty !== '' ? { counterparty } : {}), ...extraOf(row, own) },
    problems: row.problems,
    origin: originOf(row),
  }
}

/** Where the last name has a column of its own and the first name has none, a column `Имя` or `NAME` is the first name. */
function partsOf(row: BoundRow, name: string): PersonName {
  const parts = personParts(row)
  return parts.last !== '' && parts.first === '' && !/\s/.test(name) && name !== parts.last ? { ...parts, first: name } : parts
}
