import type { ReadRow } from '../../src/onec/read/reading.ts'

/** What no value of a row may be, each as `path: why`. */
export function flawsOf(row: ReadRow): readonly string[] {
  const flaws: string[] = []
  visit(row, 'row', flaws)
  const { record } = row
  if (row.kind.length === 0) flaws.push('kind: empty')
  if (!(row.line > 0)) flaws.push('line: not from 1')
  if (record === null) return flaws
  if (record.kind !== row.kind || record.id !== row.id) flaws.push('record: not the one of the row')
  if (record.origin.row !== row.row || record.origin.line !== row.line) flaws.push('origin: not that of the row')
  return flaws
}

function visit(value: unknown, path: string, flaws: string[]): void {
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (value === undefined) flaws.push(`${path}: undefined`)
  else if (typeof value === 'number' && !Number.isInteger(value)) flaws.push(`${path}: not an integer`)
  else if (typeof value === 'string') checkText(value, name, path, flaws)
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, `${path}[${at}]`, flaws)
  else if (typeof value === 'object' && value !== null) {
    // Names and values as the file has them.
    if (/^(?:extra|cells|args|variants|(?:requisites|properties|variant)\[\d+\])$/.test(name)) checkTexts(value, path, flaws)
    else for (const [key, item] of Object.entries(value)) visit(item, `${path}.${key}`, flaws)
  }
}

function checkTexts(value: object, path: string, flaws: string[]): void {
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'string' && typeof item !== 'number') flaws.push(`${path}.${key}: not a text`)
  }
}

function checkText(text: string, name: string, path: string, flaws: string[]): void {
  if (text === 'undefined' || text === 'null' || text === 'NaN' || text === '[object Object]') flaws.push(`${path}: ${text}`)
  if (decimals.has(name) && !/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text))
    flaws.push(`${path}: ${text} is no canonical decimal`)
  if (dates.has(name) && !isDate(text)) flaws.push(`${path}: ${text} is no date`)
  if (name === 'e164' && !/^\+\d{8,15}$/.test(text)) flaws.push(`${path}: ${text} is no phone number`)
  if (name === 'address' && path.includes('.emails') && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    flaws.push(`${path}: ${text} is no e-mail`)
  if (ids.has(name) && /^0{8}-/.test(text)) flaws.push(`${path}: an empty reference`)
  if (ids.has(name) && text.trim() !== text) flaws.push(`${path}: padded`)
}

const decimals = new Set(['value', 'quantity', 'amount', 'rate', 'ratio', 'price', 'percent'])
const dates = new Set(['date', 'date1c', 'dueDate'])
const ids = new Set([
  'id',
  'parentId',
  'productId',
  'variantId',
  'counterpartyId',
  'priceTypeId',
  'warehouseId',
  'catalogueId',
  'code',
])

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/.test(text)) return false
  return !Number.isNaN(Date.parse(text)) && Number(text.slice(0, 4)) > 1990
}
