import type { PersonName } from '../../../values/person-name.ts'
import { oneLine } from '../../../values/text.ts'
import { type BoundRow, textOf } from './row-fields.ts'

/** The name of a person that stands in columns of its own. */
export function personParts(row: BoundRow): PersonName {
  return {
    last: oneLine(textOf(row, 'lastName')),
    first: oneLine(textOf(row, 'firstName')),
    middle: oneLine(textOf(row, 'middleName')),
  }
}

export function isFilledName({ last, first }: PersonName): boolean {
  return last !== '' || first !== ''
}

export function fullPersonName({ last, first, middle }: PersonName): string {
  return [last, first, middle].filter((part) => part !== '').join(' ')
}
