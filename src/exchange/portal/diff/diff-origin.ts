import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { type Problem, problem } from '../../../problems/problem.ts'

/** Whose id the card carries on the portal (`bitrix24-rest.md §2.6`). `originId: ''`: it carries none. */
export interface Origin {
  readonly originatorId: string
  readonly originId: string
}

/** The marks that a card found for the first time still lacks; those of another source are left to it. */
export function diffOrigin(
  held: HeldCard,
  origin: Origin,
): { readonly fields: FieldValues; readonly problems: readonly Problem[] } {
  if (origin.originId === '') return { fields: {}, problems: [] }
  const marks = [
    ['originatorId', held.originatorId, origin.originatorId],
    ['originId', held.originId, origin.originId],
  ] as const
  if (marks.some(([, has, ours]) => has !== '' && has !== ours)) {
    return { fields: {}, problems: [problem('apply.origin-other', { originator: held.originatorId, id: held.originId })] }
  }
  const missing = marks.filter(([, has]) => has === '')
  return { fields: Object.fromEntries(missing.map(([name, , ours]) => [name, ours])), problems: [] }
}
