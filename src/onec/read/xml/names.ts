/** A name as a tag or an attribute has it, and what handlers are told of it. */
export interface XmlName {
  /** With its prefix, as written. */
  readonly full: string
  /** Without its prefix. */
  readonly local: string
  readonly kind: 'plain' | 'prefixed' | 'default-namespace' | 'namespace-prefix'
}

export function xmlName(full: string): XmlName {
  const colon = full.lastIndexOf(':')
  const local = colon > 0 && colon < full.length - 1 ? full.slice(colon + 1) : full
  return Object.freeze({ full, local, kind: kindOf(full, local) })
}

function kindOf(full: string, local: string): XmlName['kind'] {
  if (full === 'xmlns') return 'default-namespace'
  if (full.startsWith('xmlns:')) return 'namespace-prefix'
  return full === local ? 'plain' : 'prefixed'
}

/**
 * Adds an attribute under its local name: declarations of namespaces are left out (but for the root's default one), and
 * a name without prefix wins over one with a prefix.
 */
export function putAttribute(attributes: Map<string, string>, name: XmlName, value: string, isRoot: boolean): void {
  if (name.kind === 'plain') attributes.set(name.local, value)
  else if (name.kind === 'prefixed') {
    if (!attributes.has(name.local)) attributes.set(name.local, value)
  } else if (name.kind === 'default-namespace' && isRoot) attributes.set('xmlns', value)
}

export const noAttributes: ReadonlyMap<string, string> = new Map()

/** A name of XML 1.0, fifth edition, as saxes takes it. */
export function isXmlName(text: string): boolean {
  return nameShape.test(text)
}

const start =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const nameShape = new RegExp(`^[${start}][${start}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`, 'u')
