import type { ProblemCode } from '../../../problems/table.ts'

/** Where in a CommerceML file the reader stands: the kind of the element that was entered last. */
export type Place =
  | 'file'
  | 'root'
  | 'classifier'
  | 'catalogue'
  | 'package'
  | 'groups'
  | 'properties'
  | 'priceTypes'
  | 'warehouses'
  | 'units'
  | 'products'
  | 'offers'
  | 'counterparties'
  | 'container'

/** What an element is to the reader: a place to descend into, a record, a fact of its parent, or nothing of ours. */
export type Step =
  | { readonly decision: 'descend'; readonly place: Place }
  | { readonly decision: 'record'; readonly record: RecordElement }
  | { readonly decision: 'skip'; readonly known: boolean }
  /** The whole file cannot be read for this element. */
  | { readonly decision: 'refuse'; readonly code: ProblemCode }

/** Elements that are built whole. `fact` is a small child of a container, such as its `Ид` or `ИдКаталога`. */
export type RecordElement =
  | 'group'
  | 'property'
  | 'priceType'
  | 'warehouse'
  | 'unit'
  | 'product'
  | 'offer'
  | 'counterparty'
  | 'order'
  | 'fact'

/**
 * Decides by the content alone: never by file name, version or namespace (`1c-side.md §11.1`). The order of the children
 * does not matter, so a classifier may stand before or after its catalogue.
 */
export function step(place: Place, name: string): Step {
  return map[place][name] ?? (ignored(name) ? skipKnown : skipUnknown)
}

const into = (place: Place): Step => ({ decision: 'descend', place })
const as = (record: RecordElement): Step => ({ decision: 'record', record })
const skipKnown: Step = { decision: 'skip', known: true }
const skipUnknown: Step = { decision: 'skip', known: false }

const lists = {
  ТипыЦен: into('priceTypes'),
  Склады: into('warehouses'),
  ЕдиницыИзмерения: into('units'),
  Группы: into('groups'),
  Свойства: into('properties'),
  СвойстваЭлементов: into('properties'),
  СвойстваГрупп: into('properties'),
}
const facts = {
  Ид: as('fact'),
  ИдКаталога: as('fact'),
  ИдКлассификатора: as('fact'),
  Наименование: as('fact'),
  СодержитТолькоИзменения: as('fact'),
}

const rootChildren = {
  Классификатор: into('classifier'),
  Каталог: into('catalogue'),
  ПакетПредложений: into('package'),
  ИзмененияПакетаПредложений: into('package'),
  Контрагенты: into('counterparties'),
  Контейнер: into('container'),
  Документ: as('order'),
  // 1.x and single records at the top.
  Контрагент: as('counterparty'),
}

type StepMap = Readonly<Record<Place, Readonly<Record<string, Step>>>>

const map = mapWithoutPrototypes({
  // A fragment (root `Классификатор`, `Каталог` …) is read as what it is.
  file: { КоммерческаяИнформация: into('root'), ...rootChildren },
  root: rootChildren,
  classifier: { ...facts, ...lists },
  catalogue: {
    ...facts,
    ...lists,
    Товары: into('products'),
    // 1.x keeps them directly in the catalogue.
    Товар: as('product'),
    Группа: as('group'),
    Свойство: as('property'),
  },
  package: {
    ...facts,
    ...lists,
    Предложения: into('offers'),
    // 1.x keeps offers directly in the package, in attributes that do not map cleanly.
    Предложение: { decision: 'refuse', code: 'commerceml.old-offers' },
  },
  groups: { Группа: as('group') },
  properties: { Свойство: as('property'), СвойствоНоменклатуры: as('property') },
  priceTypes: { ТипЦены: as('priceType') },
  warehouses: { Склад: as('warehouse') },
  units: { ЕдиницаИзмерения: as('unit') },
  products: { Товар: as('product') },
  offers: { Предложение: as('offer') },
  counterparties: { СодержитТолькоИзменения: as('fact'), Контрагент: as('counterparty') },
  container: { Документ: as('order') },
})

// A file may call an element `constructor`.
function mapWithoutPrototypes(source: StepMap): StepMap {
  const entries = Object.entries(source).map(([place, steps]) => [place, Object.assign(Object.create(null), steps)])
  return Object.fromEntries(entries)
}

// Known and of no use to an exchange with a CRM: the owner's card, captions and settings of 1C-Bitrix, categories of УНФ.
function ignored(name: string): boolean {
  return name.startsWith('Битрикс') || unused.has(name)
}

const unused = new Set([
  'Владелец',
  'Описание',
  'Категории',
  'НаследуемыеШаблоны',
  'НомерВерсии',
  'ПометкаУдаления',
  'НаборыТоваров',
])
