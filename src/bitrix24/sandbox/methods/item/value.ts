import type { MethodContext } from '../../method.ts'
import { failures } from '../failures.ts'
import { isEmpty, listOf } from '../params.ts'
import { formatDate, formatMoment, parseMoment } from '../portal-time.ts'
import { tableOf } from '../store/store.ts'
import type { ItemField } from './field.ts'
import { readFile, readFiles } from './file-value.ts'

/**
 * A given value as the portal stores it, or the refusal of `bitrix24-rest.md §2.2`. `undefined`: the portal drops the value
 * without a word, and what is stored stays. Stages are checked elsewhere: they depend on the pipeline.
 */
export function readValue(field: ItemField, given: unknown, held: unknown, context: MethodContext): unknown {
  if (!field.isMultiple) return field.type === 'file' ? readFile(given, held) : readOne(field, given, context)
  const list = listOf(given)
  if (list === null) throw failures.notIterable(given === null ? 'null' : typeof given)
  if (field.type === 'file') return readFiles(list, held)
  // A multiple list cannot be emptied with `[]`: the old values stay (bitrix24-rest.md §5).
  if (field.type === 'enumeration' && list.length === 0) return undefined
  const values = list.map((one) => readOne(field, one, context)).filter((one) => !isEmpty(one))
  return field.isDynamic ? values : [...new Set(values)]
}

function readOne(field: ItemField, given: unknown, context: MethodContext): unknown {
  switch (field.type) {
    case 'integer':
    case 'double':
      return readNumber(field, given)
    case 'crm_category':
      return readNumber(field, given) ?? 0
    case 'boolean':
      return given === true || given === 'Y' || given === 'y' || given === 'true' ? 'Y' : 'N'
    case 'date':
    case 'datetime':
      return readTime(field, given, context.state.zone)
    case 'crm_status':
      return readCode(field, given, (code) =>
        context.state.statuses.some((row) => row['ENTITY_ID'] === field.statusType && row['STATUS_ID'] === code),
      )
    case 'crm_currency':
      return readCode(field, given, (code) => context.state.currencies.some((row) => row['CURRENCY'] === code))
    case 'enumeration':
      return readReference(field, given, (id) => field.items?.some(({ ID }) => Number(ID) === id) === true)
    case 'user':
    case 'employee':
      return readReference(field, given, (id) => context.state.users.some((row) => Number(row['ID']) === id))
    case 'crm_lead':
    case 'crm_deal':
    case 'crm_contact':
    case 'crm_company':
    case 'crm_quote':
    case 'crm_entity': {
      const entityTypeId = field.parentTypeId ?? entityIds[field.type]!
      return readReference(field, given, (id) => tableOf(context.state, `item:${entityTypeId}`).get(id) !== undefined)
    }
    case 'money':
      return readMoney(given, context)
    default:
      return readText(field, given)
  }
}

const entityIds: Readonly<Record<string, number>> = { crm_lead: 1, crm_deal: 2, crm_contact: 3, crm_company: 4, crm_quote: 7 }

function readNumber(field: ItemField, given: unknown): number | null {
  if (isEmpty(given) || given === false) return null
  const number = Number(given)
  if (typeof given === 'object' || Number.isNaN(number)) throw failures.notValid(field.name)
  return field.type === 'double' ? number : Math.trunc(number)
}

/** What is no date is dropped silently. */
function readTime(field: ItemField, given: unknown, zone: number): unknown {
  if (isEmpty(given) || given === false) return null
  const text = String(given)
  const moment = parseMoment(text, zone)
  if (moment === null) return undefined
  if (field.type === 'datetime') return formatMoment(moment, zone)
  const date = /^\d{2}\./.test(text) ? text.slice(0, 10).split('.').reverse().join('-') : text.slice(0, 10)
  return formatDate(date, zone)
}

function readCode(field: ItemField, given: unknown, isKnown: (code: string) => boolean): string | null {
  if (isEmpty(given) || given === false) return null
  const code = String(given)
  if (!isKnown(code)) throw failures.notValid(field.name)
  return code
}

/** An unknown id is refused by name; 0 and nothing unbind (`bitrix24-rest.md §2.7, §2.8`). */
function readReference(field: ItemField, given: unknown, isKnown: (id: number) => boolean): number | null {
  if (isEmpty(given) || given === false || Number(given) === 0) return null
  if (!isKnown(Number(given))) throw failures.notValid(field.name)
  return Number(given)
}

/** The code of the currency is not checked; without an amount there is nothing (`bitrix24-rest.md §2.7`). */
function readMoney(given: unknown, { state }: MethodContext): string | null {
  const [amount = '', currency = ''] = String(given ?? '').split('|')
  if (amount.trim() === '' || Number.isNaN(Number(amount))) return null
  return `${amount.trim()}|${currency || String(state.currencies.find((row) => row['BASE'] === 'Y')?.['CURRENCY'] ?? '')}`
}

/** Tags are taken out of comments, their text stays (`bitrix24-rest.md §2.7`). */
function readText(field: ItemField, given: unknown): string | null {
  if (isEmpty(given) || given === false) return null
  if (typeof given === 'object') throw failures.notValid(field.name)
  const text = String(given)
  return field.name === 'comments' ? text.replace(/<\/?[a-z][^>]*>/gi, '') : text
}
