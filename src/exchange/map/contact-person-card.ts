import type { ContactDraft } from '../../bitrix24/drafts/draft.ts'
import type { ContactPerson } from '../../records/counterparty.ts'
import { compareKey } from '../../values/text.ts'
import { commentsOf, emailPoints, nameParts, responsibleOf, sourceOf } from './counterparty-cards.ts'
import { fieldValues, ownFields, splitFields } from './custom-fields.ts'
import type { MapContext } from './map-context.ts'
import { phonePoints } from './phone-points.ts'
import type { Scope } from './template.ts'

/** Key of a contact person over all files. */
export function contactPersonKey(record: ContactPerson): string {
  return record.id || `person:${record.counterpartyId}/${compareKey(record.name)}`
}

/** Contact card of a contact person, bound to the company by the very title that the company file has. */
export function contactPersonDraft(record: ContactPerson, companyTitle: string, scope: Scope, context: MapContext): ContactDraft {
  const { own, custom } = splitFields(fieldValues(context, scope), ownFields.contact)
  return {
    kind: 'contact',
    key: contactPersonKey(record),
    originId: record.id,
    ...nameParts(record),
    salutation: own['salutation'] ?? '',
    birthDate: own['birthDate'] ?? '',
    post: own['post'] ?? record.post,
    contactType: own['contactType'] ?? context.portal.contactType,
    source: own['source'] ?? sourceOf(context),
    comments: own['comments'] ?? commentsOf(record),
    responsible: own['responsible'] ?? responsibleOf(context),
    companyTitle,
    phones: phonePoints(record.phones),
    emails: emailPoints(record.emails),
    sites: [],
    requisites: [],
    custom,
  }
}
