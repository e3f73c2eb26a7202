import type { CardPlan } from '../exchange/portal/plan/card-plan.ts'
import { cardTitle } from '../exchange/portal/plan/card-title.ts'
import type { Told } from '../exchange/portal/plan/open-card.ts'
import type { Card } from '../ledger/cards.ts'
import type { Terminal } from './terminal.ts'

/** A run taken back. */
export interface UndoReport {
  /** The run that was taken back, and the run that did it. */
  readonly number: number
  readonly run: number
  /** It was cut short; the next start goes on. */
  readonly unfinished: boolean
  /** Its cards with what became of them. */
  cards(): AsyncIterable<readonly Card[]>
}

/** What was taken back, in numbers, and every card that was left or left in part, with the reason. */
export async function* undoLines(
  { number, unfinished, cards }: UndoReport,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
) {
  const words = texts[language]
  let back = 0
  let left = 0
  for await (const batch of cards()) {
    for (const card of batch) {
      const { text = '' } = card.result ?? {}
      if (text === '') back += 1
      else {
        left += 1
        yield `${colors.yellow('!')} ${titleOf(card)}: ${text}`
      }
    }
  }
  yield words.done(number, back, left)
  if (unfinished) yield words.unfinished
}

export async function undoJson({ number, run, unfinished, cards }: UndoReport) {
  const left: object[] = []
  let back = 0
  for await (const batch of cards()) {
    for (const card of batch) {
      const { entity, key, result } = card
      if ((result?.text ?? '') === '') back += 1
      else left.push({ entity, id: key, bitrixId: result?.portalId ?? null, code: result?.code, text: result?.text })
    }
  }
  return { undone: number, run, unfinished, takenBack: back, left }
}

function titleOf({ told, plan }: Card): string {
  return plan === null ? cardTitle(JSON.parse(told) as Told) : (JSON.parse(plan) as CardPlan).title
}

const texts = {
  ru: {
    done: (run: number, back: number, left: number) =>
      `Запуск ${run} отменён: карточек возвращено ${back}, оставлено (изменены после запуска) ${left}.`,
    unfinished: 'Отмена прервана; следующий запуск obmen24 run закончит её.',
  },
  en: {
    done: (run: number, back: number, left: number) =>
      `Run ${run} was taken back: ${back} cards restored, ${left} left as they are (changed since).`,
    unfinished: 'The undo was cut short; the next obmen24 run finishes it.',
  },
}
