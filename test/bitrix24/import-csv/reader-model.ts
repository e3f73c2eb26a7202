/**
 * A model of Bitrix24's own import readers, written from `bitrix24-csv-import.md §1–3, 6, 8.3, 10, 12` and from what their source
 * does, independent of our writer. It takes bytes of a file and gives what the portal would store.
 */
import { addressTypes, type PortalFields, presets } from './portal-model.ts'

/** The old reader: works on bytes; any quote toggles, two inside quotes are one; line ends in a row count as one (`§2.5`). */
export function oldCsv(bytes: Uint8Array): string[][] {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const rows: string[][] = []
  let row: string[] = []
  let cell: number[] = []
  let quoted = false
  const endCell = () => {
    row.push(Buffer.from(cell).toString('utf8'))
    cell = []
  }
  let at = start
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const lineEnd = byte === 0x0a || byte === 0x0d
    if (lineEnd && !quoted) {
      while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at += 1
      endCell()
      rows.push(row)
      row = []
      continue
    }
    if (byte === 0x22) {
      if (!quoted) quoted = true
      else if (bytes[at + 1] === 0x22) {
        cell.push(byte)
        at += 1
      } else quoted = false
    } else if (byte === 0x3b && !quoted) endCell()
    else cell.push(byte)
    at += 1
  }
  if (cell.length > 0) endCell()
  if (row.length > 0) rows.push(row)
  return rows
}

/** The new reader: physical lines, each taken apart by `fgetcsv`; a line break inside a cell would misalign it (`§2.5`). */
export function newCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.split('\n').filter(Boolean).map(phpRow)
}

function phpRow(line: string): string[] {
  const cells: string[] = []
  let rest = line.replace(/\r$/, '')
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"([^;]*)/.exec(rest)
    const cell = quoted ?? /^([^;]*)/.exec(rest)
    const whole = cell?.[0] ?? ''
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') + (quoted[2] ?? '') : whole)
    if (rest.length === whole.length) return cells
    rest = rest.slice(whole.length + 1)
  }
}

/** Column of a file → field id. Old: by id, then by title; new: by caption only (`§3`). */
export function mapHeaders(headers: readonly string[], fields: PortalFields, wizard: 'old' | 'new'): (string | null)[] {
  const same = (one: string, other: string) => one.toUpperCase() === other.toUpperCase()
  return headers.map((header) => {
    const byId = wizard === 'old' ? Object.keys(fields).find((id) => same(id, header)) : undefined
    return byId ?? Object.keys(fields).find((id) => same(fields[id] ?? '', header)) ?? null
  })
}

export type Fields = Record<string, string>

/** Rows of a file as values by field id. Columns that found no field are lost, as on the portal. */
export function tableOf(bytes: Uint8Array, fields: PortalFields, wizard: 'old' | 'new' = 'old'): Fields[] {
  const [headers = [], ...rows] = wizard === 'old' ? oldCsv(bytes) : newCsv(bytes)
  const ids = mapHeaders(headers, fields, wizard)
  return rows.map((cells) =>
    Object.fromEntries(ids.flatMap((id, place) => (id === null || cells[place] === undefined ? [] : [[id, cells[place]]]))),
  )
}

export interface StoredRequisite {
  readonly presetId: number
  readonly name: string
  readonly active: boolean
  readonly sort: number
  readonly fields: Fields
  /** By type number. */
  readonly addresses: Record<number, Fields>
  readonly accounts: { readonly active: boolean; readonly fields: Fields }[]
}

export interface StoredCard {
  readonly fields: Fields
  readonly requisites: StoredRequisite[]
}

export interface Imported<T> {
  readonly stored: T[]
  readonly errors: string[]
}

/** Companies or contacts with requisites, as the old wizard groups and reads them (`§8.3`). */
export function readCards(bytes: Uint8Array, fields: PortalFields, keyFields: readonly string[]): Imported<StoredCard> {
  const stored: StoredCard[] = []
  const errors: string[] = []
  for (const rows of grouped(tableOf(bytes, fields), keyFields)) {
    try {
      if (rows.length > 50) throw new ImportError('Превышен лимит кол-ва строк на одну сущность: 50')
      const first = rows[0] ?? {}
      if (keyFields.slice(1).every((id) => (first[id] ?? '') === '')) throw new ImportError('name is empty')
      stored.push({ fields: first, requisites: withoutTwins(readRequisites(rows)) })
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      errors.push(error.message)
    }
  }
  return { stored, errors }
}

