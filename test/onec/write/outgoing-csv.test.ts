import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EncodingLoss, encodeText } from '../../../src/onec/write/encode-text.ts'
import { writeOutgoing } from '../../../src/onec/write/outgoing.ts'
import type { OutDocument } from '../../../src/records/out-document.ts'
import { documentsArbitrary, fileOf, madeDocument, madeMessage, madeRow, nastyText, newParty } from './made-documents.ts'
import { readPlainTable } from './readers/plain.ts'

const bolts = madeDocument({
  id: '9a1f0001-0000-4000-8000-000000000001',
  title: 'Насос; "срочно"',
  client: newParty({ phones: ['+7 495 000-00-01', '+7 495 000-00-02'] }),
  rows: [madeRow({ article: 'БЛТ-10', discount: '4' }), madeRow({ name: 'Доставка', service: true, quantity: '1.5', vat: null })],
  requisites: [
    { name: 'Организация', value: 'ООО "Свет"' },
    { name: 'Склад', value: '' },
  ],
})

test('a line is a row of goods with its document before it; the head has the message, the last line counts them', async () => {
  const bare = madeDocument({
    portalId: 7,
    kind: 'process',
    rows: [],
    amount: '10',
    client: null,
    cancelled: true,
    completed: true,
  })
  const text = (await fileOf([bolts, bare], 'csv')).toString()
  const head = 'сделка;1045;9a1f0001-0000-4000-8000-000000000001;B24-1045;2026-03-05T10:15:00;2026-03-05T12:00:00'
  const words = "Насос, 'срочно';В работе;В работе;0;0;138.00;RUB;Василёк;;5;7701003010;770101001"
  const contacts =
    "+7 495 000-00-01, +7 495 000-00-02;new@mayak.example;Марина Орлова;Позвонить до обеда;Организация=ООО 'Свет', Склад="
  const columns = [
    'Вид;ИдБ24;Ид1С;Номер;Дата;Изменен;Название;Стадия;Статус;Отменен;Завершен;Сумма;Валюта;Клиент;КлиентИд1С;КлиентИдБ24;ИНН;КПП',
    'Телефон;Почта;Ответственный;Комментарий;Реквизиты',
    'НомерСтроки;ТоварИд1С;Товар;Артикул;Услуга;Единица;КодЕдиницы;Количество;Цена;СуммаСтроки;Скидка;СтавкаНДС',
  ]
  assert.deepEqual(text.split('\r\n'), [
    '#obmen24;1;Сообщение;12;2026-03-05T12:05:00',
    columns.join(';'),
    `${head};${words};${contacts};1;4f1a0001-0000-4000-8000-000000000001;Болт М10;БЛТ-10;0;шт;796;10;12.00;120.00;4.00;20`,
    `${head};${words};${contacts};2;4f1a0001-0000-4000-8000-000000000001;Доставка;;1;шт;796;1.5;12.00;18.00;0.00;Без НДС`,
    'элемент;7;;B24-7;2026-03-05T10:15:00;2026-03-05T12:00:00;Продажа;В работе;В работе;1;1;10.00;RUB;;;;;;;;Марина Орлова;Позвонить до обеда;;;;;;;;;;;;;',
    '#Конец;3',
    '',
  ])
})

test('an empty message is a head and an end', async () => {
  const { message, made, rows, isWhole } = readPlainTable(await fileOf([], 'csv'))
  assert.deepEqual([message, made, rows, isWhole], [12, '2026-03-05T12:05:00', [], true])
})

test('whatever documents say, a reader that splits at ; finds every cell in its column', async () => {
  await fc.assert(
    fc.asyncProperty(documentsArbitrary, fc.boolean(), async (made, isBare) => {
      const documents = isBare ? made.map((document) => ({ ...document, rows: [] })) : made
      const { rows, isWhole } = readPlainTable(await fileOf(documents, 'csv'))
      assert.equal(isWhole, true)
      const lines = documents.flatMap((document) =>
        (document.rows.length === 0 ? [null] : document.rows).map((row) => ({ document, row })),
      )
      assert.equal(rows.length, lines.length)
      for (const [place, { document, row }] of lines.entries()) {
        assert.equal(rows[place]!['Номер'], document.number)
        assert.equal(rows[place]!['Комментарий'], cleaned(document.comment))
        assert.equal(rows[place]!['Клиент'], cleaned(document.client!.name))
        assert.equal(rows[place]!['Товар'], row === null ? '' : cleaned(row.name))
        assert.equal(rows[place]!['Количество'], row?.quantity ?? '')
      }
    }),
    { numRuns: 50 },
  )
})

