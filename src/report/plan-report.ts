import type { Change } from '../bitrix24/crm/change.ts'
import type { ChangeLine } from '../exchange/portal/diff/change-line.ts'
import type { Names } from '../exchange/portal/diff/describe-change.ts'
import type { CardPlan } from '../exchange/portal/plan/card-plan.ts'
import type { PlanSummary } from '../exchange/portal/plan/plan-summary.ts'
import type { Language } from '../problems/language.ts'
import { type PlanWords, planWords } from './plan-words.ts'
import { problemJson, problemLines } from './problem-lines.ts'
import { textTable } from './table.ts'
import type { Terminal } from './terminal.ts'

/** Puts a change into words; those who know the portal know how its fields are called. */
export type ChangeTexts = (change: Change, names?: Names) => readonly ChangeLine[]

/** A plan in numbers, for the one who is to allow it. */
export function planLines(summary: PlanSummary, { language, colors }: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  const words = planWords[language]
  const counts = planOrder.flatMap((action) =>
    summary[action] === 0 ? [] : [[`  ${words.actions[action]}`, words.number(summary[action])]],
  )
  const lines = [colors.bold(`${words.cards}: ${words.number(summary.cards)}`), ...textTable(counts)]
  if (summary.create + summary.update === 0) return [...lines, words.nothingToDo]
  lines.push(`${words.requests}: ${words.number(summary.requests)}, ${words.minutes(summary.minutes)}`)
  if (summary.brake === null) return lines
  return [...lines, '', colors.red(words.brakeHead), ...words.brake(summary.brake)]
}

/** One card of the plan: what it is, what becomes of it, field by field. */
export function cardPlanLines(
  card: CardPlan,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
  texts: ChangeTexts,
): readonly string[] {
  const words = planWords[language]
  const told = planChanges(card, words, texts).map((text) => changeLine(text, words))
  const problems = card.problems.flatMap((found) => problemLines(found, { language, colors }))
  return [
    `${signs[card.action]} ${cardName(card, words)}`,
    ...[...told, ...problems].map((line) => `    ${line.replaceAll('\n', '\n      ')}`),
  ]
}

/** A plan in numbers, for programs. */
export function planJson(summary: PlanSummary) {
  const { cards, requests, minutes, brake, updates: _updates, ...counts } = summary
  return { cards, counts, requests, minutes, brake }
}

/** One card, for programs. */
export function cardPlanJson(card: CardPlan, language: Language, texts: ChangeTexts) {
  const { entity, key, title, action, portalId, foundBy, waitsFor, problems } = card
  return {
    entity,
    id: key,
    title,
    action,
    portalId,
    foundBy,
    changes: planChanges(card, planWords[language], texts),
    waitsFor,
    problems: problems.map((found) => problemJson(found, language)),
  }
}

/** What is to be done with a card, line by line; a client or a parent that this run makes has no number yet, but a name. */
export function planChanges(
  { changes, comes = [], names = {} }: CardPlan,
  words: PlanWords,
  texts: ChangeTexts,
): readonly ChangeLine[] {
  const coming = comes.map(({ role, name, portalId }) => ({
    what: words.roles[role],
    from: '',
    to: words.coming(name, portalId),
  }))
  return [...changes.flatMap((change) => texts(change, names)), ...coming]
}

/** What a person has to look at comes first. */
export const planOrder = ['review', 'refuse', 'wait', 'create', 'update', 'skip', 'nothing'] as const

/** `компания «ООО Ромашка», 1С: 0b7e…, Битрикс24: 51 (найдена по ИНН в реквизитах)` */
function cardName({ entity, title, key, portalId, foundBy, names }: CardPlan, words: PlanWords): string {
  const found = foundBy === null ? '' : ` (${words.foundBy[foundBy]})`
  const id = portalId === null ? '' : ` → ${portalId}${found}`
  return `${words.entity(entity, names)} ${title === '' ? words.none : title} [${key}]${id}`
}

function changeLine({ what, from, to }: ChangeLine, words: PlanWords): string {
  return from === '' ? `${what}: ${to}` : `${what}: ${from} → ${to === '' ? words.empty : to}`
}

const signs: Readonly<Record<CardPlan['action'], string>> = {
  create: '+',
  update: '~',
  review: '?',
  refuse: '✗',
  wait: '…',
  skip: '-',
  nothing: '=',
}
