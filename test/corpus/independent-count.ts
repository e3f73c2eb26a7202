import { XMLParser } from 'fast-xml-parser'

/**
 * Counts of a CommerceML file by another parser and a plain walk over the whole tree, from the words of the requirement
 * and not from the product's code.
 */
export interface IndependentCount {
  readonly counts: Readonly<Record<string, number>>
  /** How many records of each kind the file must give. */
  readonly rows: Readonly<Record<string, number>>
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

export function countIndependently(xml: string): IndependentCount {
  const counts = new Map<string, number>()
  const rows = new Map<string, number>()
  const counterparties = new Set<string>()
  walk(rootOf(xml), [])
  if (counterparties.size > 0) counts.set('counterparty', counterparties.size)
  return { counts: Object.fromEntries(counts), rows: Object.fromEntries(rows) }

  function walk(element: Element, above: readonly string[]): void {
    visit(element, above)
    for (const child of element.children) walk(child, [...above, element.name])
  }

  function visit(element: Element, above: readonly string[]): void {
    const parent = above.at(-1)
    const grandparent = above.at(-2)
    const isFlat = element.attributes['Идентификатор'] !== undefined || element.attributes['ИдентификаторВКаталоге'] !== undefined
    switch (element.name) {
      case 'Товар':
        if (parent === 'Товары' && grandparent === 'Каталог') tell('product', 'product')
        else if (parent === 'Каталог' && isFlat) tell('product77', 'product')
        else if (parent === 'Товары' && grandparent === 'Документ') tell('orderRow')
        break
      case 'ТоварнаяПозиция':
        tell('orderRow')
        break
      case 'Предложение':
        tell('offer', 'offer')
        break
      case 'Документ':
        tell('order', 'order')
        break
      case 'Группа':
        if (above.includes('Классификатор')) tell('group', 'group')
        else if (parent === 'Каталог' && isFlat) tell('group77', 'group')
        break
      case 'Свойство':
        // Inside a section it only says that the section shows the property.
        tell('property', above.includes('Группа') ? undefined : 'property')
        break
      case 'СвойствоНоменклатуры':
        tell('goodsProperty', 'property')
        break
      case 'ТипЦены':
        tell('priceType', 'priceType')
        break
      case 'ЕдиницаИзмерения':
        tell('unit', 'unit')
        break
      case 'Цена':
        tell('price')
        break
      case 'Представитель':
        tell('contactPerson')
        break
      case 'Остаток':
        tell('stock')
        break
      case 'Склад':
        if (parent === 'Склады') tell('warehouse', above.includes('Документ') ? undefined : 'warehouse')
        else if (parent === 'Предложение') tell('stock')
        break
      case 'Контрагент':
        // The person who speaks for a counterparty is none himself.
        if (above.includes('Представитель')) break
        counterparties.add(identityOf(element))
        if (!above.includes('Документ')) add(rows, 'counterparty')
    }
  }

  function tell(count: string, kind?: string): void {
    add(counts, count)
    if (kind !== undefined) add(rows, kind)
  }
}

function add(tally: Map<string, number>, name: string): void {
  tally.set(name, (tally.get(name) ?? 0) + 1)
}

function identityOf({ attributes, children }: Element): string {
  const told = (name: string) => children.find((child) => child.name === name)?.text.trim() ?? ''
  return told('Ид') || (attributes['Идентификатор'] ?? '') || told('Наименование')
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

function rootOf(xml: string): Element {
  const nodes = (parser.parse(xml) as readonly Parsed[]).map(plain).filter((node) => node !== null)
  const [root] = nodes
  if (root === undefined || nodes.length > 1) throw new Error(`${nodes.length} roots`)
  return root
}

type Parsed = Readonly<Record<string, unknown>>

function plain(node: Parsed): Element | null {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
  if (name === undefined) return null
  const inside = node[name] as readonly Parsed[]
  const text = inside.map((child) => String(child['#text'] ?? '')).join('')
  const attributes = (node[':@'] ?? {}) as Readonly<Record<string, string>>
  return { name, attributes, children: inside.map(plain).filter((child) => child !== null), text }
}
