import { elements, readXml, type XmlElement } from './readers/xml.ts'

/**
 * Enough of XML Schema for `outgoing.xsd`: elements in elements, required attributes, enumerations, patterns, the integers. Answers what is
 * wrong, nothing where all is right. `xmllint` says more, where it is installed.
 */
export function checkOutgoing(xsd: string, xml: string): readonly string[] {
  const schema = readXml(xsd)
  const types = new Map(schema.children.map((type) => [type.attributes['name'] ?? '', type]))
  const root = readXml(xml)
  const declared = elements(schema, 'xs:element').find((element) => element.attributes['name'] === root.name)
  return declared === undefined
    ? [`${root.name} is not declared`]
    : checkElement(root, elements(declared, 'xs:complexType')[0]!, types)
}

function checkElement(element: XmlElement, type: XmlElement, types: ReadonlyMap<string, XmlElement>): readonly string[] {
  const inside = elements(type, 'xs:sequence').flatMap((sequence) => elements(sequence, 'xs:element'))
  return [
    ...checkAttributes(element, elements(type, 'xs:attribute'), types),
    ...element.children.flatMap((child) => {
      const known = inside.find(({ attributes }) => attributes['name'] === child.name)
      return known === undefined
        ? [`${element.name}: ${child.name} is not declared`]
        : checkElement(child, types.get(known.attributes['type']!)!, types)
    }),
  ]
}

function checkAttributes(
  { name, attributes }: XmlElement,
  declared: readonly XmlElement[],
  types: ReadonlyMap<string, XmlElement>,
): readonly string[] {
  const names = declared.map((attribute) => attribute.attributes['name']!)
  return [
    ...Object.keys(attributes).flatMap((each) => (names.includes(each) ? [] : [`${name}: ${each} is not declared`])),
    ...declared.flatMap((attribute) => {
      const { name: each = '', type = '' } = attribute.attributes
      const value = attributes[each]
      if (value === undefined) return [`${name}: ${each} is missing`]
      return fits(value, type, types) ? [] : [`${name}: ${each}="${value}" is not ${type}`]
    }),
  ]
}

function fits(value: string, type: string, types: ReadonlyMap<string, XmlElement>): boolean {
  if (type === 'xs:string') return true
  if (type === 'xs:nonNegativeInteger') return /^\d+$/.test(value)
  if (type === 'xs:positiveInteger') return /^[1-9]\d*$/.test(value)
  const restriction = types.get(type)?.children.find(({ name }) => name === 'xs:restriction')
  if (restriction === undefined) return false
  const [least] = elements(restriction, 'xs:minLength')
  if (least !== undefined) return value.length >= Number(least.attributes['value'])
  const [pattern] = elements(restriction, 'xs:pattern')
  if (pattern !== undefined) return new RegExp(`^(?:${pattern.attributes['value']})$`).test(value)
  return elements(restriction, 'xs:enumeration').some(({ attributes }) => attributes['value'] === value)
}
