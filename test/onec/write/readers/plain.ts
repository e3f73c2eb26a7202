import { readXml } from './xml.ts'

type Cells = Readonly<Record<string, string>>

/** The plain CSV as code of one's own in 1C has it. */
export interface PlainTable {
  readonly version: string
  readonly message: number
  readonly made: string
  readonly names: readonly string[]
  readonly rows: readonly Cells[]
  /** The last line is there, and counts the rows. */
  readonly isWhole: boolean
}

/**
 * Reads the CSV step by step as `samples/1c/ПрочитатьИзмененияБ24.bsl` does: lines of a text document, each split at every `;` without a
 * look at quotes.
 */
export function readPlainTable(file: Uint8Array, encoding: 'utf-8' | 'windows-1251' = 'utf-8'): PlainTable {
  const text = new TextDecoder(encoding).decode(file)
  let [version, message, made, isWhole] = ['', -1, '', false]
  let names: readonly string[] = []
  const rows: Cells[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const cells = line.split(';')
    const [first = ''] = cells
    if (first === '#obmen24') [version, message, made] = [cells[1]!, Number(cells[3]), cells[4]!]
    else if (first === 'Вид') names = cells
    else if (first === '#Конец') isWhole = Number(cells[1]) === rows.length
    else if (line !== '') {
      if (cells.length !== names.length) throw new Error(`${cells.length} cells, ${names.length} columns: ${line}`)
      rows.push(Object.fromEntries(names.map((name, place) => [name, cells[place]!])))
    }
  }
  return { version, message, made, names, rows, isWhole }
}

/** The plain XML. */
export interface PlainDocuments {
  readonly head: Cells
  readonly documents: readonly { readonly cells: Cells; readonly rows: readonly Cells[] }[]
}

/** Reads the XML by attributes, as `ЧтениеXML.ЗначениеАтрибута` does; throws where it is cut off. */
export function readPlainXml(file: Uint8Array): PlainDocuments {
  const root = readXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file))
  if (root.name !== 'Документы') throw new Error(`${root.name} is not Документы`)
  return {
    head: root.attributes,
    documents: root.children.map(({ name, attributes, children, text }) => {
      if (name !== 'Документ' || text !== '') throw new Error(`${name} in Документы`)
      for (const row of children)
        if (row.name !== 'Строка' || row.children.length > 0 || row.text !== '') throw new Error(`${row.name} in Документ`)
      return { cells: attributes, rows: children.map((row) => row.attributes) }
    }),
  }
}
