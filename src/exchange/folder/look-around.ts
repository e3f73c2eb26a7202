import { setTimeout as pause } from 'node:timers/promises'
import { type Found, findReady } from '../../folder/find-ready.ts'
import type { InputFolder } from '../../folder/input.ts'
import type { Looks } from '../../folder/steadiness.ts'
import type { Home } from './home.ts'

/**
 * What lies in the input folders, in their order. `patient`: look again after the quiet time, because a run by schedule
 * has no earlier look to compare with.
 */
export async function lookAround(home: Home, looks: Looks, patient: boolean): Promise<readonly Found[]> {
  const lookOnce = () => Promise.all(home.folders.inputs.map((folder) => look(home, folder, looks)))
  let rounds = await lookOnce()
  // Twice, because a table whose last line has no end must stand still for double the quiet time.
  for (let again = 0; patient && again < 2 && rounds.some(isChanging); again++) {
    await pause(home.settings.readiness.settle + 20)
    rounds = await lookOnce()
  }
  return rounds
}

async function look(home: Home, folder: InputFolder, looks: Looks): Promise<Found> {
  const { settle, giveUp } = home.settings.readiness
  // A folder read by copying still has what was taken before; path, size and time tell it again.
  const seen = folder.take === 'copy' ? await takenFrom(home) : null
  return findReady(folder, looks, home.clock().getTime(), {
    settleMs: settle,
    giveUpMs: giveUp,
    isKnown: (file) => seen?.get(file.path) === stampOf(file.size, file.mtimeMs),
  })
}

function isChanging(round: Found): boolean {
  return round.kind === 'found' && round.waiting.some(({ readiness }) => readiness.why === 'changing')
}

async function takenFrom(home: Home): Promise<ReadonlyMap<string, string>> {
  const stamps = await home.ledger.newestBySource()
  return new Map(stamps.map(({ source, bytes, modifiedMs }) => [source, stampOf(bytes, modifiedMs)]))
}

function stampOf(bytes: number, modifiedMs: number): string {
  return `${bytes} ${Math.round(modifiedMs)}`
}
