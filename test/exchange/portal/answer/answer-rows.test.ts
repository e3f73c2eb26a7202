import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fillAnswer } from '../../../../src/exchange/portal/answer/answer-rows.ts'
import { openAnswerSpool } from '../../../../src/onec/write/answer-spool.ts'
import { at, clients, openStaging, outcomes, persons } from '../stage/staging.ts'

const waiting = { action: 'waiting', code: 'plan.company-waits', text: 'Ждёт компанию.', portalId: null }

test('after a retry the same rows tell what has become of them since', async (t) => {
  const { stage, apply, retry, ledger } = await openStaging(t)
  const staged = await stage({
    'a.csv': persons(['1;Осокина Вера;;', '2;Рябова Анна;;']),
    'b.csv': persons(['2;Рябова Анна;;']),
  })
  await apply(staged, { 2: waiting })
  assert.deepEqual(outcomes(await staged.lines(0)), ['created', 'waiting plan.company-waits'])
  const first = await retry()
  assert.deepEqual(
    first.cards.map(({ key }) => key),
    ['2'],
  )
  assert.deepEqual(await ledger.cards.messagesOf(first.run), [1, 2], 'both messages ask for that card')
  await apply(first, { 2: waiting })
  const second = await retry()
  await apply(second)
  assert.deepEqual(outcomes(await staged.lines(0)), ['created', 'created'])
  assert.deepEqual(
    (await staged.lines(1)).map(({ bitrixId, action }) => [bitrixId, action]),
    [['104', 'created']],
  )
  assert.deepEqual((await retry()).cards, [])
})

test('what the reading found stands beside the outcome of the card, its code first where it is an error', async (t) => {
  const { stage, apply } = await openStaging(t)
  const staged = await stage({
    'k.csv': 'Код;Наименование;ИНН;E-mail\r\n1;ООО «Ёлка»;7701000018;\r\n2;ООО «Пион»;7707083893;кривая почта\r\n',
  })
  const review = { action: 'review', code: 'plan.several', text: 'Подходят две.', portalId: null }
  await apply(staged, { 1: review, 2: review })
  const [inn, email] = await staged.lines()
  assert.equal(inn?.action, 'review')
  assert.match(inn!.text, /^Подходят две\. .*ИНН/)
  assert.match(email!.text, /^Подходят две\. ./)
  assert.deepEqual(
    [inn?.code, email?.code].map((code) => code !== ''),
    [true, true],
  )
})

test('a company whose person could not be used says who and why', async (t) => {
  const { stage, apply } = await openStaging(t)
  const staged = await stage({
    'k.xml': clients([
      {
        id: 'k1',
        inn: '7701000019',
        people: [
          ['p1', 'Осокина Вера'],
          ['p2', 'Рябова Анна'],
        ],
      },
    ]),
  })
  await apply(staged, { p2: { action: 'review', code: 'plan.several', text: 'Подходят две.', portalId: null } })
  const [line] = await staged.lines()
  assert.deepEqual(
    [line?.action, line?.bitrixId, line?.code, line?.text],
    ['created', '101', 'plan.several', 'Рябова Анна: Подходят две.'],
  )
})

test('an answer is filled with its lines, and counts them', async (t) => {
  const { stage, apply, ledger } = await openStaging(t)
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 spool '))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const staged = await stage({ 'a.csv': persons(['1;Осокина Вера;;', '2;Рябова Анна;;', '3;;;']) })
  await apply(staged, { 2: waiting })
  const spool = await openAnswerSpool(join(folder, '1.lines'))
  await fillAnswer(ledger, staged.messages[0]!, spool, { at, language: 'ru' })
  assert.deepEqual([spool.rows, spool.counts.created, spool.counts.waiting, spool.counts.refused], [3, 1, 1, 1])
  await spool.close()
})
