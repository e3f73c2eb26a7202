import type { DocumentDraft } from '../../bitrix24/drafts/draft.ts'
import type { Outgoing } from '../../settings/settings.ts'

/**
 * The number by which 1C knows a document: the one that it told itself, else the one in the mark of a card that the exchange made
 * (`documentKey`), else one of the portal.
 */
export function numberOf(
  id: number,
  { told, mark }: { readonly told: DocumentDraft | null; readonly mark: string },
  { numberPrefix }: Pick<Outgoing, 'numberPrefix'>,
): string {
  const ofMark = /^[a-zA-Z]+:(?:\d{4}\/)?(.+)$/.exec(mark)?.[1]
  return told?.number || ofMark || `${numberPrefix}${id}`
}
