/** The two kinds of cards that a counterparty can become. */
export type CrmEntity = 'company' | 'contact'

/** `entityTypeId` of the universal methods (`bitrix24-rest.md §2.1`). */
export const entityTypeIds: Readonly<Record<CrmEntity, number>> = { company: 4, contact: 3 }
