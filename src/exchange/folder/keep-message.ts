import { access } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { archiveFile, numberedName } from '../../folder/archive.ts'
import type { Message } from '../../ledger/message.ts'
import type { Problem } from '../../problems/problem.ts'
import { dayOf } from '../clock.ts'
import type { Home } from './home.ts'

/**
 * Moves a message from `work/` into the archive. The message is in the ledger before its bytes move, and the place they
 * move to follows from it: a crash between the two is put right here, on the next call.
 */
export async function archiveMessage(home: Home, message: Message): Promise<readonly Problem[]> {
  const { work, archive, failed } = home.folders
  if (!message.keptAt.startsWith(work + sep)) return []
  const name = numberedName(message.number, message.name)
  for (const place of [join(archive, dayOf(message.takenAt), name), join(failed, name)]) {
    if (!(await exists(message.keptAt)) && (await exists(place))) {
      await home.ledger.setKeptAt(message.number, place)
      return []
    }
  }
  const moved = await archiveFile(message.keptAt, archive, {
    day: dayOf(message.takenAt),
    number: message.number,
    name: message.name,
  })
  if (moved.kind === 'failed') return [moved.problem]
  await home.ledger.setKeptAt(message.number, moved.path)
  return []
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
