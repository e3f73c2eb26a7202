/** Types of fields as `crm.item.fields` names them, those of custom fields included. */
export type FieldType =
  | 'integer'
  | 'double'
  | 'string'
  | 'text'
  | 'url'
  | 'address'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'user'
  | 'employee'
  | 'crm_status'
  | 'crm_currency'
  | 'crm_category'
  | 'crm_lead'
  | 'crm_deal'
  | 'crm_contact'
  | 'crm_company'
  | 'crm_quote'
  | 'crm_multifield'
  | 'crm_entity'
  | 'enumeration'
  | 'money'
  | 'file'

/** One field of an entity: all that methods need to know of it. */
export interface ItemField {
  /** camelCase, or `UF_CRM_…` of a custom one: as rows of the state have it. */
  readonly name: string
  readonly type: FieldType
  readonly title: string
  readonly isReadOnly: boolean
  readonly isMultiple: boolean
  /** Set when the record is made, passed over afterwards. */
  readonly isImmutable?: boolean
  /** A custom field. */
  readonly isDynamic: boolean
  readonly isRequired: boolean
  /** Directory of a `crm_status`; stages depend on the pipeline and have `STAGES`. */
  readonly statusType?: string
  /** Type of the items that a `crm_entity` means. */
  readonly parentTypeId?: number
  /** As the older methods name it. */
  readonly classicName: string
  /** What the portal answers where nothing is stored. */
  readonly blank: unknown
  readonly items?: readonly { readonly ID: string; readonly VALUE: string }[]
}

type Options = Partial<Pick<ItemField, 'isReadOnly' | 'isMultiple' | 'isImmutable' | 'statusType' | 'classicName' | 'blank'>>

/** A system field. */
export function field(name: string, type: FieldType, title: string, options: Options = {}): ItemField {
  return {
    name,
    type,
    title,
    isReadOnly: false,
    isMultiple: false,
    isDynamic: false,
    isRequired: false,
    classicName: upperName(name),
    blank: options.isMultiple === true ? [] : type === 'boolean' ? 'N' : null,
    ...options,
  }
}

/** An item of another type that this one belongs to (`bitrix24-rest.md §2.4`). */
export function parentField(entityTypeId: number, title: string): ItemField {
  return { ...field(`parentId${entityTypeId}`, 'crm_entity', title), parentTypeId: entityTypeId }
}

/** `assignedById` → `ASSIGNED_BY_ID`, `parentId2` → `PARENT_ID_2`. */
export function upperName(name: string): string {
  return name
    .replace(/([A-Z])/g, '_$1')
    .replace(/(\d+)$/, '_$1')
    .toUpperCase()
}
