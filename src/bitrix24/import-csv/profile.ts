import type { AddressDraft, RequisiteDraft } from '../drafts/requisite.ts'
import type { RequisiteCountry } from './columns-requisite.ts'
import type { ImportEntity } from './entity.ts'
import { defaultLists, type ImportLists, type ListItem } from './lists.ts'

/** How the files are to look for one portal (`bitrix24-csv-import.md §16`). Plain data: settings fill it in. */
export interface ImportProfile {
  /**
   * `titles`: the Russian titles of the old wizard, understood by both. `ids`: field ids, which the old wizard understands on a
   * portal of any language and the new one does not; lists, yes/no and address types are then written by id too.
   */
  readonly headers: 'titles' | 'ids'
  /** Titles of this portal that differ from the usual ones, by column id: `{ OPENED: 'Доступно для всех' }`. */
  readonly titles: Readonly<Record<string, string>>
  /** Column ids to write. An entity that is not here gets every column its draft can fill; required ones are always written. */
  readonly columns: Readonly<Partial<Record<ImportEntity, readonly string[]>>>
  /** Write requisites, addresses and bank accounts; the operator ticks «Импортировать реквизиты». */
  readonly requisites: Readonly<Record<'company' | 'contact', boolean>>
  readonly country: RequisiteCountry
  /** Names of the requisite presets exactly as the portal has them. */
  readonly presets: Readonly<Record<Preset, string>>
  /** Fields that each preset has. A filled field that its preset lacks is reported: the portal would skip it. */
  readonly presetFields: Readonly<Record<Preset, readonly RequisiteField[]>>
  readonly addressTypes: Readonly<Record<AddressDraft['type'], ListItem>>
  readonly lists: ImportLists
  /** `Раздел (уровень N)`, 1–30; the operator enters the same number in the wizard. */
  readonly sectionLevels: number
  readonly customFields: Readonly<Partial<Record<ImportEntity, readonly CustomField[]>>>
  /** Custom field that takes the 1C id. Products have `Внешний код` for it. */
  readonly idFields: Readonly<Partial<Record<'company' | 'contact' | 'deal', PortalField>>>
  /** Who is responsible where the draft names nobody; empty: the wizard's own default. */
  readonly responsible: string
  /** «Доступен для всех» of every card; null: the column is not written. */
  readonly opened: boolean | null
  /** «Сорт.» of every product; empty: the column is not written. */
  readonly productSort: string
}

export type Preset = RequisiteDraft['preset']

export type RequisiteField =
  | 'INN'
  | 'COMPANY_NAME'
  | 'COMPANY_FULL_NAME'
  | 'OGRN'
  | 'KPP'
  | 'OKPO'
  | 'DIRECTOR'
  | 'ACCOUNTANT'
  | 'LAST_NAME'
  | 'FIRST_NAME'
  | 'SECOND_NAME'
  | 'OGRNIP'

/** A custom field: one of the two may be empty, the other then serves as the header in either form. */
export interface PortalField {
  /** `UF_CRM_1C_ID`, `PROPERTY_45`. */
  readonly id: string
  /** Label of the field in lists. */
  readonly title: string
}

export interface CustomField extends PortalField {
  /** Key of the draft's `custom`. */
  readonly source: string
  readonly type: 'text' | 'number' | 'date' | 'yesNo' | 'list'
  /** Items of a custom list; null: not known, not checked. */
  readonly items: readonly ListItem[] | null
}

export const defaultProfile: ImportProfile = Object.freeze<ImportProfile>({
  headers: 'titles',
  titles: {},
  columns: {},
  requisites: { company: true, contact: true },
  country: { id: '1', name: 'Россия' },
  presets: { organization: 'Организация', soleProprietor: 'ИП', person: 'Физ. лицо' },
  presetFields: {
    organization: ['INN', 'COMPANY_NAME', 'COMPANY_FULL_NAME', 'OGRN', 'KPP', 'OKPO', 'DIRECTOR', 'ACCOUNTANT'],
    soleProprietor: ['INN', 'COMPANY_NAME', 'COMPANY_FULL_NAME', 'OKPO', 'LAST_NAME', 'FIRST_NAME', 'SECOND_NAME', 'OGRNIP'],
    person: ['LAST_NAME', 'FIRST_NAME', 'SECOND_NAME'],
  },
  addressTypes: {
    actual: { id: '1', name: 'Фактический адрес' },
    registered: { id: '4', name: 'Адрес регистрации' },
    legal: { id: '6', name: 'Юридический адрес' },
    postal: { id: '8', name: 'Адрес для корреспонденции' },
    beneficiary: { id: '9', name: 'Адрес бенефициара' },
    delivery: { id: '11', name: 'Адрес доставки' },
  },
  lists: defaultLists,
  sectionLevels: 3,
  customFields: {},
  idFields: {},
  responsible: '',
  opened: null,
  productSort: '',
})
