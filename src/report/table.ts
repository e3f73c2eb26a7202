/** Rows as columns of even width, the last one free; numbers to the right. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : padded(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

function padded(cell: string, to: number): string {
  const gap = ' '.repeat(Math.max(0, to - width(cell)))
  return /^-?[\d\s.,]+$/.test(cell) ? gap + cell : cell + gap
}

function width(text: string): number {
  return Array.from(text).length
}
