import type { Origin } from '../../../records/common.ts'
import type { XmlNode } from '../xml/node.ts'

/** What a record's element does not say by itself: where it stands and what it belongs to. */
export interface RecordContext {
  origin(node: XmlNode): Origin
  /** `Ид` of the catalogue that is being read, '' before it was told. */
  readonly catalogueId: string
  /** 1.x: is it the firm that exports? Its card stands among those of its clients. */
  isOwnFirm(id: string): boolean
  /** Number of the `Контейнер` around a document (3.1), null outside one. */
  readonly container: number | null
  /** Whose phone numbers those without a country code are; absent: `RU`. */
  readonly country: string | undefined
}
