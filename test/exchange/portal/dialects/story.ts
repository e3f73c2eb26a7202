import type { Feature } from './left-out.ts'
import type { Stage } from './stage.ts'

/** What one option of the settings decides, shown for each of its values. */
export interface Story {
  /** As the settings call it. */
  readonly option: string
  /** What a dialect has to be able to say for it. */
  readonly needs: readonly Feature[]
  readonly plays: readonly Play[]
}

export interface Play {
  readonly title: string
  readonly yaml: string
  play(stage: Stage): Promise<void>
}

/** Values of an option of exchanges, each in an exchange of its own, so that one portal shows all of them side by side. */
export function sideBySide(
  option: string,
  values: readonly string[],
  { more = '', rest = '' }: { readonly more?: string; readonly rest?: string } = {},
): string {
  const exchanges = values.map(
    (value) =>
      `  - { name: ${JSON.stringify(value)}, preset: counterparties, files: '${prefixOf(value)}*', ${option}: ${value}${more === '' ? '' : `, ${more}`} }`,
  )
  return ['exchanges:', ...exchanges, rest].join('\n')
}

/** What begins the names of the files of that exchange. */
export function prefixOf(value: string): string {
  return `${value.replace(/[^\p{L}\d]/gu, '')}-`
}
