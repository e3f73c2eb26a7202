import { findField } from '../../../bitrix24/crm/find-field.ts'
import type { Directories } from '../../../bitrix24/crm/load-directories.ts'
import { type ResolvedCard, resolveCard } from '../../../bitrix24/crm/resolve-card.ts'
import { valueKind } from '../../../bitrix24/crm/value-kind.ts'
import type { PortalSession } from '../session.ts'
import type { CardRules, ToldCard } from '../told-card.ts'

/**
 * What 1C tells, in the words of this portal. `before`: what it told last; a mark of deletion that it takes back is taken back on
 * the card too.
 */
export function wantedOf(
  session: PortalSession,
  directories: Directories,
  told: ToldCard,
  rules: CardRules,
  before: ToldCard | null = null,
): ResolvedCard {
  const { presets, idFields, openToAll } = session.settings.bitrix24
  const mark = markOf(session, directories, told, rules)
  const custom = mark === null || mark.field === '' ? told.draft.custom : { ...told.draft.custom, [mark.field]: mark.value }
  const resolved = resolveCard({ ...told.draft, custom }, told.initial, {
    directories,
    presets,
    idFields,
    openToAll,
    requisiteXmlId: `${session.settings.portal.originator}|${told.key}`,
    missingValues: rules.missingValues,
  })
  if (mark === null || mark.field !== '' || !(told.deleted || before?.deleted === true)) return resolved
  const { card } = resolved
  const initial = card.initial.filter((field) => field !== 'opened')
  const opened = told.deleted ? 'N' : card.fields['opened']!
  return { ...resolved, card: { ...card, fields: { ...card.fields, opened }, initial } }
}

/** The field of the portal that shows a deletion mark, by its REST name; it is emptied whatever the settings say of blanks. */
export function markField(session: PortalSession, directories: Directories, told: ToldCard, rules: CardRules): readonly string[] {
  const mark = markOf(session, directories, told, rules)
  const found = findField(directories, told.entity, mark?.field ?? '')
  return found.kind === 'found' ? [found.field.name] : []
}

// How a card shows that 1C has marked it for deletion: a field of its own, or (no field) "not open to everyone".
function markOf(
  { exchanges }: PortalSession,
  directories: Directories,
  { entity, deleted }: ToldCard,
  { exchange: name }: CardRules,
): { readonly field: string; readonly value: string } | null {
  const exchange = exchanges.find((each) => each.name === name)
  if (exchange === undefined || !('deletedMark' in exchange)) return null
  if (exchange.deleted === 'close') return { field: '', value: '' }
  if (exchange.deleted !== 'mark') return null
  const { field, value } = exchange.deletedMark
  if (deleted) return { field, value }
  const found = findField(directories, entity, field)
  const isFlag = found.kind === 'found' && valueKind(found.field) === 'boolean'
  return { field, value: isFlag ? 'N' : '' }
}
