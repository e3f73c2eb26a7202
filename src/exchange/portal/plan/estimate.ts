import type { Change } from '../../../bitrix24/crm/change.ts'
import type { CardPlan } from './card-plan.ts'

/** Changes of a plan by kind, as they will be sent. */
export interface Work {
  readonly counts: Map<Change['kind'], number>
  add(plan: CardPlan): void
}

export function noWork(): Work {
  const counts = new Map<Change['kind'], number>()
  return {
    counts,
    add({ changes }) {
      for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
  }
}

/**
 * How many requests the changes take, and about how many minutes: the seconds of one command are those of a warm portal
 * (`bitrix24-rest.md §14.3`), and a third of the time is left to the portal (§1.4).
 */
export function estimateOf({ counts }: Work): { readonly requests: number; readonly minutes: number } {
  let total = 0
  let seconds = 0
  for (const [kind, count] of counts) {
    total += Math.ceil(count / (batches[kind] ?? 50))
    seconds += count * secondsOf[kind]
  }
  return { requests: total, minutes: Math.ceil(seconds / dutyShare / 60) }
}

// New cards go twenty to a command, and few commands to a request; a file is a request of its own.
const batches: Readonly<Partial<Record<Change['kind'], number>>> = { create: 60, addFile: 1 }
const dutyShare = 0.65

const secondsOf: Readonly<Record<Change['kind'], number>> = {
  create: 0.4,
  update: 0.3,
  addRequisite: 0.1,
  setRequisite: 0.1,
  deleteRequisite: 0.1,
  addAddress: 0.15,
  setAddress: 0.15,
  deleteAddress: 0.1,
  addBank: 0.09,
  setBank: 0.09,
  deleteBank: 0.05,
  delete: 0.3,
  setRows: 0.2,
  linkRequisite: 0.2,
  addFile: 0.5,
  deleteComment: 0.1,
}
