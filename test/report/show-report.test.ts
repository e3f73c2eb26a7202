import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompanyDraft } from '../../src/bitrix24/drafts/draft.ts'
import type { ToldCard } from '../../src/exchange/portal/told-card.ts'
import type { Card } from '../../src/ledger/cards.ts'
import type { Link } from '../../src/ledger/links.ts'
import type { Operation } from '../../src/ledger/operations.ts'
import { changeTexts } from '../../src/report/change-texts.ts'
import { isUnknown, type ShownId, type ShowOptions, showJson, showLines } from '../../src/report/show-report.ts'
import { cardPlan, plainTexts, update } from './plan-cards.ts'
import { screen } from './screen.ts'

const { terminal } = screen()

const draft: CompanyDraft = {
  kind: 'company',
  key: 'k1',
  originId: 'k1',
  custom: { UF_CRM_MANAGER: 'Орлов' },
  comments: 'о'.repeat(200),
  responsible: '',
  title: 'ООО «Полярная сова»',
  companyType: 'Клиент',
  industry: '',
  phones: [{ type: 'WORK', value: '+74950000001' }],
  emails: [],
  sites: [],
  requisites: [],
}
const told: ToldCard = { entity: 'company', key: 'k1', draft, initial: [], companies: [], deleted: true }

const link: Link = {
  entity: 'company',
  key: 'k1',
  portalId: 51,
  told: JSON.stringify(told),
  hash: 'h',
  generated: '',
  message: 3,
  run: 2,
  at: '2026-03-05T09:05:07+03:00',
}

const card: Card = {
  run: 4,
  number: 12,
  entity: 'company',
  key: 'k1',
  told: JSON.stringify(told),
  hash: 'h',
  rules: '{}',
  generated: '',
  message: 9,
  state: 'done',
  plan: null,
  plannedAt: null,
  result: { action: 'refused', code: 'crm.user-unknown', text: 'Нет такого сотрудника', portalId: 51 },
}

const operation: Operation = {
  number: 77,
  run: 4,
  card: 12,
  entity: 'company',
  key: 'k1',
  portalId: 51,
  change: JSON.stringify(update({ title: 'Б' }, { title: 'А' })),
  state: 'unknown',
  sentAt: Date.UTC(2026, 2, 5, 6, 5, 7),
  result: null,
}

const options: ShowOptions = { texts: plainTexts, cardUrl: (entity, id) => `https://example.ru/crm/${entity}/details/${id}/` }

function shown(given: Partial<ShownId> = {}): ShownId {
  return { id: 'k1', links: [], cards: [], operations: [], messages: [], outgoing: [], processes: {}, ...given }
}

test('a 1C id is told with its card, what 1C told, what became of it and what was sent', () => {
  const text = showLines(shown({ links: [link], cards: [card], operations: [operation] }), terminal, options).join('\n')
  assert.match(
    text,
    /Битрикс24: компания № 51, подтверждено 2026-03-05 09:05:07 \(запуск 2\)\n {2}https:\/\/example\.ru\/crm\/company\/details\/51\//,
  )
  assert.match(text, /Название: +ООО «Полярная сова»/)
  assert.match(text, /Телефоны: +\+74950000001/)
  assert.match(text, /UF_CRM_MANAGER: +Орлов/)
  assert.match(text, /Комментарий: +о{120}…/)
  assert.match(text, /Помечен на удаление: +да/)
  assert.match(text, /4 {2}компания {2}ошибок {2}Нет такого сотрудника {2}\[crm\.user-unknown\]/)
  assert.match(text, /№ 77 \(запуск 4\) {2}изменение карточки: ответ потерян\n {6}title: А → Б/)
})

test('smart processes, clients and requisites go by the names that the plans of the runs gave them', () => {
  const entity = 'process:1032'
  const link8 = { requisiteId: 8, bankId: 0, myRequisiteId: 0, myBankId: 0 }
  const change = JSON.stringify({ kind: 'linkRequisite', entity: 'deal', id: 5, link: link8, before: null })
  const planOf = (name: string) => JSON.stringify(cardPlan({ names: { 'requisite:8': name } }))
  const cards = [{ ...card, plan: planOf('ООО «Сова»') }, { ...card, number: 3, run: 2, plan: planOf('Сова') }, card]
  const told = { links: [{ ...link, entity }], cards, operations: [{ ...operation, change }] }
  const text = (processes: ShownId['processes']) =>
    showLines(shown({ ...told, processes }), terminal, { ...options, texts: changeTexts(null, 'ru') }).join('\n')
  assert.match(text({ [entity]: 'Договоры' }), /Битрикс24: «Договоры» № 51, подтверждено/)
  assert.match(text({}), /Битрикс24: смарт-процесс № 51, подтверждено/)
  assert.match(text({}), /Реквизиты в документе: ООО «Сова»$/m)
})

test('a card that is not done yet says how far it is', () => {
  const text = showLines(shown({ cards: [{ ...card, state: 'planned', result: null }] }), terminal, options).join('\n')
  assert.match(text, /запланировано/)
  assert.match(text, /Связи с карточкой Битрикс24 нет\./)
})

test('without a portal the number of the card has to do', () => {
  const text = showLines(shown({ links: [link] }), terminal, { ...options, cardUrl: null }).join('\n')
  assert.doesNotMatch(text, /https:/)
})

test('what went into files is told by its message', () => {
  const told = showLines(
    shown({ messages: [{ kind: 'product', message: 5, name: 'import.xml' }] }),
    screen({ language: 'en' }).terminal,
    options,
  )
  assert.ok(told.some((line) => line === '1C told it (product) in message 5, file import.xml'))
  const russian = showLines(shown({ messages: [{ kind: 'workOrder', message: 5, name: '' }] }), terminal, options)
  assert.ok(russian.includes('1С прислала (заказ-наряд) в сообщении 5'))
})

test('an id that nobody knows is told so', () => {
  assert.ok(isUnknown(shown()))
  assert.match(showLines(shown(), terminal, options)[1]!, /Такого идентификатора обмен не знает/)
})

test('programs get links, cards and operations as data', () => {
  const json = showJson(shown({ links: [link], cards: [card], operations: [operation] }), 'ru', options)
  assert.equal(json.links[0]?.url, 'https://example.ru/crm/company/details/51/')
  assert.deepEqual(json.cards[0]?.told, told)
  assert.deepEqual(json.operations[0]?.change, update({ title: 'Б' }, { title: 'А' }))
})
