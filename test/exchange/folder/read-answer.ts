import { XMLParser } from 'fast-xml-parser'

/** An answer as a 1C program would have it, whatever its format. */
export interface ReadAnswer {
  readonly head: Readonly<Record<string, string>>
  readonly lines: readonly Readonly<Record<string, string>>[]
}

/** Reads `result.csv` the way `samples/1c` does: by lines and `;`, nothing is ever quoted. Throws where the end is missing. */
export function readCsvAnswer(text: string): ReadAnswer {
  const all = text.replace(/^\uFEFF/, '').split('\r\n')
  if (all.pop() !== '') throw new Error('the last line has no end')
  const facts = all.filter((line) => line.startsWith('#')).map((line) => line.slice(1).split(';'))
  const table = all.filter((line) => !line.startsWith('#')).map((line) => line.split(';'))
  const [columns = [], ...rows] = table
  const lines = rows.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells: ${cells.join(';')}`)
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]))
  })
  const head = Object.fromEntries(facts.map(([name = '', ...values]) => [name, values.join(';')]))
  if (head['Конец'] !== String(lines.length)) throw new Error(`the end says ${head['Конец']}, there are ${lines.length} lines`)
  return { head, lines }
}

export function readXmlAnswer(text: string): ReadAnswer {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: (name) => name === 'Строка',
  })
  const { Строка: lines = [], ...head } = parser.parse(text).Ответ
  return { head, lines }
}

export function readJsonAnswer(text: string): ReadAnswer {
  const { Строки: lines, ...head } = JSON.parse(text)
  return { head: texts(head), lines: lines.map(texts) }
}

/** The totals by action, and what they sum up to. */
export function totalsOf({ head }: ReadAnswer): { readonly totals: Readonly<Record<string, number>>; readonly sum: number } {
  const names = [
    'Создано',
    'Обновлено',
    'Подготовлено',
    'Принято',
    'БезИзменений',
    'Пропущено',
    'Ожидает',
    'НаПроверку',
    'Ошибок',
  ]
  const totals = Object.fromEntries(names.map((name) => [name, Number(head[name])]))
  return { totals, sum: Object.values(totals).reduce((sum, count) => sum + count, 0) }
}

function texts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value === null ? '' : String(value)]))
}
