/** Where the time comes from; scenarios hold it still, so that their output is the same on every run. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Local time with its zone, `2026-03-05T09:05:07+03:00`: what a person at this machine calls now. */
export function localIso(date: Date): string {
  const zone = -date.getTimezoneOffset()
  const sign = zone < 0 ? '-' : '+'
  const local = new Date(date.getTime() + zone * 60_000).toISOString().slice(0, 19)
  return `${local}${sign}${two(Math.floor(Math.abs(zone) / 60))}:${two(Math.abs(zone) % 60)}`
}

/** `2026-03-05` of a time made by `localIso`. */
export function dayOf(localTime: string): string {
  return localTime.slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