class ImportError extends Error {}

/** The key is the glued text of its fields; an empty or an equal key continues the entity. */
function grouped(table: readonly Fields[], keyFields: readonly string[]): Fields[][] {
  const groups: Fields[][] = []
  let current = ''
  for (const row of table) {
    const key = keyFields.map((id) => row[id] ?? '').join('')
    const last = groups.at(-1)
    if (last && (key === '' || key === current)) last.push(row)
    else {
      groups.push([row])
      current = key
    }
  }
  return groups
}

function readRequisites(rows: readonly Fields[]): StoredRequisite[] {
  const found: StoredRequisite[] = []
  let currentKey = ''
  let presetName = ''
  for (const [place, row] of rows.entries()) {
    if (filled(row, isRequisiteField)) {
      const key = (row['RQ_ID'] ?? '') + (row['RQ_NAME'] ?? '')
      if (place === 0 && key === '') throw new ImportError('requisite key fields are empty')
      if (key !== '' && key !== currentKey) {
        presetName = row['RQ_PRESET_NAME'] ?? ''
        if (!presets[presetName]) throw new ImportError(`preset ${presetName} is not associated`)
        if ((row['RQ_NAME'] ?? '') === '') throw new ImportError('requisite name is not set')
        found.push(openRequisite(row, presetName))
        currentKey = key
      }
    }
    const current = found.at(-1)
    if (!current) continue
    if (filled(row, isAddressField)) readAddress(row, current)
    if (filled(row, isBankField)) readAccount(row, current)
  }
  return found
}

/**
 * A requisite that equals an earlier one by preset and by name, ИНН, ОГРН or ОГРНИП is taken for it: its fields are lost, its
 * addresses of new types and its accounts are added (`§8.4`).
 */
function withoutTwins(requisites: readonly StoredRequisite[]): StoredRequisite[] {
  const kept: StoredRequisite[] = []
  for (const each of requisites) {
    const twin = kept.find((earlier) => earlier.presetId === each.presetId && takenForOne(earlier, each))
    if (!twin) {
      kept.push(each)
      continue
    }
    for (const [type, address] of Object.entries(each.addresses)) twin.addresses[Number(type)] ??= address
    twin.accounts.push(...each.accounts)
  }
  return kept
}

function takenForOne(one: StoredRequisite, other: StoredRequisite): boolean {
  const alike = (field: string) => one.fields[field] !== undefined && one.fields[field] === other.fields[field]
  return one.name === other.name || ['INN', 'OGRN', 'OGRNIP'].some(alike)
}

/** Without the column `RQ_PRESET_ID` the matched preset is forgotten and the default one taken. */
function openRequisite(row: Fields, presetName: string): StoredRequisite {
  const kept = row['RQ_PRESET_ID'] !== undefined
  const preset = (kept ? presets[presetName] : Object.values(presets)[0]) ?? { id: 0, fields: [] }
  const fields = Object.fromEntries(
    preset.fields.flatMap((field) => {
      const value = row[`RQ_RQ_${field}|1`]
      return value === undefined || value === '' ? [] : [[field, value]]
    }),
  )
  const active = row['RQ_ACTIVE'] === undefined || yes(row['RQ_ACTIVE'])
  const sort = row['RQ_SORT'] === undefined ? 500 : Number.parseInt(row['RQ_SORT'], 10) || 0
  return { presetId: preset.id, name: row['RQ_NAME'] ?? '', active, sort, fields, addresses: {}, accounts: [] }
}

function readAddress(row: Fields, requisite: StoredRequisite): void {
  const text = row['RQ_RQ_ADDR_TYPE|1'] ?? ''
  const type = /^\d+$/.test(text) ? Number(text) : (addressTypes[text] ?? 0)
  if (!Object.values(addressTypes).includes(type)) throw new ImportError(`unknown address type “${text}”`)
  if (requisite.addresses[type]) throw new ImportError('address type already exists')
  requisite.addresses[type] = partsOf(row, 'RQ_RQ_ADDR_', 'TYPE')
}

