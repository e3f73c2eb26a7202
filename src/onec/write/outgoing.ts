import type { OutMessage } from '../../records/out-document.ts'
import { writeOrders } from './orders-commerceml.ts'
import { writeOutgoingCsv } from './outgoing-csv.ts'
import { writeOutgoingXml } from './outgoing-xml.ts'

export { refusalsOf } from './outgoing-refusals.ts'

/** `commerceml`: orders for the typical УТ 10.3, УТ 11, КА, УНФ; `commerceml-3`: for the extension of 1C-Bitrix (`1c-side.md §5`). */
export type OutgoingFormat = 'commerceml' | 'commerceml-3' | 'csv' | 'xml'

/**
 * The text of a file for 1C, in pieces; a message without documents is a file too, because a missing one is an error to УТ 11 and
 * УНФ. Documents that `refusalsOf` has something against must not be in it: one of them stops 1C at the rest of the file.
 */
export function writeOutgoing(format: OutgoingFormat, message: OutMessage): AsyncGenerator<string> {
  switch (format) {
    case 'commerceml':
      return writeOrders(message, { container: false })
    case 'commerceml-3':
      return writeOrders(message, { container: true })
    case 'csv':
      return writeOutgoingCsv(message)
    case 'xml':
      return writeOutgoingXml(message)
  }
}
