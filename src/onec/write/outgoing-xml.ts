import { XMLBuilder } from 'fast-xml-parser'
import type { OutDocument, OutMessage } from '../../records/out-document.ts'
import { answerVersion } from './answer-table.ts'
import { cleanForXml } from './clean-value.ts'
import { documentCells, rowCells } from './outgoing-table.ts'

/**
 * Changed documents as flat XML for code of one's own in 1C: `Документ` with attributes, its rows as empty elements inside, because
 * `ЧтениеXML.ЗначениеАтрибута` is the least code there (`1c-side.md §8`). To be written as UTF-8 without BOM.
 */
export async function* writeOutgoingXml({ number, at, documents }: OutMessage): AsyncGenerator<string> {
  const head = builder.build({
    Документы: attributes({
      Формат: 'obmen24',
      Версия: String(answerVersion),
      Сообщение: String(number),
      Создан: at.slice(0, 19),
      Количество: String(documents.length),
    }),
  })
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${head.trimEnd().replace(/\/>$/, '>')}\n`
  for (const document of documents) yield builder.build({ Документ: elementOf(document) })
  yield '</Документы>\n'
}

const group = '@'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  attributesGroupName: group,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: ' ',
})

function elementOf(document: OutDocument): object {
  return {
    ...attributes(documentCells(document)),
    ...(document.rows.length === 0 ? {} : { Строка: document.rows.map((row, place) => attributes(rowCells(row, place + 1))) }),
  }
}

function attributes(cells: Readonly<Record<string, string>>): object {
  return { [group]: Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, cleanForXml(value)])) }
}
