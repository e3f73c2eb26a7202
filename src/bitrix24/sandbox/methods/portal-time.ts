/** Milliseconds since 1970 of a date or a moment; what names no offset is in the zone of the portal. Null: neither of them. */
export function parseMoment(text: string, zone: number): number | null {
  const russian = /^(\d{2})\.(\d{2})\.(\d{4})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text.trim())
  const iso = russian === null ? text.trim() : `${russian[3]}-${russian[2]}-${russian[1]}${russian[4] ? `T${russian[4]}` : ''}`
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(iso)
  if (parts === null) return null
  const offset = parts[4] === undefined ? offsetText(zone) : parts[4] === 'Z' ? 'Z' : parts[4].replace(/^(...)(\d\d)$/, '$1:$2')
  const moment = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? ':00'}${offset}`)
  return Number.isNaN(moment) ? null : moment
}

/** `2026-08-20T09:10:29+03:00`, as every moment leaves the portal (`bitrix24-rest.md §12`). */
export function formatMoment(moment: number, zone: number): string {
  return `${new Date(moment + zone * 60_000).toISOString().slice(0, 19)}${offsetText(zone)}`
}

/** Dates are written as dates and come back as moments: midnight of Greenwich on the clock of the portal (`bitrix24-rest.md §2.7`). */
export function formatDate(date: string, zone: number): string {
  return formatMoment(Date.parse(`${date}T00:00:00Z`), zone)
}

/**
 * A moment on the clock of the portal, so that the order of such texts is that of time; '' for what is none. What the portal
 * wrote itself is taken as it stands: a list may read a hundred thousand of them.
 */
export function momentKey(text: string, zone: number): string {
  if (text.length === 25 && text.endsWith(offsetText(zone)) && text[10] === 'T') return text
  const moment = parseMoment(text, zone)
  return moment === null ? '' : formatMoment(moment, zone)
}

/** The calendar date that a moment has on the portal. */
export function dateAt(moment: number, zone: number): string {
  return new Date(moment + zone * 60_000).toISOString().slice(0, 10)
}

const offsets = new Map<number, string>()

function offsetText(zone: number): string {
  const known = offsets.get(zone)
  if (known !== undefined) return known
  const minutes = Math.abs(zone)
  const two = (number: number) => String(number).padStart(2, '0')
  const text = `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  offsets.set(zone, text)
  return text
}
