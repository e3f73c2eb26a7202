import type { Command } from './command.ts'
import { isRead } from './is-read.ts'

/**
 * How many commands fit one request. The portal cuts a request off after 60 s, and what was cut off is of unknown outcome:
 * 25 s is aimed at, by what each method was measured to take here (`bitrix24-rest.md §14.3`).
 */
export interface BatchSize {
  /** Of these commands, how many of the first go together: at least one. */
  fitting(commands: readonly Command[]): number
  /** Seconds that the portal is expected to work on it. */
  expected(command: Command): number
  /** `seconds` by command, null where the portal did not say; `whole` for the request. */
  measured(commands: readonly Command[], seconds: readonly (number | null)[], whole: number): void
  /** No answer came for so many seconds: the longer, the surer it was too much. */
  lost(commands: readonly Command[], seconds: number): void
}

export function openBatchSize(): BatchSize {
  const paces = new Map<string, Pace>()

  function paceOf(method: string): Pace {
    const found = paces.get(method.toLowerCase()) ?? startOf(method)
    paces.set(method.toLowerCase(), found)
    return found
  }

  function expected(command: Command): number {
    return paceOf(command.method).secondsPerUnit * weightOf(command)
  }

  function fitting(commands: readonly Command[]): number {
    const units = new Map<Pace, number>()
    let seconds = 0
    let count = 0
    for (const command of commands.slice(0, maxCommands)) {
      const pace = paceOf(command.method)
      const sum = (units.get(pace) ?? 0) + weightOf(command)
      seconds += expected(command)
      if (count > 0 && (seconds > aimSeconds || sum > pace.maxUnits)) break
      units.set(pace, sum)
      count++
    }
    return count
  }

  function measured(commands: readonly Command[], seconds: readonly (number | null)[], whole: number): void {
    const share = whole / commands.reduce((sum, command) => sum + weightOf(command), 0)
    for (const [pace, sent] of groupsOf(commands, seconds, share)) {
      const now = sent.seconds / sent.units
      // Slower counts at once, faster by and by.
      pace.secondsPerUnit = pace.isMeasured && now < pace.secondsPerUnit ? (pace.secondsPerUnit + now) / 2 : now
      pace.isMeasured = true
      if (whole > tooLongSeconds) pace.maxUnits = Math.max(1, sent.units / 2)
      else if (whole < aimSeconds / growth && sent.units * growth >= pace.maxUnits)
        pace.maxUnits = Math.min(pace.maxUnits * growth, mostUnits)
    }
  }

  function lost(commands: readonly Command[], seconds: number): void {
    const least = seconds < aimSeconds ? 10 : 1
    for (const [pace, { units }] of groupsOf(commands, [], 0)) pace.maxUnits = Math.max(least, units / 2)
  }

  function groupsOf(commands: readonly Command[], seconds: readonly (number | null)[], share: number) {
    const groups = new Map<Pace, { units: number; seconds: number }>()
    commands.forEach((command, index) => {
      const pace = paceOf(command.method)
      const group = groups.get(pace) ?? { units: 0, seconds: 0 }
      group.units += weightOf(command)
      group.seconds += seconds[index] ?? share * weightOf(command)
      groups.set(pace, group)
    })
    return groups
  }

  return { fitting, expected, measured, lost }
}

interface Pace {
  secondsPerUnit: number
  isMeasured: boolean
  /** The most to be sent at once: grows by half with each quick answer to about as many. */
  maxUnits: number
}

/** More than these are refused (`bitrix24-rest.md §1.5`). */
const maxCommands = 50
const aimSeconds = 25
const tooLongSeconds = 30
const growth = 1.5
const mostUnits = 1000

/** Slow portals take 2.4 s to create a record: twenty of them, or one import of twenty, still stay below 60 s. */
function startOf(method: string): Pace {
  return isRead(method)
    ? { secondsPerUnit: aimSeconds / maxCommands, isMeasured: false, maxUnits: mostUnits }
    : { secondsPerUnit: aimSeconds / 20, isMeasured: false, maxUnits: 20 }
}

function weightOf(command: Command): number {
  return command.weight ?? 1
}
