import { RestFailure } from '../method.ts'

/** Errors of `crm.item.*` and of the older methods, with their exact texts (`bitrix24-rest.md §2.2, §2.9`). */
export const failures = {
  typeNotFound: () => new RestFailure(400, 'NOT_FOUND', 'Smart process not found'),
  itemNotFound: () => new RestFailure(400, 'NOT_FOUND', 'Item not found'),
  accessDenied: () => new RestFailure(400, 'ACCESS_DENIED', 'Access denied'),
  notValid: (field: string) => new RestFailure(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${field}"`),
  required: (title: string) => new RestFailure(400, 'CRM_FIELD_ERROR_REQUIRED', `The "${title}" field is required`),
  notIterable: (type: string) =>
    new RestFailure(400, '100', `Expected iterable value for multiple field, but got \`${type}\` instead`),
  noParameter: (name: string) => new RestFailure(400, '100', `Could not find value for parameter {${name}}`),
  badArgument: (text: string) => new RestFailure(400, 'INVALID_ARG_VALUE', text),
  /** Documented for the lists of presets (crm.requisite.preset.list); the neighbours are taken to be alike. */
  dataLayer: (text: string) => new RestFailure(400, '100', text),
  /** Most of the older methods say what is wrong in the text only. */
  plain: (text: string) => new RestFailure(400, '', text),
} as const
