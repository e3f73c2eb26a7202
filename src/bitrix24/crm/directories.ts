/** One field of a card as `crm.item.fields` tells it with `useOriginalUfNames: "Y"`. */
export interface FieldMeta {
  /** `typeId`, `UF_CRM_…` */
  readonly name: string
  /** `TYPE_ID`; the same as `name` for custom fields. */
  readonly upperName: string
  /** What people see, in the language of the webhook's owner. */
  readonly title: string
  /** `string`, `enumeration`, `crm_status` … */
  readonly type: string
  readonly isMultiple: boolean
  readonly isReadOnly: boolean
  readonly isRequired: boolean
  /** Directory of a `crm_status` field, else ''. */
  readonly statusType: string
  /** Items of an `enumeration`. */
  readonly items: readonly FieldItem[]
  /** Id of a custom list field, by which its items can be added; null where it is unknown. */
  readonly customId: number | null
}

export interface FieldItem {
  readonly id: string
  readonly value: string
}

/** One value of a directory; `id` is `STATUS_ID`, unique only inside the directory (`bitrix24-rest.md §2.8`). */
export interface Status {
  readonly id: string
  readonly name: string
}

export interface PortalUser {
  readonly id: number
  /** '' where the scope `user_brief` hides it. */
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly secondName: string
}

/** A template of requisites (`bitrix24-rest.md §4.2`). */
export interface Preset {
  readonly id: number
  readonly name: string
  readonly xmlId: string
  /** 1 is Russia. */
  readonly countryId: number
}

/** What is registered on the portal and has to be known before a card can be written. Plain data. */
export interface Directories {
  /** Of the entities that the exchanges use; companies and contacts always. */
  readonly fields: Readonly<Record<string, readonly FieldMeta[]>>
  /** Pipelines with their stages, by the entity of documents that the exchanges use; the default pipeline first. */
  readonly pipelines: Readonly<Record<string, readonly Pipeline[]>>
  /** ISO codes of the currencies that are active on the portal. */
  readonly currencies: readonly string[]
  /** Smart processes of the portal; null: the webhook may not list them. */
  readonly processes: readonly SmartProcess[] | null
  /** Companies marked as the portal's own («Реквизиты вашей компании»). Read only where documents are used. */
  readonly myCompanies: readonly MyCompany[]
  /** By `ENTITY_ID`: `COMPANY_TYPE` … */
  readonly statuses: Readonly<Record<string, readonly Status[]>>
  /** Active ones; null: the webhook may not read them (no scope `user…`). */
  readonly users: readonly PortalUser[] | null
  readonly presets: readonly Preset[]
  /** '' where the portal names none. */
  readonly baseCurrency: string
  /** Is the owner of the webhook an administrator, who sees every card? */
  readonly isAdmin: boolean
  readonly userId: number
  readonly scopes: readonly string[]
}

/** A pipeline with its stages in their order. */
export interface Pipeline {
  readonly id: number
  readonly name: string
  readonly isDefault: boolean
  readonly stages: readonly Stage[]
}

/** `semantics`: `S` success, `F` failure, '' in progress. */
export interface Stage extends Status {
  readonly semantics: 'S' | 'F' | ''
}

export interface SmartProcess {
  readonly entityTypeId: number
  readonly title: string
  /** Entity of its custom fields: `CRM_7` (`bitrix24-rest.md §2.1`). */
  readonly userFieldEntity: string
}

export interface MyCompany {
  readonly id: number
  readonly title: string
}
