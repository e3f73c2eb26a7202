import { join } from 'node:path'
import { writeAtomic } from '../../folder/write-atomic.ts'
import type { Message } from '../../ledger/message.ts'
import { type AnswerHead, type AnswerLines, type AnswerVerdict, noCounts } from '../../onec/write/answer.ts'
import { answerEncoding, answerFileName, writeAnswer } from '../../onec/write/answer-file.ts'
import type { AnswerSpool } from '../../onec/write/answer-spool.ts'
import { encodeText } from '../../onec/write/encode-text.ts'
import { describe, describePlace } from '../../problems/describe.ts'
import type { Language } from '../../problems/language.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Settings } from '../../settings/settings.ts'

export interface AnswerTimes {
  readonly startedAt: string
  readonly finishedAt: string
}

type Input = Pick<Message, 'number' | 'name' | 'sha256' | 'bytes'>

/** Head of the answer to a file that was worked off; `partly`: some rows wait for something, and the file is worked again if it comes again. */
export function workedHead(message: Input, spool: Pick<AnswerSpool, 'counts' | 'rows'>, times: AnswerTimes): AnswerHead {
  const { refused, review, waiting } = spool.counts
  const verdict: AnswerVerdict = refused + review + waiting > 0 ? 'partly' : 'done'
  return head(message, times, { verdict, counts: { ...spool.counts }, rows: spool.rows })
}

/** Head of the answer to a file that was refused as a whole. */
export function refusedHead(message: Input, reason: Problem, times: AnswerTimes, language: Language): AnswerHead {
  const { message: what, action } = describe(reason, language)
  const place = describePlace({ ...reason.place, file: undefined }, language)
  const sentence = what.replace(/\.$/, '')
  const text = place === '' ? `${sentence}. ${action}` : `${sentence} (${place}). ${action}`
  return head(message, times, { verdict: 'refused', problem: { code: reason.code, text } })
}

/** Head of the answer to a file that came before, byte for byte. */
export function repeatHead(message: Input, repeatOf: number, times: AnswerTimes, language: Language): AnswerHead {
  const reason = problem('exchange.repeat', { message: repeatOf })
  return head(message, times, {
    verdict: 'repeat',
    repeatOf,
    problem: { code: reason.code, text: describe(reason, language).message },
  })
}

/** Writes the answer in every wanted form; each file is replaced in one step. */
export async function writeAnswers(
  folder: string,
  answerHead: AnswerHead,
  lines: () => AnswerLines,
  settings: Pick<Settings['answer'], 'files' | 'encoding'>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const format of settings.files) {
    const target = join(folder, answerFileName(answerHead.input, format))
    const text = writeAnswer(format, answerHead, lines())
    const written = await writeAtomic(target, async (file) => {
      for await (const bytes of encodeText(text, answerEncoding(format, settings.encoding), (lost) =>
        problems.push(lettersLost(target, lost)),
      )) {
        await file.appendFile(bytes)
      }
    })
    if (written.kind === 'failed') problems.push(written.problem)
  }
  return problems
}

function head(
  { number, name, sha256, bytes }: Input,
  times: AnswerTimes,
  rest: Pick<AnswerHead, 'verdict'> & Partial<AnswerHead>,
): AnswerHead {
  return {
    message: number,
    input: name,
    sha256,
    bytes,
    ...times,
    repeatOf: null,
    problem: null,
    counts: noCounts(),
    rows: 0,
    ...rest,
  }
}

function lettersLost(
  path: string,
  { substituted, lost, letters }: { substituted: number; lost: number; letters: string },
): Problem {
  return problem('exchange.letters-lost', { path, substituted, lost, letters })
}
