import type { ImportEntity } from '../bitrix24/import-csv/entity.ts'
import { defaultLists, type ListItem, type ListItems } from '../bitrix24/import-csv/lists.ts'
import { type CustomField, defaultProfile, type ImportProfile, type PortalField } from '../bitrix24/import-csv/profile.ts'
import type { Exchange, Settings } from '../settings/settings.ts'
import { isOwnField } from './map/custom-fields.ts'

/** How the import files of this portal look: the usual profile with what the settings say of the portal. */
export function profileOf(portal: Settings['bitrix24'], exchanges: readonly Exchange[]): ImportProfile {
  const { idFields, lists, pipelines } = portal
  const fields = customFieldsOf(exchanges.filter(({ enabled }) => enabled))
  return {
    ...defaultProfile,
    headers: portal.headers,
    presets: portal.presets,
    sectionLevels: portal.sectionLevels,
    responsible: portal.responsible,
    opened: portal.openToAll,
    customFields: fields,
    idFields: {
      ...(idFields.company === '' ? {} : { company: portalField(idFields.company) }),
      ...(idFields.contact === '' ? {} : { contact: portalField(idFields.contact) }),
      ...(idFields.deal === '' ? {} : { deal: portalField(idFields.deal) }),
    },
    lists: {
      ...defaultLists,
      companyType: items(lists.companyTypes, defaultLists.companyType),
      industry: items(lists.industries, defaultLists.industry),
      contactType: items(lists.contactTypes, defaultLists.contactType),
      source: items(lists.sources, defaultLists.source),
      dealType: items(lists.dealTypes, defaultLists.dealType),
      measure: items(lists.measures, defaultLists.measure),
      currency: items(lists.currencies, defaultLists.currency),
      vat: items(Object.values(portal.vat), null),
      ...pipelineLists(pipelines),
    },
  }
}

/** `UF_CRM_ID_1C` is the code of a field, anything else its title. */
export function portalField(name: string): PortalField {
  return /^(UF_CRM_|UF_|PROPERTY_)\w+$/i.test(name) ? { id: name.toUpperCase(), title: '' } : { id: '', title: name }
}

function customFieldsOf(exchanges: readonly Exchange[]): ImportProfile['customFields'] {
  const fields: Record<ImportEntity, Map<string, CustomField>> = {
    company: new Map(),
    contact: new Map(),
    deal: new Map(),
    product: new Map(),
  }
  for (const exchange of exchanges) {
    const names = [
      ...Object.keys(exchange.fields),
      ...('numberField' in exchange && exchange.numberField !== '' ? [exchange.numberField] : []),
    ]
    for (const entity of entitiesOf[exchange.preset]) {
      const custom = names.filter((name) => !isOwnField(name))
      for (const name of custom) fields[entity].set(name, { ...portalField(name), source: name, type: 'text', items: null })
    }
  }
  return Object.fromEntries(Object.entries(fields).map(([entity, map]) => [entity, [...map.values()]]))
}

const entitiesOf: Readonly<Record<Exchange['preset'], readonly ImportEntity[]>> = {
  counterparties: ['company', 'contact'],
  contacts: ['contact'],
  orders: ['deal'],
  'work-orders': ['deal'],
  bookings: ['deal'],
  contracts: [],
  invoices: [],
  'document-rows': [],
  catalogue: ['product'],
}

// An empty list in the settings turns the check off; ids are those of a new portal, where the name is one of its.
function items(names: readonly string[], usual: ListItems): ListItems {
  if (names.length === 0) return null
  return [...new Set(names)].map((name): ListItem => ({ id: usual?.find((item) => item.name === name)?.id ?? '', name }))
}

function pipelineLists(pipelines: Settings['bitrix24']['pipelines']) {
  const names = Object.keys(pipelines)
  if (names.length === 0) return {}
  const usual = defaultLists.stages[''] ?? null
  return {
    pipeline: items(names, null),
    stages: {
      ...defaultLists.stages,
      ...Object.fromEntries(names.map((name) => [name, items(pipelines[name] ?? [], usual) ?? []])),
    },
  }
}
