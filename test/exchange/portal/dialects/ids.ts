import { createHash } from 'node:crypto'

/** Ids as the platforms make them, always the same for the same word. */
export function guidOf(key: string): string {
  const hex = hexOf(key)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `9${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/** As a file base of 1C 8.0 made them, by the clock: the end is the same for all. */
export function clockGuidOf(key: string): string {
  return `${hexOf(key).slice(0, 8)}-2b6e-11dc-9f01-0015e9b8c48d`
}

/** As 1C 7.7 with distributed bases writes references. */
export function referenceOf77(key: string): string {
  return `ID__C___0___0___${numberOf(key)}___ОСН`
}

/** A code with the prefix of the base, and zeros that must not be lost. */
export function codeOf(key: string): string {
  return `00-${numberOf(key).padStart(6, '0')}`
}

function numberOf(key: string): string {
  return String(Number.parseInt(hexOf(key).slice(0, 5), 16) % 1_000_000)
}

function hexOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
