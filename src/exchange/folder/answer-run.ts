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
  const { ledger, folders, clock, settings } = home
  await ledger.atomically(async () => {
    for (const message of await messagesFor(home, run)) {
      const spool = await openAnswerSpool(join(folders.scratch, `${message.number}.lines`))
      try {
        await fillAnswer(ledger, message.number, spool, { at: run.startedAt, language: settings.language })
        await desk.answer(message, workedHead(message, spool, desk.times()), () => spool.lines())
      } finally {
        await spool.close()
      }
    }
    const summary = { ...summaryOf(await countedAnswers(home, run, desk)), ...(await cardSummary(home, run)) }
    await ledger.finishRun(run.number, localIso(clock()), summary)
  })
}

// A run answers its files, and says anew what became of older ones whose rows it took up (a retry, rows that came before their document),
// unless a newer file of that name was answered since: its answer stands in the same place. An undo answers nobody.
async function messagesFor({ ledger }: Home, run: Run): Promise<readonly Message[]> {
  if (run.direction === 'undo') return []
  const newest = new Map((await ledger.newestBySource()).map((message) => [message.source, message.number]))
  const messages: Message[] = []
  for (const number of await ledger.cards.messagesOf(run.number)) {
    const message = await ledger.messageByNumber(number)
    if (message !== null && message.run !== run.number && newest.get(message.source) === number) messages.push(message)
  }
  const own = (await ledger.messagesOfRun(run.number)).filter(({ state }) => state === 'taken')
  return [...messages, ...own]
}

// In the history a run of files counts the rows of its own.
async function countedAnswers({ ledger }: Home, run: Run, { answers }: MessageDesk): Promise<MessageDesk['answers']> {
  if (run.direction !== 'in') return answers
  const own = new Set((await ledger.messagesOfRun(run.number)).map(({ number }) => number))
  return answers.filter(({ message }) => own.has(message))
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
