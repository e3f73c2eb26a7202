import type { Directories } from './directories.ts'
import type { DocumentEntity } from './entity.ts'
import type { PresetKind } from './find-preset.ts'

/** What decides how a value of 1C is said in the words of a portal. */
export interface FieldOptions {
  readonly directories: Directories
  /** What becomes of a value that the portal does not know: added to it first, or the card is refused, or the field left out. */
  readonly missingValues: 'create' | 'refuse' | 'skip'
}

/** The same of a company or contact. */
export interface ResolveOptions extends FieldOptions {
  /** Names of the templates of requisites. */
  readonly presets: Readonly<Record<PresetKind, string>>
  /** Field that gets the 1C id, by its code or its title; '' : none. */
  readonly idFields: { readonly company: string; readonly contact: string }
  /** «Доступен для всех» of new cards. */
  readonly openToAll: boolean
  /** Our mark on the requisite, the same for one 1C id for ever. */
  readonly requisiteXmlId: string
}

/** The same of a document. */
export interface DocumentOptions extends FieldOptions {
  readonly entity: DocumentEntity
  /** Custom fields that get the number of the document and its 1C id, by code or title; '' : none. */
  readonly numberField: string
  readonly idField: string
  /** «Доступен для всех» of new cards. */
  readonly openToAll: boolean
  /** Products of the portal's catalogue by their 1C ids. */
  readonly productIds: ReadonlyMap<string, number>
  /** Does 1C keep the rows? Unless it does, those of the portal are left alone. */
  readonly rows: boolean
}
