import type { HeldBank, HeldCard, HeldRequisite } from '../../../bitrix24/crm/held-card.ts'

/** Value of a card by its name in a change, the marks of its origin among them. */
export function heldOfCard(held: HeldCard, field: string): string {
  if (field === 'originatorId') return held.originatorId
  return field === 'originId' ? held.originId : (held.fields[field] ?? '')
}

/** Value of a requisite or bank account by its name in a change, our mark among them. */
export function heldOfPart(held: HeldRequisite | HeldBank, field: string): string {
  return field === 'XML_ID' ? held.xmlId : (held.fields[field] ?? '')
}
