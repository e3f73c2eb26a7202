import type { Directories } from './directories.ts'
import type { PresetKind } from './find-preset.ts'

/** What decides how a card of 1C is said in the words of a portal. */
export interface ResolveOptions {
  readonly directories: Directories
  /** Names of the templates of requisites. */
  readonly presets: Readonly<Record<PresetKind, string>>
  /** Field that gets the 1C id, by its code or its title; '' : none. */
  readonly idFields: { readonly company: string; readonly contact: string }
  /** «Доступен для всех» of new cards. */
  readonly openToAll: boolean
  /** Our mark on the requisite, the same for one 1C id for ever. */
  readonly requisiteXmlId: string
  /** What becomes of a value that the portal does not know: added to it first, or the card is refused, or the field left out. */
  readonly missingValues: 'create' | 'refuse' | 'skip'
}
