import type { CardResult, RowWithCards } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { type AnswerAction, type AnswerLine, answerActions } from '../../../onec/write/answer.ts'
import type { AnswerSpool } from '../../../onec/write/answer-spool.ts'
import type { Language } from '../../../problems/language.ts'
import { problemTable } from '../../../problems/table.ts'
import { cardTitle } from '../plan/card-title.ts'
import type { Told } from '../plan/open-card.ts'
import { rowResult } from './row-result.ts'

/** Writes the lines of one answer as they stand now; after a `retry` the same call gives what has become of the rows since. */
export async function fillAnswer(ledger: Ledger, message: number, spool: Pick<AnswerSpool, 'add'>, voice: Voice): Promise<void> {
  for await (const lines of answerLines(ledger, message, voice)) await spool.add(lines)
}

interface Voice {
  /** Local time with zone. */
  readonly at: string
  readonly language: Language
}

/** The rows of a message as lines of its answer, some hundreds at a time. A card that was not tried yet waits. */
export async function* answerLines(ledger: Ledger, message: number, voice: Voice): AsyncGenerator<readonly AnswerLine[]> {
  for await (const rows of ledger.cards.rowsOf(message)) yield rows.map((row) => answerLine(row, voice))
}

function answerLine({ row, card, people }: RowWithCards, { at, language }: Voice): AnswerLine {
  const { main, own } = card === null ? rowResult(row, language) : { main: card.result ?? untried, own: row.result }
  const others = people.flatMap(({ told, result }) => (isTrouble(result) ? [personResult(told, result)] : []))
  const said = [main, ...(own === null ? [] : [own]), ...others]
  return {
    row: row.row,
    kind: row.kind,
    id: row.id,
    bitrixId: main.portalId === null ? '' : String(main.portalId),
    action: actionOf(main),
    code:
      [...said.filter((each) => each === own && isError(each)), ...said].map(({ code }) => code).find((code) => code !== '') ??
      '',
    text: [...new Set(said.map(({ text }) => text))].filter((text) => text !== '').join(' '),
    hash: row.hash,
    at,
  }
}

const untried: CardResult = { action: 'waiting', code: '', text: '', portalId: null }

// What became of the people of a company is told where a person has to know of it.
function isTrouble(result: CardResult | null): result is CardResult {
  return result !== null && ['refused', 'review', 'waiting'].includes(result.action)
}

function personResult(told: string, result: CardResult): CardResult {
  return { ...result, text: `${cardTitle(JSON.parse(told) as Told)}: ${result.text}` }
}

function isError({ code }: CardResult): boolean {
  return code in problemTable && problemTable[code as keyof typeof problemTable].severity === 'error'
}

function actionOf({ action }: CardResult): AnswerAction {
  const found = answerActions.find((each) => each === action)
  if (found === undefined) throw new Error(`no such action: ${action}`)
  return found
}
