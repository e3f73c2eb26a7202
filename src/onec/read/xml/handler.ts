import type { XmlNode } from './node.ts'

/** `descend`: tell me of its children too. `record`: build it whole and give it to `record`. `skip`: check it, build nothing. */
export type XmlDecision = 'descend' | 'record' | 'skip'

/** Who listens to an XML file. Called in document order; `depth` of the root is 0. */
export interface XmlHandler {
  /**
   * A start tag outside records and skipped elements. Names of elements and attributes are local names; of the namespace
   * declarations only the root's default one is told, as attribute `xmlns`.
   */
  open(name: string, attributes: ReadonlyMap<string, string>, depth: number, line: number, column: number): XmlDecision
  record(node: XmlNode): void
  /** End of an element that was descended into, with its own text. */
  close(name: string, text: string, depth: number): void
}
