import type { Ledger } from '../../ledger/ledger.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'

export interface Forgotten {
  readonly count: number
  readonly problems: readonly Problem[]
}

/** Gives up what 1C has not confirmed for too long, and says which documents these are; a change of one sends it again. */
export async function forgetOld(ledger: Ledger, way: Outgoing, now: number): Promise<Forgotten> {
  const { name, forgetAfter } = way
  if (forgetAfter === null) return { count: 0, problems: [] }
  const open = await ledger.outgoing.open(name)
  const old = open.filter(({ state, sentAt }) => state === 'sent' && Date.parse(sentAt) + forgetAfter < now)
  if (old.length === 0) return { count: 0, problems: [] }
  await ledger.outgoing.put(
    name,
    old.map((card) => ({ ...card, state: 'forgotten', document: null })),
  )
  const numbers = old.map(({ number }) => number).join(', ')
  return { count: old.length, problems: [problem('outgoing.forgotten', { way: name, count: old.length, numbers })] }
}
