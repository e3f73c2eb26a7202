import type { MethodDefinition } from '../../method.ts'
import type { CatalogRows } from '../../state.ts'
import { catalogFailures } from './catalog-failure.ts'
import { type CatalogList, listCatalog } from './list-catalog.ts'

/** What the catalogue consists of, measures and rates of VAT; ids differ from portal to portal (`bitrix24-rest.md §6.1, §6.3`). */
export const catalogDirectoryMethods: readonly MethodDefinition[] = [
  directory('catalog.catalog.list', 'catalogs', ({ catalogs }) => catalogs),
  directory('catalog.measure.list', 'measures', ({ measures }) => measures),
  directory('catalog.vat.list', 'vats', ({ vats }) => vats),
]

function directory(name: string, key: CatalogList, rowsIn: (catalog: CatalogRows) => CatalogRows['vats']): MethodDefinition {
  return {
    name,
    scope: 'catalog',
    seconds: 0.03,
    run: (params, context) => {
      if (!context.isAdmin) throw catalogFailures.noRead()
      const { catalog } = context.state
      return listCatalog(key, catalog === undefined ? [] : rowsIn(catalog), params, context)
    },
  }
}
