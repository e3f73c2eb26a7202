/** A table of Markdown; numbers stand in all columns but the first. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n')
}

export function show(value: number | null, text: (value: number) => string): string {
  return value === null ? '—' : text(value)
}
