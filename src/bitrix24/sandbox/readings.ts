import type { PortalState } from './state.ts'

/** What the docs leave open or say in two ways, plain JSON in the state of a portal. Where nothing is said it goes the harder way for whoever writes to it. */
export interface Readings {
  /** An update of an item of a smart process that names no pipeline: moved to the main one, or left where it is (`bitrix24-rest.md §2.7, §16.10`). */
  readonly updateWithoutCategory?: 'moves' | 'stays'
  /** What `contactId` finds in a filter: the primary contact alone, as crm.deal.list has it, or any of them. `contactIds` finds any. */
  readonly contactIdFinds?: 'primary' | 'any'
  /** Saving product rows moves `updatedTime` of their owner (the docs are silent). */
  readonly rowsTouchOwner?: boolean
  /** A comment with files inside a batch (`bitrix24-rest.md §8`: no list of file methods is given). */
  readonly filesInBatch?: 'refused' | 'taken'
  /**
   * An array under `=ownerId` of crm.item.productrow.list: taken for any of them (older page, `bitrix24-rest.md §7`), or passed
   * over like a condition that does not exist, so that rows of every owner come (the page as it is now).
   */
  readonly rowOwnerArrays?: 'taken' | 'ignored'
  /** Decimals of calculated prices in product rows: 2 in the older samples, 8 in those of the page as it is now. */
  readonly rowDecimals?: 2 | 8
}

const usual: Required<Readings> = {
  updateWithoutCategory: 'moves',
  contactIdFinds: 'primary',
  rowsTouchOwner: true,
  filesInBatch: 'refused',
  rowOwnerArrays: 'ignored',
  rowDecimals: 2,
}

export function reading<Name extends keyof Readings>({ readings }: PortalState, name: Name): Required<Readings>[Name] {
  const said = readings?.[name]
  return said === undefined ? usual[name] : (said as Required<Readings>[Name])
}