test('what has no separators and no line ends comes back as it was', async () => {
  const plain = nastyText.map((text) => cleaned(text))
  await fc.assert(
    fc.asyncProperty(plain, plain, plain, async (title, comment, name) => {
      const document = madeDocument({ title, comment, client: newParty({ name }), rows: [madeRow({ name: title })] })
      const [row] = readPlainTable(await fileOf([document], 'csv')).rows
      assert.deepEqual([row?.['Название'], row?.['Комментарий'], row?.['Клиент'], row?.['Товар']], [title, comment, name, title])
    }),
    { numRuns: 50 },
  )
})

/** What `docs/formats.md` says of values: said here once more. */
function cleaned(value: string): string {
  const line = value.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').toWellFormed()
  return line.replaceAll(';', ',').replaceAll('"', "'").replaceAll('|', ' ')
}

test('a file that is cut off anywhere is not whole', async () => {
  const file = await fileOf([bolts, madeDocument({ portalId: 7 })], 'csv')
  const lastLine = file.lastIndexOf('#Конец;3')
  for (let end = 0; end < lastLine + Buffer.byteLength('#Конец;3'); end += 7) {
    assert.equal(readable(file.subarray(0, end)), false, String(end))
  }
})

function readable(file: Uint8Array): boolean {
  try {
    return readPlainTable(file).isWhole
  } catch {
    return false
  }
}

test('in windows-1251 nothing is lost without a word, and no letter becomes a separator', async () => {
  const documents = [
    madeDocument({ title: '100 ₽ − café Қуат', comment: '； ＂ ｜ 😀', client: newParty({ name: 'ООО «Ёж» № 5' }) }),
  ]
  const { rows, losses, isWhole } = await inCp1251(documents)
  const [row] = rows
  assert.deepEqual(
    [row?.['Название'], row?.['Комментарий'], row?.['Клиент'], isWhole],
    ['100 руб. - cafe Куат', ", '   ?", 'ООО «Ёж» № 5', true],
  )
  assert.deepEqual(losses, [{ substituted: 7, lost: 1, letters: '₽−éҚ；＂｜😀' }])
  assert.deepEqual((await inCp1251([madeDocument()])).losses, [])
})

test('whatever documents say, in windows-1251 too every cell stands in its column', async () => {
  await fc.assert(
    fc.asyncProperty(documentsArbitrary, async (documents) => {
      const { rows, isWhole, losses } = await inCp1251(documents)
      assert.deepEqual([rows.length, isWhole], [documents.reduce((count, document) => count + document.rows.length, 0), true])
      const same = readPlainTable(await fileOf(documents, 'csv')).rows
      assert.equal(losses.length === 0, JSON.stringify(same) === JSON.stringify(rows))
    }),
    { numRuns: 50 },
  )
})

async function inCp1251(documents: readonly OutDocument[]) {
  const losses: EncodingLoss[] = []
  const parts: Uint8Array[] = []
  const text = writeOutgoing('csv', madeMessage(documents))
  for await (const part of encodeText(text, 'windows-1251', (loss) => losses.push(loss))) parts.push(part)
  return { ...readPlainTable(Buffer.concat(parts), 'windows-1251'), losses }
}

test('a thousand documents leave the writer one by one', async () => {
  const documents = Array.from({ length: 1000 }, (_, place) =>
    madeDocument({ portalId: place + 1, rows: Array(20).fill(madeRow()) }),
  )
  for (const format of ['csv', 'xml'] as const) {
    let [longest, whole] = [0, 0]
    for await (const piece of writeOutgoing(format, madeMessage(documents))) {
      longest = Math.max(longest, piece.length)
      whole += piece.length
    }
    assert.ok(longest < (2 * whole) / 1000, `${format}: ${longest} of ${whole}`)
  }
})
