import { answerVersion } from './answer-table.ts'
import { localTime } from './answer-time.ts'
import { cleanForTable } from './clean-value.ts'

/** Which card of the portal belongs to a 1C id. */
export interface LinkLine {
  readonly kind: keyof typeof cardWords
  /** The 1C id. */
  readonly id: string
  readonly bitrixId: string
  /** When the portal confirmed it last. Local time with its zone. */
  readonly at: string
}

/** Columns of `links.csv`, named as in the answers. */
const linkColumns = ['Вид', 'Ид1С', 'ИдБ24', 'ДатаВремя'] as const

const cardWords = { company: 'компания', contact: 'контакт', deal: 'сделка', invoice: 'счет', process: 'элемент' } as const

/**
 * The text of `links.csv`: a version line, the header, one line per link, and `#Конец;lines` last, by which a reader knows
 * that the file is whole. The rules of the answers hold here too (`write-result-csv.ts`): nothing is quoted, lines end with CRLF.
 */
export async function* writeLinks(links: AsyncIterable<readonly LinkLine[]>): AsyncGenerator<string> {
  let count = 0
  yield `#obmen24;${answerVersion}${lineEnd}${linkColumns.join(';')}${lineEnd}`
  for await (const batch of links) {
    count += batch.length
    yield batch.map(lineText).join('')
  }
  yield `#Конец;${count}${lineEnd}`
}

const lineEnd = '\r\n'

function lineText({ kind, id, bitrixId, at }: LinkLine): string {
  return [cardWords[kind], id, bitrixId, localTime(at)].map(cleanForTable).join(';') + lineEnd
}
