/** The cells of a row as RFC 4180 has them, or null where its quotes break those rules. */
export function splitStrict(text: string, delimiter: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(delimiter)
  const cells: string[] = []
  let at = 0
  for (;;) {
    const end = text[at] === '"' ? endOfQuoted(text, at) : endOfPlain(text, at, delimiter)
    if (end === null || (end < text.length && text[end] !== delimiter)) return null
    const cell = text.slice(at, end)
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === text.length) return cells
    at = end + 1
  }
}

/** How many cells the line has, by its quotes where they are clean, else by its delimiters alone. */
export function countCells(line: string, delimiter: string): number {
  return (splitStrict(line, delimiter) ?? line.split(delimiter)).length
}

/** Place after the closing quote. */
function endOfQuoted(text: string, start: number): number | null {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] !== '"') return quote + 1
    at = quote + 2
  }
}

function endOfPlain(text: string, start: number, delimiter: string): number | null {
  const found = text.indexOf(delimiter, start)
  const end = found < 0 ? text.length : found
  const quote = text.indexOf('"', start)
  return quote >= 0 && quote < end ? null : end
}
