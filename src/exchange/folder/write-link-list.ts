import { join } from 'node:path'
import { writeAtomic } from '../../folder/write-atomic.ts'
import { encodeText } from '../../onec/write/encode-text.ts'
import { type LinkLine, writeLinks } from '../../onec/write/links-csv.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { type CardEntity, cardKind } from '../portal/plan/open-card.ts'
import type { Home } from './home.ts'

/** Writes `links.csv` anew where the settings want it: which card of the portal belongs to which 1C id. Encoded as the answers are. */
export async function writeLinkList({ ledger, folders, settings }: Home): Promise<readonly Problem[]> {
  if (!settings.answer.links) return []
  const path = join(folders.out, 'links.csv')
  const problems: Problem[] = []
  const written = await writeAtomic(path, async (file) => {
    const text = writeLinks(lines(ledger))
    for await (const bytes of encodeText(text, settings.answer.encoding, (lost) =>
      problems.push(problem('exchange.letters-lost', { path, ...lost })),
    )) {
      await file.appendFile(bytes)
    }
  })
  return written.kind === 'failed' ? [...problems, written.problem] : problems
}

// A file is no card of the portal: its comment hangs on one.
async function* lines(ledger: Home['ledger']): AsyncGenerator<readonly LinkLine[]> {
  for await (const links of ledger.links.all()) {
    yield links.flatMap(({ entity, key, portalId, at }) => {
      const kind = cardKind(entity as CardEntity)
      return kind === 'file' ? [] : [{ kind, id: key, bitrixId: String(portalId), at }]
    })
  }
}
