import { join } from 'node:path'
import type { ProblemTally } from '../bitrix24/import-csv/problem-tally.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ReadOptions } from '../onec/read/open-input.ts'
import { readPart } from '../onec/read/read-part.ts'
import type { ReadRow } from '../onec/read/reading.ts'
import type { AnswerLine } from '../onec/write/answer.ts'
import { type AnswerSpool, openAnswerSpool } from '../onec/write/answer-spool.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import type { Exchange, ExchangeOf, Settings } from '../settings/settings.ts'
import { fieldProblems, noteBlanks } from './field-problems.ts'
import type { TouchedGoods } from './handle/catalogue.ts'
import { documentGroups } from './handle/document-groups.ts'
import { handlersOf } from './handle/handlers.ts'
import type { Outcome } from './handle/outcome.ts'
import type { Workshop } from './handle/workshop.ts'
import { type WrittenGoods, writeGoods } from './handle/write-goods.ts'
import { type ImportFileFacts, openImportSet } from './import-set.ts'
import { contexts } from './map/contexts.ts'
import { partsInOrder, runsOfKind, type SetInput } from './ordered-parts.ts'
import { profileOf } from './profile.ts'
import type { Routes } from './routes.ts'

export interface SetOptions {
  readonly settings: Pick<Settings, 'bitrix24'>
  readonly exchanges: readonly Exchange[]
  readonly routes: Routes
  readonly reading: ReadOptions
  readonly ledger: Ledger
  readonly language: Language
  /** Where the import files go; made when the first card is written. */
  readonly importFolder: string
  /** Scratch for the lines of the answers. */
  readonly spoolFolder: string
  /** Local time with zone, the same in every line. */
  readonly at: string
  /** Told now and then how many rows are done. */
  progress?(rows: number): void
}

export interface SetResult {
  readonly files: readonly ImportFileFacts[]
  /** The answer of each message; the caller closes them. */
  readonly answers: ReadonlyMap<number, SetAnswer>
  /** What was found about the set as a whole. */
  readonly problems: readonly Problem[]
  /** What was reported about single cards, counted. */
  readonly tally: ProblemTally
}

/** Lines of one answer, and what they sum up to. */
export interface SetAnswer extends Pick<AnswerSpool, 'counts' | 'rows' | 'lines' | 'close'> {}

/** Works off a set of inputs into import files: every row of every input gets exactly one line of its answer. */
export async function workOffSet(inputs: readonly SetInput[], options: SetOptions): Promise<SetResult> {
  const { ledger, language, routes } = options
  const messages = new Set(inputs.map(({ message }) => message))
  const mapping = contexts(options.settings.bitrix24)
  const shop: Workshop = {
    language,
    routes,
    ledger,
    importSet: openImportSet(options.importFolder, profileOf(options.settings.bitrix24, options.exchanges)),
    isOfThisRun: (message) => messages.has(message),
    firstMessage: inputs.reduce((least, { message }) => Math.min(least, message), Number.MAX_SAFE_INTEGER),
    contextOf: mapping.contextOf,
  }
  const touched: TouchedGoods = new Map<string, ExchangeOf<'catalogue'>>()
  const answers = new Map<number, AnswerSpool>()
  try {
    for (const { message } of inputs) answers.set(message, await openAnswerSpool(join(options.spoolFolder, `${message}.lines`)))
    const blanks = await readAll(inputs, options, { shop, handlers: handlersOf(shop, touched) }, answers)
    const goods = await writeGoods(shop, touched)
    const files = await shop.importSet.close()
    const remarked = new Map([...answers].map(([message, spool]) => [message, withRemarks(spool, goods.remarks)]))
    return {
      files,
      answers: remarked,
      problems: [...goods.problems, ...fieldProblems(mapping.all(), blanks)],
      tally: shop.importSet.tally,
    }
  } catch (error) {
    // Windows removes no folder that has an open file in it, and what is left here is removed.
    await Promise.allSettled([shop.importSet.close(), ...[...answers.values()].map((spool) => spool.close())])
    throw error
  }
}

/** Every row goes to its handler; gives the names that stood there empty. */
async function readAll(
  inputs: readonly SetInput[],
  options: SetOptions,
  { shop, handlers }: { readonly shop: Workshop; readonly handlers: ReturnType<typeof handlersOf> },
  answers: ReadonlyMap<number, AnswerSpool>,
): Promise<ReadonlySet<string>> {
  const blanks = new Set<string>()
  let done = 0
  for (const { message, part } of partsInOrder(inputs)) {
    const source = { message, file: part.facts.file, generated: part.facts.generatedAt ?? '' }
    const answer = answers.get(message)!
    const groups = await documentGroups(shop, part, options.reading)
    for await (const rows of readPart(part, options.reading)) {
      for (const run of runsOfKind(rows)) {
        const outcomes = await handlers[run[0]!.kind].handle(run, source, groups)
        const before = answer.rows
        await answer.add(run.map((row, index) => answerLine(before + index + 1, row, outcomes[index]!, options.at)))
      }
      noteBlanks(rows, blanks)
      done += rows.length
      options.progress?.(done)
    }
  }
  return blanks
}

// The card of a good is written after all rows were read; what was found about it is told in the lines of its rows.
function withRemarks(spool: AnswerSpool, remarks: WrittenGoods['remarks']): SetAnswer {
  if (remarks.size === 0) return spool
  return {
    get counts() {
      return spool.counts
    },
    get rows() {
      return spool.rows
    },
    async *lines() {
      for await (const lines of spool.lines()) yield lines.map((line) => remarkedLine(line, remarks))
    },
    close: () => spool.close(),
  }
}

function remarkedLine(line: AnswerLine, remarks: WrittenGoods['remarks']): AnswerLine {
  if (line.action !== 'prepared' || (line.kind !== 'product' && line.kind !== 'offer')) return line
  const remark = remarks.get(line.id)
  if (remark === undefined) return line
  return { ...line, code: line.code || remark.code, text: [line.text, remark.text].filter((text) => text !== '').join(' ') }
}

function answerLine(row: number, { kind, id }: ReadRow, { action, code, text, hash }: Outcome, at: string): AnswerLine {
  return { row, kind, id, bitrixId: '', action, code, text, hash, at }
}
