/**
 * An element of a record with all that is inside it. Names are local names (no prefix); `text` is the element's own
 * character data with entities resolved and line ends as `\n`, not trimmed; white space alone beside child elements is
 * layout and left out. Values are strings of their own: keeping one keeps nothing else alive (`performance.md`, "A kept
 * value must be copied").
 */
export interface XmlNode {
  readonly name: string
  /** Local names; a Map, because a file may call an attribute `constructor`. Null where there are none. */
  readonly attributes: ReadonlyMap<string, string> | null
  readonly children: readonly XmlNode[]
  readonly text: string
  /** Of the `<` of its start tag, from 1. */
  readonly line: number
  readonly column: number
}
