import type { Link } from '../../../ledger/links.ts'
import { isOfClient, isOfDocument, type OpenCard, type Told } from '../plan/open-card.ts'
import type { RunMark } from './send-wave.ts'

/** The link of a card that was just made. Not confirmed yet: the card is there, and what belongs to it may still be missing. */
export function newLink({ card, told }: OpenCard, portalId: number, { run, at }: RunMark): Link {
  const { generated, message } = card
  const { entity, key } = told
  return { entity, key, portalId, told: JSON.stringify(withoutParts(told)), hash: '', generated, message, run, at: at() }
}

/** What the card itself says, without what is made after it. */
function withoutParts(told: Told): Told {
  if (isOfClient(told)) return { ...told, draft: { ...told.draft, requisites: [] }, companies: [] }
  return isOfDocument(told) ? { ...told, draft: { ...told.draft, rows: [] } } : told
}
