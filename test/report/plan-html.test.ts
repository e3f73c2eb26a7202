import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardPlan } from '../../src/exchange/portal/plan/card-plan.ts'
import type { PlanSummary } from '../../src/exchange/portal/plan/plan-summary.ts'
import type { RowPlan } from '../../src/exchange/portal/plan/row-plan.ts'
import { problem } from '../../src/problems/problem.ts'
import { type PlanPage, planHtml } from '../../src/report/plan-html.ts'
import { cardPlan, plainTexts, summary, update } from './plan-cards.ts'

const page: PlanPage = {
  language: 'ru',
  about: 'Портал example.ru',
  texts: plainTexts,
  rows: rowBatches(),
  rowCounts: { refuse: 0, review: 0, wait: 0, skip: 0 },
  cardUrl: ({ entity }, id) => `https://example.ru/crm/${entity}/details/${id}/`,
}

async function* rowBatches(...given: readonly RowPlan[]) {
  yield given
}

async function* batches(...given: readonly (readonly CardPlan[])[]) {
  yield* given
}

async function pageOf(counts: Partial<PlanSummary>, cards: readonly CardPlan[], more: Partial<PlanPage> = {}): Promise<string> {
  let text = ''
  for await (const piece of planHtml(summary(counts), batches(cards), { ...page, ...more })) text += piece
  return text
}

test('the page shows what waits for a person before what is done, with links to the cards', async () => {
  const text = await pageOf({ cards: 4, create: 1, update: 1, review: 1, wait: 1 }, [
    cardPlan({ title: 'Новая' }),
    cardPlan({ title: 'Старая', action: 'update', portalId: 51, changes: [update({ title: 'Б' }, { title: 'А' })] }),
    cardPlan({ title: 'Двойная', action: 'review', problems: [problem('exchange.no-id')] }),
    cardPlan({ title: 'Поздняя', action: 'wait', problems: [problem('plan.document-waits', { cards: 'Рябова Анна' })] }),
  ])
  const groups = [...text.matchAll(/<h2>(.*?) <small>(\d+)/g)].map(([, group, count]) => `${group} ${count}`)
  assert.deepEqual(groups, [
    'На проверку человеку 1',
    'Ждут других карточек или товаров 1',
    'Будут созданы 1',
    'Будут изменены 1',
  ])
  assert.match(text, /<section class="wait">[\s\S]*Поздняя[\s\S]*Рябова Анна/)
  assert.ok(text.indexOf('Двойная') < text.indexOf('Новая') && text.indexOf('Новая') < text.indexOf('Старая'))
  assert.match(text, /<a href="https:\/\/example\.ru\/crm\/company\/details\/51\/"><b>Старая<\/b>/)
  assert.match(text, /<del>А<\/del> → <ins>Б<\/ins>/)
  assert.match(text, /<code>exchange\.no-id<\/code>/)
  assert.ok(text.startsWith('<!doctype html>') && text.endsWith('</html>\n'))
})

test('nothing that 1C wrote becomes markup, and nothing is fetched from outside', async () => {
  const evil = '<script>alert(1)</script>"\'&'
  const text = await pageOf(
    { cards: 1, update: 1 },
    [cardPlan({ title: evil, key: evil, action: 'update', portalId: 1, changes: [update({ [evil]: evil }, { [evil]: evil })] })],
    { about: evil },
  )
  assert.doesNotMatch(text, /<script|alert\(1\)<\//)
  assert.doesNotMatch(text, /<link|<img|@import|url\(|src=/)
  assert.equal(text.split('&#60;script&#62;').length - 1, 6)
})

test('the brake stands at the top in words', async () => {
  const brake = { reasons: ['share'], changed: 2000, updates: 2000, known: 2500 } as const
  const text = await pageOf({ cards: 2000, update: 2000, brake }, [cardPlan({ action: 'update', portalId: 7 })])
  assert.match(text, /class="care brake"><h3>Остановлено тормозом/)
  assert.match(text, /Показаны первые 1 из 2\s000;/)
  assert.ok(text.indexOf('--allow-mass-change') < text.indexOf('Будут изменены'))
  assert.doesNotMatch(await pageOf({ cards: 1, create: 1 }, [cardPlan()]), /class="care brake"/)
})

test('of many cards the first are shown, and the page says how many there are', async () => {
  const cards = Array.from({ length: 7 }, (_, at) => cardPlan({ title: `Карточка ${at + 1}` }))
  const text = await pageOf({ cards: 7, create: 7 }, cards, { details: 3 })
  assert.match(text, /Карточка 3/)
  assert.doesNotMatch(text, /Карточка 4/)
  assert.match(text, /Показаны первые 3 из 7;/)
})

test('a plan that changes nothing is a page, too, in English as well', async () => {
  const text = await pageOf({ cards: 4, nothing: 4 }, [cardPlan({ action: 'nothing', title: 'Тихая' })], { language: 'en' })
  assert.match(text, /<html lang="en">/)
  assert.match(text, /There is nothing to change on the portal\./)
  assert.doesNotMatch(text, /Тихая/)
})

test('addresses inside a sentence can be opened', async () => {
  const found = problem('command.no-file', {
    name: 'https://example.ru/crm/company/details/1/, https://example.ru/crm/company/details/2/.',
  })
  const text = await pageOf({ cards: 1, review: 1 }, [cardPlan({ action: 'review', problems: [found] })])
  assert.match(text, /<a href="https:\/\/example\.ru\/crm\/company\/details\/1\/">/)
  assert.match(text, /<a href="https:\/\/example\.ru\/crm\/company\/details\/2\/">/)
})

test('rows that become no card are told with their reason, what a person has to look at first, and no markup of theirs', async () => {
  const row: RowPlan = {
    file: 'b.csv',
    row: 4,
    kind: 'booking',
    id: '<b>9</b>',
    action: 'refuse',
    code: 'exchange.no-id',
    text: 'Нет',
  }
  const rows = rowBatches({ ...row, action: 'skip', id: '5' }, row, { ...row, row: 5 }, { ...row, row: 6 })
  const text = await pageOf({}, [], { rows, rowCounts: { refuse: 3, review: 0, wait: 0, skip: 1 }, details: 2 })
  assert.match(text, /Строк, которые карточками не станут: не принято <small>3<\/small>/)
  assert.match(text, /Показаны первые 2 из 3/)
  assert.match(text, /b\.csv, строка 4: бронь &#60;b&#62;9&#60;\/b&#62;<\/td><td>Нет/)
  assert.ok(text.indexOf('не принято <small>') < text.indexOf('пропустить <small>'))
  assert.doesNotMatch(text, /строка 6/)
})
