import type { Language } from '../problems/language.ts'
import { problem } from '../problems/problem.ts'
import { folderConflicts } from './folder-conflicts.ts'
import type { PathProblem } from './issue-problems.ts'
import { listConflicts } from './list-conflicts.ts'
import { type Path, pathText } from './places.ts'
import type { Settings } from './settings.ts'

/** What no single option can see: options that are good each and wrong together. */
export function conflicts(settings: Settings, language: Language): readonly PathProblem[] {
  return [
    ...folderConflicts(settings),
    ...giveUpTooSoon(settings),
    ...sameNames(settings),
    ...namedColumnsWithoutHeader(settings),
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
