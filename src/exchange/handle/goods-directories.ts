import type { Ledger } from '../../ledger/ledger.ts'
import type { Group, PriceType, Product, Property, Unit, UnitRef, Warehouse } from '../../records/catalogue.ts'

/** What earlier files told that goods refer to by id only. */
export interface GoodsDirectories {
  readonly priceTypes: readonly PriceType[]
  /** Names of the groups of a good from the top down; empty where its group is not known. */
  sectionsOf(product: Product): readonly string[]
  /** The unit with the names that a list of units gave for its code (3.1 names units by code alone). */
  unitOf(product: Product): UnitRef | null
  /** Values of the properties of a good by the name of the property, variants as their text. */
  propertiesOf(product: Product): Readonly<Record<string, string>>
  warehouseName(id: string): string
}

export async function readGoodsDirectories(ledger: Ledger): Promise<GoodsDirectories> {
  const groups = byId(await all<Group>(ledger, 'group'))
  const properties = byId(await all<Property>(ledger, 'property'))
  const warehouses = byId(await all<Warehouse>(ledger, 'warehouse'))
  const units = new Map(
    (await all<Unit>(ledger, 'unit')).flatMap((unit) => [unit.id, unit.code].map((key) => [key, unit] as const)),
  )
  return {
    priceTypes: await all<PriceType>(ledger, 'priceType'),
    sectionsOf: ({ groupIds, groupNames }) => {
      const path = pathOf(groupIds[0] ?? '', groups)
      return path.length > 0 ? path : groupNames
    },
    unitOf: ({ unit }) => {
      const known = unit === null || unit.name !== '' ? undefined : units.get(unit.code)
      return known === undefined ? unit : { code: known.code, name: known.name, fullName: known.fullName }
    },
    propertiesOf: (product) => propertyTexts(product, properties),
    warehouseName: (id) => warehouses.get(id)?.name ?? '',
  }
}

// A group that is its own ancestor, by a fault of the export, ends the path instead of the program.
function pathOf(id: string, groups: ReadonlyMap<string, Group>): readonly string[] {
  const path: string[] = []
  const seen = new Set<string>()
  let group = groups.get(id)
  while (group !== undefined && !seen.has(group.id)) {
    seen.add(group.id)
    path.unshift(group.name)
    group = groups.get(group.parentId)
  }
  return path
}

function propertyTexts(product: Product, properties: ReadonlyMap<string, Property>): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null)
  for (const { propertyId, value } of product.properties) {
    const property = properties.get(propertyId)
    const name = property?.name || propertyId
    const text = property !== undefined && Object.hasOwn(property.variants, value) ? property.variants[value]! : value
    texts[name] = texts[name] === undefined ? text : `${texts[name]}, ${text}`
  }
  for (const { name, value } of product.variant) texts[name] ??= value
  return texts
}

async function all<T>(ledger: Ledger, kind: string): Promise<readonly T[]> {
  const list: T[] = []
  for await (const batch of ledger.allKnown(kind)) list.push(...batch.map(({ record }) => record as T))
  return list
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.id, each]))
}
