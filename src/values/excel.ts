/** `7,70E+11` and `########`: what Excel shows, and saves, instead of a long number (`1c-side.md §7`). */
export function spoiltByExcel(text: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text) || /^#{3,}$/.test(text)
}
