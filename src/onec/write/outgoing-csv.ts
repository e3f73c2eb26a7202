import type { OutDocument, OutMessage } from '../../records/out-document.ts'
import { answerVersion } from './answer-table.ts'
import { cleanForTable } from './clean-value.ts'
import { documentCells, rowCells } from './outgoing-table.ts'

/**
 * Changed documents as a table for code of one's own in 1C: one line per row of goods with the columns of its document before it,
 * one line of a document without rows; nothing is quoted, lines end with CRLF. `#obmen24;1;Сообщение;12` first and `#Конец;lines` last,
 * by which a reader knows the message to confirm, and that the file is whole (`1c-side.md §8`).
 */
export async function* writeOutgoingCsv({ number, at, documents }: OutMessage): AsyncGenerator<string> {
  yield line(['#obmen24', String(answerVersion), 'Сообщение', String(number), at.slice(0, 19)])
  yield line([...Object.keys(documentCells(noDocument)), ...Object.keys(noRow)])
  let count = 0
  for (const document of documents) {
    const lines = linesOf(document)
    count += lines.length
    yield lines.join('')
  }
  yield line(['#Конец', String(count)])
}

function linesOf(document: OutDocument): readonly string[] {
  const head = Object.values(documentCells(document))
  if (document.rows.length === 0) return [line([...head, ...Object.values(noRow)])]
  return document.rows.map((row, place) => line([...head, ...Object.values(rowCells(row, place + 1))]))
}

const noDocument: OutDocument = {
  kind: 'deal',
  portalId: 0,
  number: '',
  id: '',
  title: '',
  date: '',
  currency: '',
  amount: '0',
  status: '',
  stage: '',
  cancelled: false,
  completed: false,
  comment: '',
  client: null,
  rows: [],
  requisites: [],
  responsible: '',
  changedAt: '',
}

/** Columns of rows with nothing in them. */
const noRow = Object.fromEntries(
  Object.keys(
    rowCells(
      {
        productId: '',
        name: '',
        article: '',
        service: false,
        unitCode: '',
        unitName: '',
        price: '0',
        listPrice: null,
        quantity: '0',
        amount: '0',
        discount: '0',
        vat: null,
      },
      0,
    ),
  ).map((name) => [name, '']),
)

function line(cells: readonly string[]): string {
  return `${cells.map(cleanForTable).join(';')}\r\n`
}
