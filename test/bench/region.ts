const begin = '<!-- bench: from here on written by `npm run bench` -->'
const end = '<!-- bench: end -->'

/** The page with the text between the marks replaced; what stands around them is written by hand. */
export function replaceRegion(page: string, text: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The page lacks its marks: ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`
}
