import type { FileFacts } from '../onec/read/reading.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { problemLines } from './problem-lines.ts'
import { textTable } from './table.ts'
import type { Terminal } from './terminal.ts'

/** What a file is and holds, for a person. */
export function factsLines(facts: FileFacts, terminal: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  return [...oneFile(facts, terminal), '']
}

function oneFile(facts: FileFacts, terminal: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  const words = texts[terminal.language]
  const lines = [terminal.colors.bold(facts.file), ...textTable(aboutOf(facts, words)).map(indent)]
  lines.push(...columnLines(facts, words).map(indent))
  const problems = facts.error === null ? facts.warnings : [facts.error, ...facts.warnings]
  for (const found of problems) lines.push(...problemLines(found, terminal).map(indent))
  for (const entry of facts.entries ?? []) lines.push(...oneFile({ ...entry, warnings: [], error: null }, terminal).map(indent))
  return lines
}

function aboutOf(facts: FileFacts, words: (typeof texts)[Language]): readonly (readonly string[])[] {
  const { encoding, format, generatedAt, changesOnly } = facts
  const about = [
    [words.format, formatText(facts, words)],
    [words.size, words.bytes(facts.bytes)],
  ]
  if (format !== 'zip' && format !== 'file')
    about.push([words.encoding, encoding.bom ? `${encoding.actual} (BOM)` : encoding.actual])
  if (generatedAt !== null) about.push([words.generatedAt, generatedAt.replace('T', ' ')])
  if (changesOnly !== null) about.push([words.kind, changesOnly ? words.changes : words.full])
  const counts = Object.entries(facts.counts).map(([kind, count]) => `${words.kinds[kind] ?? kind}: ${words.number(count)}`)
  return [...about, ...counts.map((text, at) => [at === 0 ? words.holds : '', text])]
}

// What nobody reads is the likeliest reason of an empty field: it is told where a table is looked at.
function columnLines({ columns = [] }: FileFacts, words: (typeof texts)[Language]): readonly string[] {
  if (columns.length === 0) return []
  const table = columns.map(({ column, field }) => [column, field ?? words.unbound])
  return [words.columns, ...textTable(table).map(indent), ...(columns.some(({ field }) => field === null) ? [words.bind] : [])]
}

/** The object of `obmen24 inspect --json`, one per file. */
export function factsJson(facts: FileFacts, language: Language): unknown {
  const {
    file,
    bytes,
    sha256,
    format,
    encoding,
    schemaVersion,
    namespace,
    generatedAt,
    changesOnly,
    counts,
    warnings,
    error,
    entries,
  } = facts
  return {
    file,
    bytes,
    sha256,
    format,
    encoding,
    schemaVersion,
    namespace,
    generatedAt,
    changesOnly,
    counts,
    warnings: warnings.map((found) => shortProblem(found, language)),
    error: error === null ? null : shortProblem(error, language),
    ...(entries === undefined ? {} : { entries: entries.map((entry) => factsJson(entry, language)) }),
  }
}

/** The same keys for a file of which nothing could be learned. */
export function noFactsJson(file: string, error: Problem, language: Language): unknown {
  const nothing = { bytes: null, sha256: null, format: 'unknown', encoding: null, schemaVersion: null, namespace: null }
  return {
    file,
    ...nothing,
    generatedAt: null,
    changesOnly: null,
    counts: {},
    warnings: [],
    error: shortProblem(error, language),
  }
}

function shortProblem(found: Problem, language: Language) {
  const { line = null, column = null, file } = found.place
  return { code: found.code, message: describe(found, language).message, line, column, ...(file === undefined ? {} : { file }) }
}

function formatText({ format, schemaVersion, namespace }: FileFacts, words: (typeof texts)[Language]): string {
  const version = schemaVersion === null ? '' : ` ${schemaVersion}`
  return namespace === null ? words.formats[format] + version : `${words.formats[format]}${version} (${namespace})`
}

function indent(line: string): string {
  return `  ${line}`
}

const texts = {
  ru: {
    format: 'Формат',
    size: 'Размер',
    encoding: 'Кодировка',
    generatedAt: 'Сформирован',
    kind: 'Выгрузка',
    changes: 'только изменения',
    full: 'полная (по словам 1С)',
    holds: 'Записи',
    columns: 'Столбцы и поля',
    unbound: '—',
    bind: 'Столбец с прочерком можно назначить полю в настройках обмена (columns: {phone: Тел. клиента}) или взять под его именем в fields.',
    bytes: (count: number) => `${count.toLocaleString('ru')} байт`,
    number: (count: number) => count.toLocaleString('ru'),
    formats: {
      commerceml: 'CommerceML',
      csv: 'таблица CSV',
      zip: 'архив ZIP',
      file: 'файл PDF',
      confirmation: 'подтверждение 1С',
      unknown: 'неизвестный',
    },
    kinds: {
      counterparty: 'контрагенты',
      contactPerson: 'контактные лица',
      group: 'группы',
      property: 'свойства',
      product: 'товары и услуги',
      product77: 'товары (CommerceML 1.x)',
      group77: 'группы (CommerceML 1.x)',
      goodsProperty: 'свойства номенклатуры',
      offer: 'предложения',
      price: 'цены',
      priceType: 'виды цен',
      unit: 'единицы измерения',
      warehouse: 'склады',
      stock: 'остатки',
      order: 'документы',
      orderRow: 'строки документов',
      workOrder: 'заказ-наряды',
      booking: 'брони',
      contract: 'договоры',
      invoice: 'счета',
      documentRow: 'строки документов (таблица)',
      attachment: 'вложения',
      confirmation: 'подтверждения',
      row: 'строки таблицы',
    } as Readonly<Record<string, string>>,
  },
  en: {
    format: 'Format',
    size: 'Size',
    encoding: 'Encoding',
    generatedAt: 'Generated',
    kind: 'Export',
    changes: 'changes only',
    full: 'full (1C says)',
    holds: 'Records',
    columns: 'Columns and fields',
    unbound: '—',
    bind: 'A column with a dash can be given to a field in the settings (columns: {phone: Client tel}), or used by its name in fields.',
    bytes: (count: number) => `${count.toLocaleString('en')} bytes`,
    number: (count: number) => count.toLocaleString('en'),
    formats: {
      commerceml: 'CommerceML',
      csv: 'CSV table',
      zip: 'ZIP archive',
      file: 'PDF file',
      confirmation: 'confirmation of 1C',
      unknown: 'unknown',
    },
    kinds: {
      counterparty: 'counterparties',
      contactPerson: 'contact persons',
      group: 'groups',
      property: 'properties',
      product: 'goods and services',
      product77: 'goods (CommerceML 1.x)',
      group77: 'groups (CommerceML 1.x)',
      goodsProperty: 'properties of goods',
      offer: 'offers',
      price: 'prices',
      priceType: 'price types',
      unit: 'units',
      warehouse: 'warehouses',
      stock: 'stock entries',
      order: 'documents',
      orderRow: 'document rows',
      workOrder: 'work orders',
      booking: 'bookings',
      contract: 'contracts',
      invoice: 'invoices',
      documentRow: 'document rows (table)',
      attachment: 'attachments',
      confirmation: 'confirmations',
      row: 'table rows',
    } as Readonly<Record<string, string>>,
  },
} as const
