import type { Exchange, Settings } from '../settings/settings.ts'
import { attachmentMasks } from './routes.ts'

/**
 * Masks of the files that are taken out of every input folder besides those that it names itself: attachments of documents and
 * confirmations of 1C. They are named once, where they belong.
 */
export function masksBeside({ target, outgoing }: Settings, exchanges: readonly Exchange[]): readonly string[] {
  if (target !== 'portal') return []
  const enabled = exchanges.filter((exchange) => exchange.enabled)
  const confirmations = outgoing.filter((way) => way.enabled).flatMap((way) => way.confirmations)
  return [...new Set([...enabled.flatMap(attachmentMasks), ...confirmations])]
}
