import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { commentsWithMark } from '../../../bitrix24/crm/comments-with-mark.ts'
import { type DocumentEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Link } from '../../../ledger/links.ts'
import { knownProcesses } from '../process-names.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { DocumentRef, ToldDocument, ToldFile } from '../told-document.ts'
import type { Look } from './look.ts'
import { isCrm, type OpenFile, openCards } from './open-card.ts'
import type { PlanMoment } from './plan-cards.ts'
import { type FileTarget, planFile } from './plan-file.ts'
import { type RefCards, refCardsOf } from './ref-cards.ts'

/** Looks for the documents that files belong to, and in their timelines for what was attached before an answer was lost. */
export async function lookAtFiles(session: PortalSession, cards: readonly Card[], { isLast }: PlanMoment): Promise<Look> {
  const { ledger } = session
  const opened = openCards<OpenFile>(cards)
  const links = await ledger.links.of(
    'file',
    opened.map(({ told }) => told.key),
  )
  const refs = await refCardsOf(
    session,
    opened.map(({ told }) => documentOf(told)),
    cards[0]!.run,
  )
  const parents = await parentsOf(session, opened, cards[0]!.run)
  const plans = new Map<number, ReturnType<typeof planFile>>()
  for (const each of opened) {
    const state = refs.stateOf(documentOf(each.told))
    const ids = state.kind === 'there' && isDocument(state.entity) ? [{ entity: state.entity, id: state.id }] : []
    const targets = [...ids, ...(ids.length === 0 ? [] : parents(each.told))]
    plans.set(
      each.card.number,
      planFile(each, {
        link: links.get(each.told.key) ?? null,
        targets: await marked(session, each.told, targets),
        coming: state.kind === 'coming' && !isLast ? state.key : null,
        gone: state.kind === 'gone' ? state.id : null,
        isKept: await isKept(session, each.told),
        names: await knownProcesses(
          ledger,
          targets.map(({ entity }) => entity),
        ),
      }),
    )
  }
  return { cards: opened, heldOf: () => null, planOf: ({ card }: OpenFile) => plans.get(card.number)! }
}

/** The document of a file, as documents name each other. */
function documentOf({ documents, number }: ToldFile): DocumentRef {
  return { role: 'parent', entity: '', keys: documents, name: number }
}

/** Cards that the documents were made for, where the files are wanted there too. */
async function parentsOf(
  session: PortalSession,
  files: readonly OpenFile[],
  run: number,
): Promise<(told: ToldFile) => readonly Omit<FileTarget, 'mark' | 'comment'>[]> {
  const refs = new Map<string, readonly DocumentRef[]>()
  for (const { told } of files) {
    if (!told.alsoParent) continue
    const links = (await Promise.all(told.documents.map((key) => session.ledger.links.byKey(key)))).flat()
    refs.set(told.key, links.filter(isOfDocument).flatMap(parentRefs))
  }
  const cards: RefCards = await refCardsOf(session, [...refs.values()].flat(), run)
  return ({ key }) =>
    (refs.get(key) ?? []).flatMap((ref) => {
      const state = cards.stateOf(ref)
      return state.kind === 'there' && isDocument(state.entity) ? [{ entity: state.entity, id: state.id }] : []
    })
}

function isOfDocument({ entity, told }: Link): boolean {
  return told !== '' && isCrm(entity as DocumentEntity) && isDocument(entity as DocumentEntity)
}

// What it was made for stands before the contract that it falls under (`document-parents.ts`), whose timeline is not of one invoice.
function parentRefs({ told }: Link): readonly DocumentRef[] {
  return (JSON.parse(told) as ToldDocument).refs.filter(({ role }) => role === 'parent').slice(0, 1)
}

/** With the marks by which the comments are known again; looked for only where this exchange may have written them already. */
async function marked(
  { client, ledger, settings }: PortalSession,
  told: ToldFile,
  targets: readonly Omit<FileTarget, 'mark' | 'comment'>[],
): Promise<readonly FileTarget[]> {
  const mayBeThere = (await ledger.operations.byKey(told.key, 50)).some(
    ({ entity, state }) => entity === 'file' && state !== 'refused' && state !== 'undone',
  )
  const found: FileTarget[] = []
  for (const { entity, id } of targets) {
    const mark = markOf(settings.portal.originator, told, entity, id)
    if (!mayBeThere) {
      found.push({ entity, id, mark, comment: null })
      continue
    }
    const comments = await commentsWithMark(client, entity, id, [mark])
    if (comments.kind === 'failed') throw new PortalStopped(comments.outcome)
    found.push({ entity, id, mark, comment: comments.comments.get(mark) ?? null })
  }
  return found
}

/** The same for one content on one card, so that it is attached there once; a mark of few characters, as people see it too. */
function markOf(originator: string, { key, file }: ToldFile, entity: DocumentEntity, id: number): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([originator, key, file.sha256, entity, id]))
    .digest('hex')
  return `(1С: ${hash.slice(0, 12)})`
}

async function isKept({ ledger }: PortalSession, { file }: ToldFile): Promise<boolean> {
  const message = await ledger.messageByNumber(file.message)
  if (message === null) return false
  return access(message.keptAt).then(
    () => true,
    () => false,
  )
}
