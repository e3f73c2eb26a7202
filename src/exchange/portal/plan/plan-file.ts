import type { Change } from '../../../bitrix24/crm/change.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { Link } from '../../../ledger/links.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Names } from '../diff/describe-change.ts'
import type { ToldFile } from '../told-document.ts'
import type { CardPlan } from './card-plan.ts'
import type { OpenFile } from './open-card.ts'

/** A card whose timeline gets the file. */
export interface FileTarget {
  readonly entity: DocumentEntity
  readonly id: number
  readonly mark: string
  /** The comment that has it already. */
  readonly comment: number | null
}

export interface FileSituation {
  readonly link: Link | null
  /** Its document, and what that was made for where the settings want it; empty: the document has no card. */
  readonly targets: readonly FileTarget[]
  /** Key of its document, where this run is going to make it. */
  readonly coming: string | null
  /** The card that its document had, where a person has deleted it. */
  readonly gone: number | null
  /** Are its bytes still in the archive? */
  readonly isKept: boolean
  /** How the smart processes of its targets are called. */
  readonly names: Names
}

/** What is to be done with a file: it goes into the timeline of its document, as soon as that is there. */
export function planFile({ told }: OpenFile, { link, targets, coming, gone, isKept, names }: FileSituation): CardPlan {
  const { file, number, documents, comment } = told
  const [document] = targets
  const start: CardPlan = {
    entity: 'file',
    key: told.key,
    title: file.name,
    action: 'nothing',
    portalId: document?.id ?? null,
    foundBy: null,
    changes: [],
    missing: [],
    leftOut: [],
    waitsFor: coming === null ? [] : [coming],
    gone: [],
    problems: [],
    linkBefore: link,
    names,
    ...(coming === null ? {} : { comes: [{ role: 'parent', key: coming, name: number }] }),
  }
  const ends = (action: CardPlan['action'], found: Problem): CardPlan => ({ ...start, waitsFor: [], action, problems: [found] })
  if (documents.length > 1)
    return ends('review', problem('plan.file-several', { file: file.name, documents: documents.join(', ') }))
  if (document === undefined && coming === null) {
    return { ...ends('wait', fileWaits(told, gone)), lacks: [{ key: documents[0] ?? '', isGone: gone !== null }] }
  }
  const lacking = targets.filter((target) => target.comment === null)
  if (document !== undefined && lacking.length === 0) return start
  if (!isKept) return ends('refuse', problem('plan.file-gone', { file: file.name }))
  const changes = lacking.map(({ entity, id, mark }): Change => ({ kind: 'addFile', entity, id, file, comment, mark }))
  // What hangs there under that name already is another content: it stays, and people see both.
  const isAgain = link !== null && (JSON.parse(link.told) as ToldFile).file.sha256 !== file.sha256
  const problems = isAgain ? [problem('plan.file-again', { file: file.name })] : []
  return { ...start, action: 'create', changes, problems }
}

function fileWaits({ file, number }: ToldFile, gone: number | null): Problem {
  if (gone !== null) return problem('plan.file-waits-deleted', { file: file.name, number, card: gone })
  return problem('plan.file-waits', { file: file.name, number: number === '' ? '—' : number })
}
