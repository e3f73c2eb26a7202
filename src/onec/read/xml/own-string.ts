/**
 * A string that keeps nothing else alive. V8 makes a substring of 13 letters or more a view into its parent, and one kept
 * value would hold a whole chunk of the file (`performance.md`).
 */
export function ownString(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
