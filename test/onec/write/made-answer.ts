import type { AnswerHead, AnswerLine } from '../../../src/onec/write/answer.ts'
import { noCounts } from '../../../src/onec/write/answer.ts'

/** A line that is like any other but for what the test is about. */
export function madeLine(over: Partial<AnswerLine> = {}): AnswerLine {
  return {
    row: 1,
    kind: 'counterparty',
    id: '5f3a1c2e-7b44-11ee-9a01-0050569c0001',
    bitrixId: '4512',
    action: 'created',
    code: '',
    text: '',
    hash: '9b2d6c01',
    at: '2026-03-05T09:05:07+03:00',
    ...over,
  }
}

/** A head whose totals are those of the lines. */
export function headFor(lines: readonly AnswerLine[], over: Partial<AnswerHead> = {}): AnswerHead {
  const counts = noCounts()
  for (const line of lines) counts[line.action]++
  return {
    message: 12,
    input: 'Контрагенты.xml',
    sha256: 'ab'.repeat(32),
    bytes: 48_211,
    startedAt: '2026-03-05T09:05:01.250+03:00',
    finishedAt: '2026-03-05T09:05:09+03:00',
    verdict: 'done',
    repeatOf: null,
    problem: null,
    counts,
    rows: lines.length,
    ...over,
  }
}

export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

/** One line of each action, and a value with everything that a text file cannot hold. */
export const variedLines: readonly AnswerLine[] = [
  madeLine(),
  madeLine({ row: 2, action: 'updated', bitrixId: '77', text: 'Телефон «+7 495 123-45-67» дополнен' }),
  madeLine({ row: 3, kind: 'product', action: 'prepared', bitrixId: '' }),
  madeLine({ row: 4, kind: 'group', action: 'remembered', bitrixId: '' }),
  madeLine({ row: 5, kind: 'workOrder', id: 'ЗН-000123', action: 'unchanged' }),
  madeLine({ row: 6, kind: 'contactPerson', action: 'skipped', code: 'record.deleted', text: 'Помечен на удаление' }),
  madeLine({ row: 7, kind: 'order', action: 'waiting', text: 'Ждёт контрагента' }),
  madeLine({ row: 8, action: 'review', text: 'Подходят 101 и 205; выберите "свой"' }),
  madeLine({
    row: 9,
    kind: 'row',
    id: '',
    bitrixId: '',
    action: 'refused',
    code: 'inn.check-digit',
    text: 'ИНН\r\n7701;"<a>&\t|\u0000|\u2028конец',
  }),
  madeLine({
    row: 10,
    kind: 'booking',
    action: 'deleted',
    bitrixId: '',
    code: 'plan.document-deleted',
    text: 'Помечена на удаление',
  }),
]
