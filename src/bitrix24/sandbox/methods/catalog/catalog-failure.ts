import { RestFailure } from '../../method.ts'

/** Errors of the catalogue: their codes are numbers, and most of them are 0 (`bitrix24-rest.md §6`). */
export const catalogFailures = {
  noRead: () => new RestFailure(400, 200040300010, 'Access Denied'),
  noCreate: () => new RestFailure(400, 200040300040, 'Access Denied'),
  noEdit: () => new RestFailure(400, 200040300043, 'Access Denied'),
  noIblock: () => new RestFailure(400, 200040300000, 'Iblock Not Found'),
  noParameter: (name: string) => new RestFailure(400, 100, `Could not find value for parameter {${name}}`),
  other: (text: string) => new RestFailure(400, 0, text),
} as const
