/** A part of the page that is measured as a whole. */
export type Region = 'files' | 'portal'

/** The page with the text between the marks of that region replaced; what stands around them is written by hand. */
export function replaceRegion(page: string, region: Region, text: string): string {
  const begin = `<!-- bench: ${region}, written by \`npm run bench\` -->`
  const end = `<!-- bench: end of ${region} -->`
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The page lacks its marks: ${begin} … ${end}`)
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`
}
