import type { Change } from '../../../bitrix24/crm/change.ts'

/**
 * In which wave a change goes to the portal: an address needs the id of its requisite, and a requisite that of its card. Ids are
 * waited for rather than chained inside one batch, so that every failure is its own row's (`bitrix24-rest.md §14.2 C`). What
 * was there before (`isThere`: the card was) need not wait, and a changed card takes one request.
 */
export function waveOf(change: Change, isThere: boolean): number {
  switch (change.kind) {
    case 'addRequisite':
      return isThere ? 0 : 1
    case 'deleteRequisite':
      return 1
    case 'addAddress':
    case 'addBank':
      return change.requisiteId === null ? 2 : 0
    // The portal counts the amount out of the rows, and takes a requisite only of the company that the card has by then.
    case 'setRows':
      return isThere ? 0 : 1
    case 'linkRequisite':
      return 1
    case 'delete':
      return lastWave
    default:
      return 0
  }
}

export const lastWave = 3
