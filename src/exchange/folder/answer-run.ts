import { join } from 'node:path'
import type { Message, Run } from '../../ledger/message.ts'
import { openAnswerSpool } from '../../onec/write/answer-spool.ts'
import { localIso } from '../clock.ts'
import { fillAnswer } from '../portal/answer/answer-rows.ts'
import { doneCards } from '../portal/answer/done-cards.ts'
import type { Home } from './home.ts'
import { type MessageDesk, summaryOf } from './message-desk.ts'
import { workedHead } from './write-answers.ts'

/** Answers every message that the run has something to say of; that, and that the run is done, become lasting together. */
export async function answerRun(home: Home, run: Run, desk: MessageDesk): Promise<void> {
  const { ledger, folders, clock } = home
  await ledger.atomically(async () => {
    for (const message of await messagesFor(home, run)) {
      const spool = await openAnswerSpool(join(folders.scratch, `${message.number}.lines`))
      try {
        await fillAnswer(ledger, message.number, spool, run.startedAt)
        await desk.answer(message, workedHead(message, spool, desk.times()), () => spool.lines())
      } finally {
        await spool.close()
      }
    }
    await ledger.finishRun(run.number, localIso(clock()), { ...summaryOf(desk.answers), ...(await cardSummary(home, run)) })
  })
}

// A run of files answers its files. A retry says anew what became of older ones, unless a newer file of that name was
// answered since: its answer stands in the same place. An undo answers nobody.
async function messagesFor({ ledger }: Home, run: Run): Promise<readonly Message[]> {
  if (run.direction === 'undo') return []
  if (run.direction === 'in') return (await ledger.messagesOfRun(run.number)).filter(({ state }) => state === 'taken')
  const numbers = await ledger.cards.messagesOf(run.number)
  const newest = new Map((await ledger.newestBySource()).map((message) => [message.source, message.number]))
  const messages: Message[] = []
  for (const number of numbers) {
    const message = await ledger.messageByNumber(number)
    if (message !== null && newest.get(message.source) === number) messages.push(message)
  }
  return messages
}

// An undo and a retry have no rows of their own: their line in the history counts cards.
async function cardSummary({ ledger }: Home, run: Run): Promise<Readonly<Record<string, number>>> {
  if (run.direction === 'in') return {}
  const summary: Record<string, number> = { cards: 0 }
  for await (const cards of doneCards(ledger, run.number)) {
    for (const { result } of cards) {
      summary['cards']! += 1
      const action = run.direction === 'undo' && result?.action === 'updated' ? 'undone' : (result?.action ?? 'unchanged')
      summary[action] = (summary[action] ?? 0) + 1
    }
  }
  return summary
}
