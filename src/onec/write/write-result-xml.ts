import { XMLBuilder } from 'fast-xml-parser'
import type { AnswerHead, AnswerLine, AnswerLines } from './answer.ts'
import { headFields, lineCells } from './answer-table.ts'
import { cleanForXml } from './clean-value.ts'
import { tallied } from './tally.ts'

/**
 * The answer as flat XML: the head in attributes of `Ответ`, each row an empty element `Строка` with attributes, because
 * `ЧтениеXML.ЗначениеАтрибута` is the least code in 1C and nesting the most (`1c-side.md §8`). To be written as UTF-8
 * without BOM.
 */
export async function* writeResultXml(head: AnswerHead, lines: AnswerLines): AsyncGenerator<string> {
  const root = builder.build({ Ответ: { [attributes]: attributesOf(headFields(head)) } })
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${root.trimEnd().replace(/\/>$/, '>')}\n`
  for await (const batch of tallied(head, lines)) yield builder.build({ Строка: batch.map(lineElement) })
  yield '</Ответ>\n'
}

const attributes = '@'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  attributesGroupName: attributes,
  // A value that is the word `true` would otherwise become an attribute without a value.
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: '',
})

function lineElement(line: AnswerLine): object {
  return { [attributes]: attributesOf(Object.entries(lineCells(line))) }
}

function attributesOf(fields: Iterable<readonly [string, string | number | null]>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, value] of fields) found[name] = cleanForXml(String(value ?? ''))
  return found
}
