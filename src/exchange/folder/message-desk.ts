import type { Message, Run } from '../../ledger/message.ts'
import type { AnswerHead } from '../../onec/write/answer.ts'
import type { Problem } from '../../problems/problem.ts'
import { localIso } from '../clock.ts'
import type { Home } from './home.ts'
import { writeAnswers } from './write-answers.ts'

/** Where the messages of a run get their answers: written to `out/`, and noted in the ledger. */
export interface MessageDesk {
  readonly answers: AnswerHead[]
  readonly problems: Problem[]
  times(): { startedAt: string; finishedAt: string }
  answer(message: Message, head: AnswerHead, lines?: Parameters<typeof writeAnswers>[2]): Promise<void>
}

/** Ends the work on a run that cannot be finished now: it stays open, and the next start goes on with it. */
export class Interrupted extends Error {
  readonly problem: Problem

  constructor(reason: Problem) {
    super(reason.code)
    this.problem = reason
  }
}

/** `silent`: nothing is written, for a plan. */
export function openDesk({ ledger, settings, folders, clock }: Home, run: Run, voice: 'loud' | 'silent' = 'loud'): MessageDesk {
  const answers: AnswerHead[] = []
  const problems: Problem[] = []
  return {
    answers,
    problems,
    times: () => ({ startedAt: run.startedAt, finishedAt: localIso(clock()) }),
    async answer(message, head, lines = () => []) {
      answers.push(head)
      if (voice === 'silent') return
      const written = await writeAnswers(folders.out, head, lines, settings.answer)
      const full = written.find(({ code }) => code === 'folder.disk-full')
      if (full !== undefined) throw new Interrupted(full)
      problems.push(...written)
      await ledger.answered(message.number, head.verdict, { counts: head.counts, rows: head.rows, problem: head.problem })
    },
  }
}

/** What a run came to, for its line in the history. */
export function summaryOf(answers: readonly AnswerHead[]): Readonly<Record<string, number>> {
  const summary: Record<string, number> = { files: answers.length, rows: 0, filesRefused: 0 }
  for (const { counts, rows, verdict } of answers) {
    summary['rows']! += rows
    if (verdict === 'refused') summary['filesRefused']! += 1
    for (const [action, count] of Object.entries(counts)) if (count > 0) summary[action] = (summary[action] ?? 0) + count
  }
  return summary
}
