import { readFileSync } from 'node:fs'

/** `obmen24/1.2.3`: by it a portal's administrator finds us in the log. */
export function productName(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  const { name, version } = JSON.parse(text) as { name: string; version: string }
  return `${name}/${version}`
}
