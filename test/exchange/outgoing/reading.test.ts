import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Parts, rowsPart } from '../../../src/exchange/outgoing/parts.ts'
import {
  afterExport,
  afterWord,
  type Before,
  inMessage,
  nothingSent,
  type Reading,
  type Word,
  withNews,
} from '../../../src/exchange/outgoing/reading.ts'

const first = '2026-03-05T09:10:00+03:00'
const second = '2026-03-05T09:20:00+03:00'

/** 100 was sent first, 200 after it; 1C told 90 of it before. */
const twice = withNews(withNews(nothingSent, ['opportunity'], { known: {}, wasSent: false, at: first }), ['opportunity'], {
  known: { opportunity: '100' },
  wasSent: true,
  at: second,
})

const before: Before = {
  known: { opportunity: '200', stageId: 'WON', comments: 'Позвонить' },
  told: { opportunity: '90' },
  number: '7',
}

const word = (parts: Word['parts'], generated = ''): Word => ({ number: '7', parts, generated })

const unreadAfter = (reading: Reading, said: Word, known: Before = before) => Object.keys(afterWord(reading, said, known).unread)

test('the present word shows that it was loaded, an older one and one of 1C itself do not', () => {
  assert.deepEqual(unreadAfter(twice, word({ opportunity: '200' })), [])
  assert.deepEqual(unreadAfter(twice, word({ opportunity: '100' })), ['opportunity'])
  assert.deepEqual(unreadAfter(twice, word({ opportunity: '90' }, '2026-03-05T09:30:00')), ['opportunity'])
  assert.deepEqual(unreadAfter(twice, word({ opportunity: '130' }, '2026-03-05T09:30:00')), ['opportunity'])
})

test('words before the one that 1C gives back are over; its own word ends them all, and what it only repeats none', () => {
  const older = (said: Word) => afterWord(twice, said, before).former['opportunity']
  assert.deepEqual(older(word({ opportunity: '100' })), ['100'])
  assert.deepEqual(older(word({ opportunity: '90' })), ['100'])
  assert.deepEqual(older(word({ opportunity: '130' })), [])
  assert.deepEqual(older(word({ opportunity: '200' })), [])
  assert.deepEqual(older(word({})), ['100'])
})

test('a word that 1C had before, or was sent before, shows nothing unless the export is newer than the message', () => {
  const back = withNews(twice, ['opportunity'], { known: { opportunity: '200' }, wasSent: true, at: '2026-03-05T09:30:00+03:00' })
  const again: Before = { ...before, known: { opportunity: '100' } }
  assert.deepEqual(unreadAfter(back, word({ opportunity: '100' }), again), ['opportunity'])
  assert.deepEqual(unreadAfter(back, word({ opportunity: '100' }, '2026-03-05T09:25:00'), again), ['opportunity'])
  assert.deepEqual(unreadAfter(back, word({ opportunity: '100' }, '2026-03-05T09:31:00'), again), [])
})

test('what has not been in the file yet is shown by nothing', () => {
  const waiting = withNews(nothingSent, ['opportunity'], { known: {}, wasSent: false, at: '' })
  assert.deepEqual(unreadAfter(waiting, word({ opportunity: '200' })), ['opportunity'])
  assert.deepEqual(inMessage(waiting, first).unread, { opportunity: first })
})

test('what 1C tells nothing of is read by its next export; the stage may stay as it was, other parts speak for themselves', () => {
  const quiet = { known: {}, wasSent: false, at: first }
  const reading = withNews(nothingSent, ['UF_CRM_CAR', 'stageId', 'comments'], quiet)
  const heard = afterWord(reading, word({ stageId: 'NEW', comments: 'Склад' }, '2026-03-05T09:30:00'), before)
  assert.deepEqual(Object.keys(heard.unread), ['UF_CRM_CAR', 'stageId', 'comments'])
  assert.equal(afterExport(heard, '2026-03-05T09:30:00'), heard, 'the same job')
  assert.deepEqual(Object.keys(afterExport(heard, '2026-03-05T09:40:00').unread), ['comments'])
  assert.deepEqual(afterWord(reading, word({}), before).silent, {}, 'nobody knows when it was exported')
})

test('1C shows parts in its own way: the comment behind its words, the client alone, rows with other units and taxes', () => {
  const row = { productId: 0, productName: 'Болт', price: '12', discountSum: '', taxIncluded: 'N', measureCode: '796' } as const
  const sent = rowsPart([{ ...row, quantity: '1.2345', taxRate: '20' }])
  const known = { comments: 'Позвонить', contactIds: '7,9', rows: sent }
  const all = withNews(nothingSent, ['comments'], { known: {}, wasSent: false, at: first })
  const ways: readonly Parts[] = [
    { comments: 'Комментарий менеджера на сайте: Позвонить' },
    { contactIds: '7' },
    { rows: rowsPart([{ ...row, productName: 'болт', quantity: '1.235', taxRate: '', measureCode: '' }]) },
  ]
  for (const told of ways) {
    const [name] = Object.keys(told)
    const reading: Reading = { ...all, unread: { [name!]: first } }
    assert.deepEqual(unreadAfter(reading, word(told), { ...before, known, told: {} }), [], name)
  }
})
