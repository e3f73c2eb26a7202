import { statusCommand } from '../../../bitrix24/crm/status-command.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import { stopsAll } from './send-wave.ts'

/**
 * Adds the values that the portal's directories lack, and tells whether the plans have to be made again: also where a value was
 * added for cards before these. One that could not be added stays missing in the new plan, and its card says so.
 */
export async function addMissingValues(session: PortalSession, plans: Iterable<CardPlan>, tried: Set<string>): Promise<boolean> {
  const missing = new Map([...plans].flatMap((plan) => plan.missing).map((value) => [`${value.directory}:${value.name}`, value]))
  if (missing.size === 0) return false
  const fresh = [...missing].filter(([name]) => !tried.has(name))
  if (fresh.length === 0) return true
  const directories = await session.directories()
  const outcomes = await session.client.batch(fresh.map(([, value]) => statusCommand(value, directories)))
  for (const [name] of fresh) tried.add(name)
  for (const outcome of outcomes) {
    const stopped = stopsAll(outcome)
    if (stopped !== null) throw new PortalStopped(stopped)
  }
  session.forgetDirectories()
  return true
}
