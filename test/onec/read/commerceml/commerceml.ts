import {
  type CommercemlFacts,
  type CommercemlOptions,
  readCommerceml,
  surveyCommerceml,
} from '../../../../src/onec/read/commerceml/read-commerceml.ts'
import type { ReadRow } from '../../../../src/onec/read/reading.ts'
import type { OnecRecord, RecordKind } from '../../../../src/records/record.ts'

type Of<K extends RecordKind> = Extract<OnecRecord, { kind: K }>

export interface Told {
  readonly rows: readonly ReadRow[]
  readonly facts: CommercemlFacts
}

/** Reads a whole CommerceML file out of a text. */
export async function commerceml(xml: string, options: CommercemlOptions = {}): Promise<Told> {
  const reading = readCommerceml(() => bytesOf(xml), 'utf-8', options)
  const rows: ReadRow[] = []
  for (;;) {
    const step = await reading.next()
    if (step.done) return { rows, facts: step.value }
    rows.push(...step.value)
  }
}

/** Surveys it: what the file is and holds. */
export function surveyed(xml: string): Promise<CommercemlFacts> {
  return surveyCommerceml(() => bytesOf(xml), 'utf-8')
}

/** `content` inside the root of a file of 2.x, or of another version by the attributes given. */
export function file(content: string, attributes = 'ВерсияСхемы="2.07" ДатаФормирования="2026-03-05T09:05:07"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ${attributes}>\n${content}\n</КоммерческаяИнформация>\n`
}

/** The records of one kind in the file. */
export async function records<K extends RecordKind>(
  kind: K,
  xml: string,
  options: CommercemlOptions = {},
): Promise<readonly Of<K>[]> {
  const { rows, facts } = await commerceml(xml, options)
  if (facts.error !== null) throw new Error(`refused: ${facts.error.code}`)
  return rows.flatMap(({ record }) => (record?.kind === kind ? [record as Of<K>] : []))
}

/** The only record of that kind in the file. */
export async function one<K extends RecordKind>(kind: K, xml: string, options: CommercemlOptions = {}): Promise<Of<K>> {
  const found = await records(kind, xml, options)
  if (found.length !== 1) throw new Error(`${found.length} records of kind ${kind}`)
  return found[0]!
}

/** `code field line` of the problems of a record or a row, in their order. */
export function codes({ problems }: Pick<ReadRow, 'problems'>): readonly string[] {
  return problems.map(({ code, place }) => `${code} ${place.field} ${place.line}`)
}

export const product = (content: string, attributes = '') =>
  file(`<Каталог><Ид>cat-1</Ид><Товары><Товар ${attributes}>${content}</Товар></Товары></Каталог>`)

export const offer = (content: string, attributes = '') =>
  file(
    `<ПакетПредложений><ИдКаталога>cat-1</ИдКаталога><Предложения><Предложение ${attributes}>${content}</Предложение></Предложения></ПакетПредложений>`,
  )

export const counterparty = (content: string) => file(`<Контрагенты><Контрагент>${content}</Контрагент></Контрагенты>`)

export const document = (content: string) => file(`<Документ>${content}</Документ>`)

export const requisites = (pairs: Readonly<Record<string, string>>) =>
  `<ЗначенияРеквизитов>${Object.entries(pairs)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`

// In pieces of odd length, as a disk gives them; they cut through letters.
async function* bytesOf(xml: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += 997) yield Uint8Array.from(bytes.subarray(at, at + 997))
}
