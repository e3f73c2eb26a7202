import type { Exchange, Settings } from '../../settings/settings.ts'
import type { FieldSource } from './template.ts'
import type { Words } from './words.ts'

/** What every mapping needs of the settings. Made once per exchange. */
export interface MapContext {
  readonly exchange: Exchange
  readonly portal: Settings['bitrix24']
  /** `fields:` of the exchange, ready to render. */
  readonly fields: ReadonlyMap<string, FieldSource>
  /** `title:` of an exchange of documents. */
  readonly title: FieldSource | null
  /** `closeDates:` of an exchange of documents, by the state as `compareKey` has it. */
  readonly closeDates: ReadonlyMap<string, FieldSource>
  /** `attachments.comment:` of an exchange of documents. */
  readonly fileComment: FieldSource | null
  /** Changes with whatever of the settings may change a card. */
  readonly hash: string
  /** `values:` of the exchange. */
  readonly words: Words
}
