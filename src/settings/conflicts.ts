import type { Language } from '../problems/language.ts'
import { problem } from '../problems/problem.ts'
import { folderConflicts } from './folder-conflicts.ts'
import type { PathProblem } from './issue-problems.ts'
import { listConflicts } from './list-conflicts.ts'
import { type Path, pathText } from './places.ts'
import type { ExchangeOf, Settings } from './settings.ts'

/** What no single option can see: options that are good each and wrong together. */
export function conflicts(settings: Settings, language: Language): readonly PathProblem[] {
  return [
    ...folderConflicts(settings),
    ...giveUpTooSoon(settings),
    ...sameNames(settings),
    ...namedColumnsWithoutHeader(settings),
    ...deletionMarks(settings),
    ...listConflicts(settings, language),
  ]
}

function giveUpTooSoon({ readiness }: Settings): readonly PathProblem[] {
  if (readiness.giveUp > readiness.settle) return []
  return [{ problem: problem('settings.give-up-too-soon'), path: ['readiness', 'giveUp'], atKey: false }]
}

function sameNames({ exchanges }: Settings): readonly PathProblem[] {
  const names = exchanges.map((exchange) => exchange.name.trim().toLowerCase())
  return exchanges.flatMap(({ name }, index) => {
    if (names.indexOf(names[index]!) === index) return []
    return { problem: problem('settings.same-name', { name }), path: ['exchanges', index, 'name'], atKey: false }
  })
}

function namedColumnsWithoutHeader({ exchanges }: Settings): readonly PathProblem[] {
  return exchanges.flatMap((exchange, index) => {
    if (!('columns' in exchange) || exchange.header !== false) return []
    return Object.entries(exchange.columns).flatMap(([field, column]) => {
      if (column === undefined || typeof column === 'number') return []
      const path: Path = ['exchanges', index, 'columns', field]
      const args = { path: pathText(path), value: column.join(', ') }
      return { problem: problem('settings.columns-need-numbers', args), path, atKey: false }
    })
  })
}

/** What becomes of a card marked for deletion can only be said to a portal, and a mark needs its field. */
function deletionMarks({ exchanges, target }: Settings): readonly PathProblem[] {
  return exchanges.flatMap((exchange, index): PathProblem[] => {
    if (!isOfCards(exchange) || (exchange.deleted !== 'mark' && exchange.deleted !== 'close')) return []
    const path: Path = ['exchanges', index, 'deleted']
    const args = { path: pathText(path), value: exchange.deleted }
    if (target !== 'portal') return [{ problem: problem('settings.needs-portal', args), path, atKey: false }]
    if (exchange.deleted === 'close' || exchange.deletedMark.field !== '') return []
    const field: Path = ['exchanges', index, 'deletedMark', 'field']
    return [{ problem: problem('settings.mark-without-field', { ...args, field: pathText(field) }), path, atKey: false }]
  })
}

function isOfCards(exchange: Settings['exchanges'][number]): exchange is ExchangeOf<'counterparties' | 'contacts'> {
  return 'deletedMark' in exchange
}
