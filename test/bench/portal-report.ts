import { show, table } from './markdown.ts'
import type { PortalCalls, PortalWay } from './portal-calls.ts'
import { ownSeconds, type PortalLoad } from './portal-load.ts'
import { worst } from './statistics.ts'
import type { Target } from './targets.ts'

/** What was measured of the exchange with a portal. */
export interface PortalResult {
  readonly calls: readonly PortalCalls[]
  readonly loads: readonly PortalLoad[]
  /** Work orders against many deals. */
  readonly documents: readonly PortalLoad[]
}

export function portalTargets({ calls, loads, documents }: PortalResult): readonly Target[] {
  return [...counterpartyTargets({ calls, loads }), ...documentTargets(documents)]
}

function counterpartyTargets({ calls, loads }: Pick<PortalResult, 'calls' | 'loads'>): readonly Target[] {
  const counted = calls.map(({ title, most, requests: { obmen24: found } }) => {
    return { title: `${title}: at most ${most} HTTP requests`, found: String(found), reached: found <= most }
  })
  const rows = Math.max(0, ...loads.map((load) => load.rows))
  const plans = loads.filter((load) => load.rows === rows && load.what === 'plan')
  if (plans.length === 0) return counted
  const seconds = Math.max(...plans.map(ownSeconds))
  const peak = worst(plans.map(({ run }) => run.peakBytes))
  const title = `\`plan\` of ${rows.toLocaleString('en')} counterparties`
  return [
    ...counted,
    { title: `${title} in under 60 s apart from the portal`, found: `${seconds.toFixed(1)} s`, reached: seconds < 60 },
    {
      title: `${title} in less than 300 MB of memory`,
      found: show(peak, megabytes),
      reached: peak === null ? null : peak < 300e6,
    },
  ]
}

// Five times the rows may not take half as much again: what grows is the cache of the ledger, up to its limit.
function documentTargets(documents: readonly PortalLoad[]): readonly Target[] {
  const sizes = [...new Set(documents.map(({ rows }) => rows))].sort((a, b) => a - b)
  const [least, most] = [sizes[0], sizes.at(-1)]
  if (least === undefined || most === undefined || least === most) return []
  const peakOf = (size: number): number | null => {
    return worst(documents.filter(({ rows }) => rows === size).map(({ run }) => run.peakBytes))
  }
  const [small, large] = [peakOf(least), peakOf(most)]
  return [
    {
      title: `${most.toLocaleString('en')} work orders against 50,000 deals in flat memory`,
      found: `${show(large, megabytes)}, ${show(small, megabytes)} at ${least.toLocaleString('en')}`,
      reached: small === null || large === null ? null : large < small * 1.5,
    },
  ]
}

/** The tables of the portal. */
export function portalTables({ calls, loads, documents }: PortalResult): readonly string[] {
  const ways: readonly (readonly [PortalWay, string])[] = [
    ['obmen24', 'obmen24'],
    ['published', 'recipe of the SDK'],
    ['batched', 'the same in batches of 50'],
  ]
  const heads = ways.flatMap(([, name]) => [`${name}, requests`, 'minutes'])
  const counts = calls.map(({ title, requests, minutes }) => [
    title,
    ...ways.flatMap(([way]) => [requests[way].toLocaleString('en'), minutes[way].toFixed(1)]),
  ])
  const measured = [...loads, ...documents].map((load) => {
    const { title, rows, run, told } = load
    const perThousand = told.create + told.update === 0 ? null : (run.cpuMs ?? 0) / (told.create + told.update)
    return [
      title,
      rows.toLocaleString('en'),
      told.cards.toLocaleString('en'),
      told.requests.toLocaleString('en'),
      (told.answeringMs / 1000).toFixed(1),
      ownSeconds(load).toFixed(1),
      show(run.cpuMs, (value) => (value / 1000).toFixed(1)),
      load.what === 'run' ? show(perThousand, (value) => value.toFixed(2)) : '',
      show(run.peakBytes, (value) => String(Math.round(value / 1e6))),
    ]
  })
  return [
    '## Portal: HTTP requests',
    table(['work', ...heads], counts),
    '## Portal: own work',
    table(
      ['command', 'rows', 'cards', 'requests', 'portal, s', 'the rest, s', 'CPU, s', 'CPU, s per 1,000 cards', 'peak memory, MB'],
      measured,
    ),
  ]
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
