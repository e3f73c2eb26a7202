const isoTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/**
 * `2026-03-05T09:05:07+03:00` → `2026-03-05T09:05:07`. 1C dates have no zone and no fraction, and both
 * `XMLЗначение(Тип("Дата"), …)` and `ПрочитатьДатуJSON` read this form (`1c-side.md §8`).
 */
export function localTime(text: string): string {
  return parts(text).time
}

/** `+03:00`; empty where the text names no zone. */
export function zoneOf(text: string): string {
  const { zone } = parts(text)
  return zone === 'Z' ? '+00:00' : zone
}

function parts(text: string): { time: string; zone: string } {
  const found = isoTime.exec(text)
  if (found === null) throw new Error(`not a time: ${text}`)
  return { time: found[1]!, zone: found[2] ?? '' }
}
