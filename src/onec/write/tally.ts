import type { AnswerHead, AnswerLine, AnswerLines } from './answer.ts'
import { answerActions, noCounts } from './answer.ts'

/**
 * The lines as they are, counted on the way. Throws at the end where they are not what the head says: an answer whose
 * totals lie must not be published, and only a bug can make one.
 */
export async function* tallied(head: AnswerHead, lines: AnswerLines): AsyncGenerator<readonly AnswerLine[]> {
  const counts = noCounts()
  let rows = 0
  for await (const batch of lines) {
    for (const line of batch) counts[line.action]++
    rows += batch.length
    if (batch.length > 0) yield batch
  }
  const wrong = answerActions.filter((action) => counts[action] !== head.counts[action])
  const said = wrong.map((action) => `${action} ${counts[action]} instead of ${head.counts[action]}`)
  if (rows !== head.rows) said.push(`rows ${rows} instead of ${head.rows}`)
  if (said.length > 0) throw new Error(`answer ${head.message} does not add up: ${said.join(', ')}`)
}
