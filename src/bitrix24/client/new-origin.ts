import { isLoopback } from './loopback.ts'

/**
 * Where a renamed portal is now, or null: not an address that the webhook may be told to. The same way in (`path`) under
 * another name of the same family, `old.bitrix24.ru` → `new.bitrix24.ru`, and never from https down to http
 * (`bitrix24-rest.md §1.1`: the address carries the secret).
 */
export function newOrigin(from: URL, location: string): string | null {
  if (!URL.canParse(location, from.href)) return null
  const to = new URL(location, from)
  const isSameWay = to.pathname.replace(/\.json$/, '') === from.pathname
  const isNoLessSafe = to.protocol === from.protocol || (to.protocol === 'https:' && to.hostname === from.hostname)
  return isSameWay && isNoLessSafe && isFamily(from.hostname, to.hostname) ? to.origin : null
}

function isFamily(one: string, other: string): boolean {
  if (one === other) return true
  if (isLoopback(one) || isLoopback(other)) return isLoopback(one) && isLoopback(other)
  if (isNumeric(one) || isNumeric(other)) return false
  return family(one) === family(other) && family(one).includes('.')
}

function isNumeric(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
}

function family(hostname: string): string {
  return hostname.split('.').slice(-2).join('.')
}
