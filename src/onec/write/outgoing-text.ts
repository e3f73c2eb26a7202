import { cleanForXml } from './clean-value.ts'

/** A value as an element of an order may hold it: one line, nothing around it, nothing that XML forbids. */
export function orderText(value: string): string {
  return cleanForXml(value).trim()
}

/** The same, so many letters at most as 1C counts them: 😀 is two, and it is never cut in half. */
export function cutText(value: string, length: number): string {
  return orderText(value)
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}
