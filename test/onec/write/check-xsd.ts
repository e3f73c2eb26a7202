import { XMLParser } from 'fast-xml-parser'

type Node = Readonly<Record<string, unknown>>
export type Element = Readonly<Record<string, string>>

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => /^(xs:(attribute|simpleType|enumeration)|Строка)$/.test(name),
})

/**
 * Enough of XML Schema for `result.xsd`: required attributes, enumerations, patterns, the integers. Answers what is wrong,
 * nothing where all is right. `xmllint` says more, where it is installed.
 */
export function checkAgainstXsd(xsdText: string, xmlText: string): readonly string[] {
  const schema = parser.parse(xsdText)['xs:schema'] as Node
  const types = new Map(
    (schema['xs:simpleType'] as Node[]).map((type) => [String(type['@name']), type['xs:restriction'] as Node]),
  )
  const rootType = (schema['xs:element'] as Node)['xs:complexType'] as Node
  const root = parser.parse(xmlText)['Ответ'] as Node
  const rows = (root['Строка'] ?? []) as Node[]
  return [
    ...checkAttributes(root, rootType, types, 'Ответ'),
    ...rows.flatMap((row, index) => checkAttributes(row, schema['xs:complexType'] as Node, types, `Строка ${index + 1}`)),
  ]
}

/** Attributes of the root and of every row, as a parser other than the writer's own sees them. */
export function attributesOf(xmlText: string): { root: Element; rows: readonly Element[] } {
  const root = parser.parse(xmlText)['Ответ'] as Node
  const plain = (node: Node) =>
    Object.fromEntries(
      Object.entries(node).flatMap(([name, value]) => (name.startsWith('@') ? [[name.slice(1), String(value)]] : [])),
    )
  return { root: plain(root), rows: ((root['Строка'] ?? []) as Node[]).map(plain) }
}

function checkAttributes(node: Node, type: Node, types: ReadonlyMap<string, Node>, where: string): readonly string[] {
  const declared = type['xs:attribute'] as Node[]
  const names = new Set(declared.map((attribute) => `@${attribute['@name']}`))
  const unknown = Object.keys(node).filter((name) => name.startsWith('@') && !names.has(name))
  return [
    ...unknown.map((name) => `${where}: ${name} is not declared`),
    ...declared.flatMap((attribute) => {
      const name = String(attribute['@name'])
      const value = node[`@${name}`]
      if (value === undefined) return [`${where}: ${name} is missing`]
      return fits(String(value), String(attribute['@type']), types)
        ? []
        : [`${where}: ${name}="${value}" is not ${attribute['@type']}`]
    }),
  ]
}

function fits(value: string, type: string, types: ReadonlyMap<string, Node>): boolean {
  if (type === 'xs:string') return true
  if (type === 'xs:nonNegativeInteger') return /^\d+$/.test(value)
  if (type === 'xs:positiveInteger') return /^[1-9]\d*$/.test(value)
  const restriction = types.get(type)
  if (restriction === undefined) return false
  const pattern = restriction['xs:pattern'] as Node | undefined
  if (pattern !== undefined) return new RegExp(`^(?:${pattern['@value']})$`).test(value)
  return (restriction['xs:enumeration'] as Node[]).some((allowed) => allowed['@value'] === value)
}
