import type { Status } from '../../onec/write/status-file.ts'
import type { Home } from '../folder/home.ts'

/** How the ways back to 1C stand, for the state of the exchange. */
export async function backStatus({
  ledger,
  settings,
}: Home): Promise<Pick<Status, 'back'> & { readonly unsentNumbers?: readonly string[] }> {
  const ways = settings.target === 'portal' ? settings.outgoing.filter(({ enabled }) => enabled) : []
  if (ways.length === 0) return {}
  const back = { message: 0, unconfirmed: 0, unsent: 0 }
  const unsentNumbers: string[] = []
  for (const { name } of ways) {
    const { open, stuck } = await ledger.outgoing.counts(name)
    back.message = Math.max(back.message, (await ledger.outgoing.way(name))?.message ?? 0)
    back.unconfirmed += open
    back.unsent += stuck
    if (stuck > 0) unsentNumbers.push(...(await ledger.outgoing.stuck(name)).map(({ number }) => number))
  }
  return { back, unsentNumbers }
}
