import { problemOf } from '../../../bitrix24/client/explain-error.ts'
import type { CardResult } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { Link } from '../../../ledger/links.ts'
import type { AnswerAction } from '../../../onec/write/answer.ts'
import type { Language } from '../../../problems/language.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import { outcome } from '../../handle/outcome.ts'
import type { CardPlan } from '../plan/card-plan.ts'
import { documentWaits } from '../plan/document-waits.ts'
import { isOfClient, isOfDocument, type OpenCard, type Told } from '../plan/open-card.ts'
import { companyWaits } from '../plan/plan-card.ts'
import type { ToldFile } from '../told-document.ts'
import type { RunMark } from './send-wave.ts'
import { withKept } from './with-kept.ts'
import type { CardWork } from './work.ts'

/** What became of a card, in the words of its answer. */
export function resultOf(work: CardWork, language: Language): CardResult {
  const { plan, refused, unsent, cardId } = work
  const faults = [...refused.map(({ method, error }) => problemOf(error, { method })), ...unsent]
  const waits = plan.waitsFor.length > 0 && plan.action !== 'wait' ? [waitsProblem(plan)] : []
  const missing = plan.missing.map(({ directory, name }) => problem('plan.value-not-added', { directory, value: name }))
  const all: readonly Problem[] = [...faults, ...waits, ...missing, ...plan.problems]
  const action = actionOf(work, faults.length > 0, waits.length > 0)
  const { code, text } = outcome(action, all, language)
  return { action, code, text, portalId: action === 'deleted' ? null : cardId }
}

function waitsProblem(plan: CardPlan): Problem {
  const { entity, comes = [] } = plan
  if (entity === 'company' || entity === 'contact') return companyWaits(plan)
  return documentWaits(comes.map(({ name, key }) => ({ name, keys: [key] })))
}

function actionOf({ plan, open, wrote }: CardWork, hasFaults: boolean, waits: boolean): AnswerAction {
  if (hasFaults) return 'refused'
  switch (plan.action) {
    case 'skip':
      return 'skipped'
    case 'review':
      return 'review'
    case 'refuse':
      return 'refused'
    case 'wait':
      return 'waiting'
    default:
      if (waits) return 'waiting'
      if (isToBeDeleted(open)) return 'deleted'
      return wrote === 'card' ? 'created' : wrote === 'changes' ? 'updated' : 'unchanged'
  }
}

/** The portal has what 1C told of this card: from now on that is what "unchanged" means (DESIGN.md §3.2). */
export async function confirmCard(ledger: Ledger, work: CardWork, mark: RunMark): Promise<void> {
  const { told } = work.open
  if (isToBeDeleted(work.open)) await ledger.links.remove(told.entity, [told.key])
  else await ledger.links.put(confirmedLink(work, mark))
}

// An undo has rules of its own.
function isToBeDeleted({ told, rules }: OpenCard): boolean {
  return isOfDocument(told) && told.deleted && 'deleted' in rules && rules.deleted === 'delete'
}

function confirmedLink({ open, plan, cardId }: CardWork, mark: RunMark): readonly Link[] {
  const { card, told, rules } = open
  if (cardId === null) return []
  const before = plan.linkBefore === null || plan.linkBefore.told === '' ? null : (JSON.parse(plan.linkBefore.told) as Told)
  const isSameCard = before !== null && plan.linkBefore?.portalId === cardId
  const known = isSameCard && rules.blanks === 'keep' ? withKept(told, before) : told
  const { hash, generated, message } = card
  const { entity, key } = told
  return [
    {
      entity,
      key,
      portalId: cardId,
      told: JSON.stringify(asConfirmed(known, plan, before)),
      // What the portal had no place for is tried again when 1C tells the card again, changed or not.
      hash: plan.leftOut.length === 0 ? hash : `${hash} ?`,
      generated,
      message,
      run: mark.run,
      at: mark.at(),
    },
  ]
}

function asConfirmed(told: Told, plan: CardPlan, before: Told | null): Told {
  if (isOfDocument(told)) return { ...told, draft: withoutLeftOut(told.draft, plan.leftOut) }
  if (!isOfClient(told)) return told
  // A company that was told once stays told; one that the contact could not be bound to yet, or that is gone, is not confirmed.
  const bound = told.companies.filter((key) => !plan.waitsFor.includes(key))
  const former = before !== null && isOfClient(before) ? before.companies : []
  const companies = [...new Set([...former, ...bound])].filter((key) => !plan.gone.includes(key))
  const { alias: _alias, ...own } = told
  const ofAnother = plan.alias === undefined ? {} : { alias: plan.alias }
  return { ...own, draft: withoutLeftOut(told.draft, plan.leftOut), companies, ...ofAnother }
}

function withoutLeftOut<D extends Exclude<Told, ToldFile>['draft']>(draft: D, leftOut: readonly string[]): D {
  const blank = Object.fromEntries(leftOut.filter((name) => name in draft).map((name) => [name, lists.includes(name) ? [] : '']))
  const custom = Object.fromEntries(Object.entries(draft.custom).filter(([name]) => !leftOut.includes(name)))
  return { ...draft, ...blank, custom }
}

const lists: readonly string[] = ['requisites', 'rows']