function readAccount(row: Fields, requisite: StoredRequisite): void {
  if ((row['BD_ID'] ?? '') + (row['BD_NAME'] ?? '') === '') throw new ImportError('bank key fields are empty')
  if ((row['BD_NAME'] ?? '') === '') throw new ImportError('bank name is not set')
  const fields = { NAME: row['BD_NAME'] ?? '', COMMENTS: row['BD_COMMENTS'] ?? '', ...partsOf(row, 'BD_RQ_') }
  requisite.accounts.push({ active: row['BD_ACTIVE'] === undefined || yes(row['BD_ACTIVE']), fields })
}

function partsOf(row: Fields, prefix: string, except = ''): Fields {
  return Object.fromEntries(
    Object.entries(row).flatMap(([id, value]) => {
      const part = id.startsWith(prefix) ? id.slice(prefix.length).replace('|1', '') : except
      return part === except || value === '' ? [] : [[part, value]]
    }),
  )
}

function yes(text: string): boolean {
  return ['Y', 'ДА', '1'].includes(text.toUpperCase())
}

function filled(row: Fields, belongs: (id: string) => boolean): boolean {
  return Object.entries(row).some(([id, value]) => belongs(id) && value !== '')
}

const isAddressField = (id: string) => id.startsWith('RQ_RQ_ADDR_')
const isRequisiteField = (id: string) => id.startsWith('RQ_') && !isAddressField(id)
const isBankField = (id: string) => id.startsWith('BD_')

/** Values of one communication cell: by `;`, and by `,` where there is no `;` (old); by `,` first (new) (`§1`). */
export function pointValues(cell: string, wizard: 'old' | 'new' = 'old'): string[] {
  const mark = wizard === 'new' || !cell.includes(';') ? ',' : ';'
  return cell
    .split(mark)
    .map((each) => each.trim())
    .filter(Boolean)
}

export interface StoredDeal {
  readonly fields: Fields
  readonly products: { readonly product: string; readonly price: string; readonly quantity: string }[]
}

/** Deals: rows of one ID are one deal. Old keeps the fields of the last row, new those of the first and wants a numeric ID (`§6`). */
export function readDeals(bytes: Uint8Array, fields: PortalFields, wizard: 'old' | 'new'): Imported<StoredDeal> {
  const errors: string[] = []
  const deals = new Map<string, StoredDeal>()
  for (const row of tableOf(bytes, fields, wizard)) {
    const id = row['ID'] ?? ''
    if (wizard === 'new' && !/^\d+$/.test(id)) errors.push(`ID “${id}” is not numeric`)
    if ((row['TITLE'] ?? '') === '') errors.push('title is empty')
    const known = deals.get(id)
    const products = [...(known?.products ?? []), ...productOf(row, wizard)]
    deals.set(id, { fields: known && wizard === 'new' ? known.fields : row, products })
  }
  return { stored: [...deals.values()], errors }
}

/** Price and quantity count only where the product stands before them; the new wizard cuts the quantity to a whole number. */
function productOf(row: Fields, wizard: 'old' | 'new'): StoredDeal['products'] {
  const order = Object.keys(row)
  const seenFirst = order.indexOf('PRODUCT_ID') < order.indexOf('PRODUCT_PRICE')
  const product = row['PRODUCT_ID'] ?? ''
  if (product === '') return []
  const quantity = row['PRODUCT_QUANTITY'] || '1'
  const price = seenFirst ? row['PRODUCT_PRICE'] || (row['OPPORTUNITY'] ?? '') : ''
  return [{ product, price, quantity: wizard === 'new' ? String(Math.max(1, Math.trunc(Number(quantity)))) : quantity }]
}

/** Sections of a product from the top; a gap puts it into the root (`§12`). */
export function sectionsOf(row: Fields): string[] {
  const names = [1, 2, 3].map((level) => row[`SECTION_ID_${level}`] ?? '')
  const depth = names.findLastIndex((name) => name !== '') + 1
  const path = names.slice(0, depth)
  return path.includes('') ? [] : path
}
