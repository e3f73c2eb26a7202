import type { AnswerHead, AnswerLines } from './answer.ts'
import type { TextEncoding } from './encode-text.ts'
import { writeResultCsv } from './write-result-csv.ts'
import { writeResultJson } from './write-result-json.ts'
import { writeResultXml } from './write-result-xml.ts'

export type AnswerFormat = 'csv' | 'xml' | 'json'

const writers = { csv: writeResultCsv, xml: writeResultXml, json: writeResultJson } as const

/** The text of an answer in the wanted format, in pieces. */
export function writeAnswer(format: AnswerFormat, head: AnswerHead, lines: AnswerLines): AsyncGenerator<string> {
  return writers[format](head, lines)
}

/**
 * `kontragenty.xml` → `kontragenty.xml.result.csv`. The whole name of the input is kept, so that 1C makes the name of the
 * answer by adding to the name it wrote, and `zn.csv` and `zn.xml` never share an answer.
 */
export function answerFileName(input: string, format: AnswerFormat): string {
  return `${input}.result.${format}`
}

/** The setting speaks for the text files alone: XML and JSON are always UTF-8 without BOM. */
export function answerEncoding(format: AnswerFormat, setting: TextEncoding): TextEncoding {
  return format === 'csv' ? setting : 'utf-8'
}
