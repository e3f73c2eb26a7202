import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CardPlan } from '../../src/exchange/portal/plan/card-plan.ts'
import { problem } from '../../src/problems/problem.ts'
import { cardPlanJson, cardPlanLines, planJson, planLines } from '../../src/report/plan-report.ts'
import { cardPlan, plainTexts, summary, update } from './plan-cards.ts'
import { screen } from './screen.ts'

const { terminal } = screen()

test('a plan is told in counts, what a person must see first, and what it costs', () => {
  const counts = { cards: 1205, create: 1000, update: 200, review: 3, wait: 2, requests: 91, minutes: 3.4 }
  const lines = planLines(summary(counts), terminal)
  assert.deepEqual(
    lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()),
    [
      'Карточек в плане: 1 205',
      'на проверку 3',
      'ждёт 2',
      'создать 1 000',
      'изменить 200',
      'Запросов к порталу: 91, около 3 мин',
    ],
  )
})

test('a plan without work says so and names no time', () => {
  const lines = planLines(summary({ cards: 5, nothing: 5 }), screen({ language: 'en' }).terminal)
  assert.deepEqual(lines, ['Cards in the plan: 5', '  unchanged  5', 'There is nothing to change on the portal.'])
})

test('a plan that the brake stops says by what, and how a person lets it go on or gives it up', () => {
  const state = { changed: 1500, updates: 504, known: 1000 }
  const toldOf = (reasons: readonly ('share' | 'records')[]) =>
    planLines(summary({ cards: 1500, create: 996, update: 504, brake: { ...state, reasons } }), terminal)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
  const told = toldOf(['share', 'records'])
  assert.match(told, /Остановлено тормозом Изменилось бы карточек: 504 из 1 000 известных \(51%\), .* brake\.share\./)
  assert.match(told, /создано и изменено карточек: 1 500, .* brake\.records\./)
  assert.match(told, /--allow-mass-change.*--discard-plan/)
  assert.doesNotMatch(toldOf(['share']), /brake\.records/)
})

test('a card is told with every field from what to what, and with what is doubtful about it', () => {
  const card = cardPlan({
    action: 'update',
    portalId: 51,
    foundBy: 'inn',
    changes: [update({ title: 'ООО «Сова»', comments: '', industry: 'IT' }, { title: 'Сова', comments: 'старое', industry: '' })],
    problems: [problem('exchange.no-id')],
  })
  const [head, ...rest] = cardPlanLines(card, terminal, plainTexts)
  assert.equal(head, '~ компания ООО «Полярная сова» [0b7e-1] → 51 (найдена по ИНН в реквизитах)')
  assert.deepEqual(rest.slice(0, 3), ['    title: Сова → ООО «Сова»', '    comments: старое → (пусто)', '    industry: IT'])
  assert.match(rest.slice(3).join('\n'), /\[exchange\.no-id\]/)
})

test('an item of a smart process goes by the name of its process, where that is known', () => {
  const headOf = (card: CardPlan, language: 'ru' | 'en' = 'ru') =>
    cardPlanLines(card, screen({ language }).terminal, plainTexts)[0]
  const contract = { entity: 'process:1032', key: 'd1', title: 'Договор 5' } as const
  const names = { 'process:1032': 'Договоры' }
  assert.equal(headOf(cardPlan({ ...contract, names })), '+ «Договоры» Договор 5 [d1]')
  assert.equal(headOf(cardPlan({ ...contract, names }), 'en'), '+ “Договоры” Договор 5 [d1]')
  assert.equal(headOf(cardPlan(contract)), '+ смарт-процесс Договор 5 [d1]')
})

test('programs get counts, limits, and the same fields', () => {
  assert.deepEqual(planJson(summary({ cards: 1, create: 1, requests: 2, minutes: 0.1 })), {
    cards: 1,
    counts: { create: 1, update: 0, nothing: 0, skip: 0, review: 0, refuse: 0, wait: 0 },
    requests: 2,
    minutes: 0.1,
    brake: null,
  })
  const json = cardPlanJson(cardPlan({ changes: [update({ title: 'а' }, { title: 'б' })] }), 'ru', plainTexts)
  assert.deepEqual(json.changes, [{ what: 'title', from: 'б', to: 'а' }])
  assert.equal(json.id, '0b7e-1')
})
