import { tidy } from './text.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Is this the id of a 1C object: `11111111-2222-3333-4444-555555555555`, in any case? */
export function isGuid(text: string): boolean {
  return guid.test(text)
}

/** The id, or '' where 1C wrote its empty reference: a GUID of zeros (`1c-side.md §3.1`), with or without dashes. */
export function filledId(text: string): string {
  const id = tidy(text)
  return /^0{8}-?(?:0{4}-?){3}0{12}$/.test(id) ? '' : id
}

/**
 * Takes `product#variant` apart. Either side may be missing (`a#`, `#b`, `a`) or be an empty reference, and is '' then.
 */
export function splitVariantId(id: string): { productId: string; variantId: string } {
  const sign = id.indexOf('#')
  if (sign < 0) return { productId: filledId(id), variantId: '' }
  return { productId: filledId(id.slice(0, sign)), variantId: filledId(id.slice(sign + 1)) }
}
