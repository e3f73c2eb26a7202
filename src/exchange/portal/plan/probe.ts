import type { Probe } from '../../../bitrix24/crm/find-cards.ts'
import type { ToldCard } from '../told-card.ts'

/** What a card can be found by. */
export function probeOf({ key, draft }: ToldCard): Probe {
  const requisite = draft.requisites[0]
  const values = (points: ToldCard['draft']['phones']) => points.map(({ value }) => value)
  const name =
    draft.kind === 'company'
      ? { title: draft.title, lastName: '', firstName: '', secondName: '' }
      : { title: '', lastName: draft.lastName, firstName: draft.firstName, secondName: draft.secondName }
  return {
    key,
    originId: key,
    idField: draft.originId,
    inn: requisite?.inn ?? '',
    kpp: requisite?.kpp ?? '',
    phones: values(draft.phones),
    emails: values(draft.emails),
    ...name,
  }
}
