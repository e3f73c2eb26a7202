import { problem } from '../problems/problem.ts'
import type { PathProblem } from './issue-problems.ts'
import { type Path, pathText } from './places.ts'
import type { Exchange, Settings } from './settings.ts'

/** What can only be done on a portal, where the settings make import files. What is switched off does no harm. */
export function portalOnly(
  { exchanges, outgoing, target }: Settings,
  isWritten: (path: Path) => boolean,
): readonly PathProblem[] {
  if (target === 'portal') return []
  return [
    ...exchanges.flatMap((exchange, index) => {
      const at = (...keys: Path): Path => ['exchanges', index, ...keys]
      return exchange.enabled ? ofExchange(exchange, at, isWritten) : []
    }),
    ...outgoing.flatMap(({ enabled, name }, index) => (enabled ? [needsPortal(['outgoing', index], name)] : [])),
  ]
}

function ofExchange(exchange: Exchange, at: (...keys: Path) => Path, isWritten: (path: Path) => boolean): PathProblem[] {
  const { preset, deleted } = exchange
  // There are no import files of contracts and invoices, and that of deals takes no rows from elsewhere.
  if (preset === 'contracts' || preset === 'invoices' || preset === 'document-rows') return [needsPortal(at('preset'), preset)]
  const files = at('attachments', 'files')
  return [
    ...(portalDeleted.has(deleted) && preset !== 'catalogue' ? [needsPortal(at('deleted'), deleted)] : []),
    ...('into' in exchange && exchange.into !== 'deal' ? [needsPortal(at('into'), exchange.into)] : []),
    ...('attachments' in exchange && isWritten(files) && exchange.attachments.files.length > 0
      ? [needsPortal(files, exchange.attachments.files.join(', '))]
      : []),
  ]
}

const portalDeleted: ReadonlySet<string> = new Set(['mark', 'close', 'delete'])

function needsPortal(path: Path, value: string): PathProblem {
  return { problem: problem('settings.needs-portal', { path: pathText(path), value }), path, atKey: false }
}
