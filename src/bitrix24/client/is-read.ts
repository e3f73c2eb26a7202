/** Methods that change nothing on the portal, so that one whose answer was lost may simply be asked again. */
export function isRead(method: string): boolean {
  const name = method.toLowerCase()
  if (name.startsWith('event.')) return false // `event.offline.get` takes events off the queue
  return readNames.has(name) || name.startsWith('crm.enum.') || readEndings.some((ending) => name.endsWith(ending))
}

const readNames = new Set([
  'profile',
  'scope',
  'methods',
  'server.time',
  'app.info',
  'user.current',
  'user.search',
  'crm.duplicate.findbycomm',
  'crm.status.entity.items',
  'catalog.product.getfieldsbyfilter',
])

const readEndings = ['.list', '.get', '.fields', '.types', '.getfields', '.gettypes']
