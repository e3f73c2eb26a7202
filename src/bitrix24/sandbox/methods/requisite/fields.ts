import type { Row } from '../../state.ts'

/** Fields of a requisite and of a bank account that a Russian portal has (`bitrix24-rest.md §4.1, §4.3`). */
export const requisiteFields = [
  ...['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'PRESET_ID', 'DATE_CREATE', 'DATE_MODIFY', 'CREATED_BY_ID', 'MODIFY_BY_ID'],
  ...['NAME', 'CODE', 'XML_ID', 'ORIGINATOR_ID', 'ACTIVE', 'ADDRESS_ONLY', 'SORT'],
  ...['RQ_NAME', 'RQ_FIRST_NAME', 'RQ_LAST_NAME', 'RQ_SECOND_NAME', 'RQ_COMPANY_NAME', 'RQ_COMPANY_FULL_NAME'],
  ...['RQ_COMPANY_REG_DATE', 'RQ_DIRECTOR', 'RQ_ACCOUNTANT', 'RQ_CONTACT', 'RQ_EMAIL', 'RQ_PHONE', 'RQ_FAX'],
  ...['RQ_IDENT_DOC', 'RQ_IDENT_DOC_SER', 'RQ_IDENT_DOC_NUM', 'RQ_IDENT_DOC_DATE', 'RQ_IDENT_DOC_ISSUED_BY'],
  ...['RQ_IDENT_DOC_DEP_CODE', 'RQ_INN', 'RQ_KPP', 'RQ_IFNS', 'RQ_OGRN', 'RQ_OGRNIP', 'RQ_OKPO', 'RQ_OKTMO', 'RQ_OKVED'],
  ...['RQ_BASE_DOC', 'RQ_ST_CERT_SER', 'RQ_ST_CERT_NUM', 'RQ_ST_CERT_DATE'],
] as const

export const bankDetailFields = [
  ...['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'COUNTRY_ID', 'DATE_CREATE', 'DATE_MODIFY', 'CREATED_BY_ID', 'MODIFY_BY_ID'],
  ...['NAME', 'CODE', 'XML_ID', 'ORIGINATOR_ID', 'ACTIVE', 'SORT'],
  ...['RQ_BANK_NAME', 'RQ_BANK_ADDR', 'RQ_BIK', 'RQ_ACC_NUM', 'RQ_COR_ACC_NUM', 'RQ_ACC_CURRENCY', 'RQ_SWIFT', 'COMMENTS'],
] as const

export const addressFields = [
  ...['TYPE_ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'ADDRESS_1', 'ADDRESS_2', 'CITY', 'POSTAL_CODE', 'REGION', 'PROVINCE'],
  ...['COUNTRY', 'COUNTRY_CODE', 'LOC_ADDR_ID', 'ANCHOR_TYPE_ID', 'ANCHOR_ID'],
] as const

/** What the portal sets itself. */
const kept: readonly string[] = [
  ...['ID', 'DATE_CREATE', 'DATE_MODIFY', 'CREATED_BY_ID', 'MODIFY_BY_ID', 'ANCHOR_TYPE_ID', 'ANCHOR_ID', 'LOC_ADDR_ID'],
]

/** Values that a call may write, as texts; names that the portal does not know are ignored, `RQ_ADDR` too (`bitrix24-rest.md §4.1`). */
export function writableValues(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  fixed: readonly string[],
): Row {
  const values: Row = {}
  for (const [name, value] of Object.entries(fields)) {
    if (!names.includes(name) || kept.includes(name) || fixed.includes(name) || typeof value === 'object') continue
    values[name] = typeof value === 'boolean' ? (value ? 'Y' : 'N') : String(value)
  }
  return values
}

/** `crm.requisite.fields` and its like. */
export function describe(names: readonly string[]): Row {
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        type: /(^|_)ID$|^SORT$/.test(name)
          ? 'integer'
          : name.startsWith('DATE_')
            ? 'datetime'
            : /^(ACTIVE|ADDRESS_ONLY)$/.test(name)
              ? 'char'
              : 'string',
        isRequired: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'PRESET_ID', 'TYPE_ID', 'NAME'].includes(name),
        isReadOnly: kept.includes(name),
        isImmutable: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'TYPE_ID'].includes(name),
        isMultiple: false,
        isDynamic: false,
        title: name,
      },
    ]),
  )
}
