import { problem } from '../problems/problem.ts'
import type { PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import type { Exchange, Settings } from './settings.ts'

/** Options of documents that do not go together, whichever way they travel. */
export function documentConflicts(
  { bitrix24, exchanges, outgoing }: Settings,
  isWritten: (path: Path) => boolean,
): readonly PathProblem[] {
  return [
    ...exchanges.flatMap((exchange, index): PathProblem[] => {
      const at = (key: string): Path => ['exchanges', index, key]
      return [
        ...('into' in exchange ? smartProcess(exchange, at) : []),
        ...numberField(exchange, at, isWritten),
        ...keysOfCards(exchange, at, isWritten),
        ...sameField(exchange, at, bitrix24.idFields.deal),
        ...numberPrefix(exchange, at, outgoing),
      ]
    }),
    ...outgoing.flatMap((way, index) => smartProcess(way, (key) => ['outgoing', index, key])),
  ]
}

/** Rows become part of the card of their document, and have no fields and no responsible person of their own. */
function keysOfCards(
  { preset }: Exchange,
  at: (key: string) => Path,
  isWritten: (path: Path) => boolean,
): readonly PathProblem[] {
  if (preset !== 'document-rows') return []
  return ['fields', 'responsible', 'deleted']
    .map(at)
    .filter(isWritten)
    .map((path) => ({ problem: problem('settings.no-use', { path: pathText(path), preset }), path, atKey: true }))
}

/** `into: process` and the number of the process need each other. */
function smartProcess(
  { into, process }: { readonly into: string; readonly process: number },
  at: (key: string) => Path,
): readonly PathProblem[] {
  if ((into === 'process') === (process !== 0)) return []
  const [path, code] =
    into === 'process' ? [at('into'), 'settings.process-missing' as const] : [at('process'), 'settings.process-unused' as const]
  const args = { path: pathText(path), key: pathText(at(into === 'process' ? 'process' : 'into')), into, process }
  return [{ problem: problem(code, args), path, atKey: false }]
}

/** Somebody who asks for the number field has to name it; the usual list of ways passes over what is not there. */
function numberField(exchange: Exchange, at: (key: string) => Path, isWritten: (path: Path) => boolean): readonly PathProblem[] {
  if (!('numberField' in exchange) || exchange.numberField !== '' || !exchange.match.includes('number-field')) return []
  const path = at('match')
  if (!isWritten(path)) return []
  const args = { path: pathText(path), field: pathText(at('numberField')) }
  return [{ problem: problem('settings.number-field-missing', args), path, atKey: false }]
}

/** One field cannot hold both the number and the 1C id of a deal: the later one would write over the other. */
function sameField(exchange: Exchange, at: (key: string) => Path, idField: string): readonly PathProblem[] {
  if (!('numberField' in exchange) || ('into' in exchange && exchange.into !== 'deal')) return []
  const field = exchange.numberField
  if (field === '' || field.trim().toLowerCase() !== idField.trim().toLowerCase()) return []
  const path = at('numberField')
  const args = { path: pathText(path), field, other: 'bitrix24.idFields.deal' }
  return [{ problem: problem('settings.same-field', args), path, atKey: false }]
}

/** Numbers that come back from 1C are known by the prefix with which they were sent. */
function numberPrefix(exchange: Exchange, at: (key: string) => Path, outgoing: Settings['outgoing']): readonly PathProblem[] {
  if (!('numberPrefix' in exchange) || !exchange.enabled || !exchange.match.includes('number')) return []
  const kind = 'into' in exchange ? exchange.into : 'deal'
  const sent = outgoing.filter(({ enabled, into }) => enabled && into === kind).map((way) => way.numberPrefix)
  if (sent.length === 0 || sent.includes(exchange.numberPrefix)) return []
  const path = at('numberPrefix')
  const args = { path: pathText(path), prefix: exchange.numberPrefix, sent: sent.join(', ') }
  return [{ problem: problem('settings.prefix-differs', args), path, atKey: false }]
}
