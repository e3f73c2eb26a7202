import { createHash } from 'node:crypto'
import type { Webhook } from './webhook.ts'

/** The same for one webhook everywhere, and nothing of it can be read from it: names the lock and the memory of a portal. */
export function webhookId(webhook: Webhook): string {
  return createHash('sha256')
    .update(webhook.origin + webhook.pathOf(''))
    .digest('hex')
    .slice(0, 16)
}
