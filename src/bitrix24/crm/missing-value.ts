import type { CrmEntity } from './entity.ts'

/** A value that a directory of the portal lacks and that may be added to it. Plain JSON. */
export interface MissingValue {
  /** `COMPANY_TYPE`, or the name of a custom list field, `UF_CRM_…`. */
  readonly directory: string
  readonly name: string
  readonly entity: CrmEntity
}
