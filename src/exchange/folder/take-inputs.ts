import { basename, join, relative, sep } from 'node:path'
import { type Claim, claimFile } from '../../folder/claim.ts'
import { clearMarker } from '../../folder/clear-marker.ts'
import type { InputFile, InputFolder } from '../../folder/input.ts'
import { readLooks, writeLooks } from '../../folder/looks-file.ts'
import { markerFor } from '../../folder/marker.ts'
import { fitsMask } from '../../folder/masks.ts'
import { recoverClaims } from '../../folder/recover-claims.ts'
import type { Message } from '../../ledger/message.ts'
import type { Problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { Home } from './home.ts'
import { archiveMessage } from './keep-message.ts'
import { lookAround } from './look-around.ts'

export interface Taken {
  /** How many files wait: still being written, held, or without their marker. */
  readonly waiting: number
  /** Folders that are gone, and everything else that a person should know. */
  readonly problems: readonly Problem[]
  readonly gone: number
  /** Files that stood still for too long without an end: taken, to be refused with this reason. */
  readonly incomplete: ReadonlyMap<number, Problem>
}

/**
 * Takes every file that is ready into the archive and gives it a message number. `patient`: look a second time after the
 * quiet time, because a run by schedule has no earlier look to compare with. A crash anywhere in here loses nothing and
 * takes nothing twice: the next call goes on.
 */
export async function takeInputs(home: Home, patient: boolean): Promise<Taken> {
  const problems: Problem[] = []
  const incomplete = new Map<number, Problem>()
  for (const message of await home.ledger.takenMessages()) problems.push(...(await archiveMessage(home, message)))
  const recovered = await recoverClaims(home.folders.work)
  problems.push(...recovered.problems)
  for (const claim of recovered.claims) await register(home, claim, problems)

  const looksPath = join(home.folders.state, 'looks.json')
  const looks = await readLooks(looksPath)
  const rounds = await lookAround(home, looks, patient)
  let waiting = 0
  let gone = 0
  for (const [index, round] of rounds.entries()) {
    const folder = home.folders.inputs[index]!
    if (round.kind === 'gone') {
      gone += 1
      problems.push(round.problem)
      continue
    }
    problems.push(...round.problems, ...round.waiting.flatMap(({ readiness }) => readiness.problem ?? []))
    waiting += round.waiting.length
    for (const file of round.ready) await takeOne(home, folder, file, problems)
    for (const { file, problem } of round.incomplete) {
      const message = await takeOne(home, folder, file, problems)
      if (message !== null) incomplete.set(message.number, problem)
    }
    if (round.ready.length > 0) problems.push(...(await clearFolderMarker(folder, round.ready[0]!)))
  }
  const kept = await writeLooks(looksPath, looks)
  if (kept.kind === 'failed') problems.push(kept.problem)
  return { waiting, problems, gone, incomplete }
}

async function takeOne(home: Home, folder: InputFolder, file: InputFile, problems: Problem[]): Promise<Message | null> {
  const marker = markerFor(folder, file)
  const claim = await claimFile(file, home.folders.work, { take: folder.take, marker: marker?.perFile ? marker.path : null })
  if (claim.kind === 'notNow') {
    problems.push(claim.problem)
    return null
  }
  return register(home, claim, problems)
}

async function register(home: Home, claim: Claim, problems: Problem[]): Promise<Message> {
  problems.push(...claim.problems)
  const before = await home.ledger.messageKeptAt(claim.path)
  const message =
    before ??
    (await home.ledger.addMessage({
      source: claim.sourcePath,
      name: answerBase(home, claim),
      bytes: claim.bytes,
      sha256: claim.sha256,
      modifiedMs: claim.mtimeMs,
      takenAt: localIso(home.clock()),
      keptAt: claim.path,
      repeatOf: await repeatOf(home, claim),
    }))
  problems.push(...(await archiveMessage(home, message)))
  return message
}

/**
 * The message that told the very same bytes, if nothing else came from that place in between. Old bytes after newer ones
 * are news: 1C took a change back, and a table has no date to tell it by.
 */
async function repeatOf({ ledger, settings }: Home, { sha256, sourcePath, name }: Claim): Promise<number | null> {
  // A number that was confirmed before it stood for anything is confirmed by the same few bytes.
  if (settings.outgoing.some(({ enabled, confirmations }) => enabled && confirmations.some((mask) => fitsMask(mask, name))))
    return null
  const done = await ledger.doneMessageByHash(sha256)
  if (done === null) return null
  // What was taken back is told anew by the same bytes.
  if (done.run !== null && (await ledger.isUndone(done.run))) return null
  const newest = (await ledger.newestBySource()).find(({ source }) => source === sourcePath)
  return newest?.sha256 === sha256 ? done.number : null
}

/**
 * Name of the input as answers carry it: the path inside its folder with `_` for `/`, so that `goods/1/import.xml` and
 * `rests/1/import.xml` stay apart. From the second folder on, the name of the folder stands before it: two bases write
 * files of one name, and each must find its own answer.
 */
function answerBase({ folders: { inputs } }: Home, { sourcePath, name }: Claim): string {
  const index = inputs.findIndex(({ path }) => sourcePath.startsWith(path + sep))
  if (index < 0) return name
  const inside = relative(inputs[index]!.path, sourcePath).split(sep)
  return (index === 0 ? inside : [folderLabel(inputs, index), ...inside]).join('_')
}

function folderLabel(inputs: readonly InputFolder[], index: number): string {
  const label = basename(inputs[index]!.path)
  const isOwn = inputs.findIndex(({ path }, other) => other > 0 && basename(path) === label) === index
  return isOwn ? label : `${label}${index + 1}`
}

async function clearFolderMarker(folder: InputFolder, file: InputFile): Promise<readonly Problem[]> {
  const marker = markerFor(folder, file)
  return marker === null || marker.perFile ? [] : clearMarker(marker.path)
}
