// Does one thing to a folder with a file system that kills this process before a given call.
// Arguments: what to do, the folder, the number of the fatal call, the folder that is another device or ''.
import { join } from 'node:path'
import { archiveFile } from '../../src/folder/archive.ts'
import { claimFile } from '../../src/folder/claim.ts'
import { listInputs } from '../../src/folder/list-inputs.ts'
import { quarantine } from '../../src/folder/quarantine.ts'
import { recoverClaims } from '../../src/folder/recover-claims.ts'
import { writeAtomic } from '../../src/folder/write-atomic.ts'
import { crashingFs } from './folder-crash-fs.ts'

const [act = '', folder = '', fatal = '', device = ''] = process.argv.slice(2)
const fs = crashingFs(Number(fatal), device === '' ? null : device)
const work = join(folder, 'work')

if (act === 'move' || act === 'copy') {
  const listing = await listInputs({
    path: join(folder, 'in'),
    recursive: false,
    take: act,
    files: [],
    marker: '{name}.ready',
    sentinel: null,
  })
  const file = listing.kind === 'listed' ? listing.files[0] : undefined
  if (file === undefined) throw new Error('nothing to claim')
  const claim = await claimFile(file, work, { take: act, marker: `${file.path}.ready`, fs })
  if (claim.kind !== 'claimed') throw new Error(claim.problem.code)
} else if (act === 'write') {
  await writeAtomic(join(folder, 'out', 'answer.csv'), 'new', { fs })
} else {
  const [claim] = (await recoverClaims(work)).claims
  if (claim === undefined) throw new Error('nothing claimed')
  const reason = { code: 'x', message: 'm', cause: 'c', action: 'a', place: '' }
  const entry = { day: '2026-11-21', number: 12, name: claim.name, reason, language: 'ru' } as const
  const done =
    act === 'archive'
      ? await archiveFile(claim.path, join(folder, 'archive'), entry, { fs })
      : await quarantine(claim.path, join(folder, 'failed'), entry, { fs })
  if (done.kind === 'failed') throw new Error(done.problem.code)
}
