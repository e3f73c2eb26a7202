import type { Language } from '../problems/language.ts'
import { problem } from '../problems/problem.ts'
import { documentConflicts } from './document-conflicts.ts'
import { folderConflicts } from './folder-conflicts.ts'
import type { PathProblem } from './issue-problems.ts'
import { listConflicts } from './list-conflicts.ts'
import { outgoingConflicts } from './outgoing-conflicts.ts'
import { type Path, pathText } from './places.ts'
import { portalOnly } from './portal-only.ts'
import type { Settings } from './settings.ts'

/**
 * What no single option can see: options that are good each and wrong together. `isWritten` tells what stands in the file from
 * what a preset brings.
 */
export function conflicts(settings: Settings, language: Language, isWritten: (path: Path) => boolean): readonly PathProblem[] {
  return [
    ...folderConflicts(settings),
    ...giveUpTooSoon(settings),
    ...sameNames('exchanges', settings.exchanges),
    ...sameNames('outgoing', settings.outgoing),
    ...namedColumnsWithoutHeader(settings),
    ...portalOnly(settings, isWritten),
    ...deletionMarks(settings),
    ...documentConflicts(settings, isWritten),
    ...outgoingConflicts(settings),
    ...listConflicts(settings, language, isWritten),
  ]
}

function giveUpTooSoon({ readiness }: Settings): readonly PathProblem[] {
  if (readiness.giveUp > readiness.settle) return []
  return [{ problem: problem('settings.give-up-too-soon'), path: ['readiness', 'giveUp'], atKey: false }]
}

function sameNames(list: 'exchanges' | 'outgoing', entries: readonly { readonly name: string }[]): readonly PathProblem[] {
  const names = entries.map(({ name }) => name.trim().toLowerCase())
  return entries.flatMap(({ name }, index) => {
    if (names.indexOf(names[index]!) === index) return []
    return { problem: problem('settings.same-name', { name }), path: [list, index, 'name'], atKey: false }
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

/** A mark on a card needs its field. */
function deletionMarks({ exchanges, target }: Settings): readonly PathProblem[] {
  return exchanges.flatMap((exchange, index): PathProblem[] => {
    if (target !== 'portal' || !('deletedMark' in exchange)) return []
    if (exchange.deleted !== 'mark' || exchange.deletedMark.field !== '') return []
    const path: Path = ['exchanges', index, 'deleted']
    const field = pathText(['exchanges', index, 'deletedMark', 'field'])
    return [{ problem: problem('settings.mark-without-field', { path: pathText(path), field }), path, atKey: false }]
  })
}
