import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedParts, type Sides } from '../../../src/exchange/outgoing/judge.ts'
import { type Parts, rowsPart } from '../../../src/exchange/outgoing/parts.ts'

const card: Parts = {
  stageId: 'NEW',
  opportunity: '100',
  currencyId: 'RUB',
  companyId: '5',
  comments: '',
  contactIds: '7',
  rows: '',
}

function sides(given: Partial<Sides>): Sides {
  return { now: card, before: null, told: null, isToldAnew: false, unread: [], own: {}, maybe: {}, isMade: false, ...given }
}

const sent = (known: Parts, told: Parts | null = null) => ({ known: { ...card, ...known }, told })
const now = (parts: Parts) => ({ ...card, ...parts })

test('what 1C told and the portal has is no change, however the portal writes it', () => {
  const told = { opportunity: '100', comments: 'Срочно', companyId: '5', contactIds: '7' }
  assert.deepEqual(changedParts(sides({ now: now({ comments: '[p]Срочно[/p]' }), told, isMade: true })), [])
})

test('D3: what the exchange wrote is no change, also where 1C tells otherwise since', () => {
  assert.deepEqual(changedParts(sides({ now: now({ stageId: 'WON' }), own: { stageId: 'WON' }, told: { stageId: 'NEW' } })), [])
  const before = sent({ stageId: 'NEW' })
  assert.deepEqual(changedParts(sides({ now: now({ stageId: 'WON' }), before, own: { stageId: 'WON' } })), [])
})

test('what the exchange may have written is no change until its outcome is known', () => {
  assert.deepEqual(changedParts(sides({ now: now({ stageId: 'WON' }), before: sent({}), maybe: { stageId: 'WON' } })), [])
})

test('what differs from 1C and was not written by the exchange was changed by a person', () => {
  const told = { stageId: 'NEW', opportunity: '100' }
  assert.deepEqual(changedParts(sides({ now: now({ opportunity: '120' }), told })), ['opportunity'])
  assert.deepEqual(changedParts(sides({ now: now({ opportunity: '120' }), told, own: { opportunity: '100' } })), ['opportunity'])
})

test('a part that 1C never told began as nothing on a card that the exchange made; on one that was found nobody knows', () => {
  const told = { opportunity: '100', companyId: '5', contactIds: '7' }
  const edited = now({ comments: 'Позвонить' })
  assert.deepEqual(changedParts(sides({ now: edited, told, isMade: true })), ['comments'])
  assert.deepEqual(changedParts(sides({ now: edited, told, isMade: false })), [])
  assert.deepEqual(changedParts(sides({ told, isMade: true })), [], 'stage and currency are always made up')
})

test('people that a card had before 1C named one of them are no change', () => {
  const told = { contactIds: '7' }
  assert.deepEqual(changedParts(sides({ now: now({ contactIds: '9,7' }), told })), [])
  assert.deepEqual(changedParts(sides({ now: now({ contactIds: '9' }), told })), ['contactIds'])
  assert.deepEqual(changedParts(sides({ now: now({ contactIds: '7,9' }), told, own: { contactIds: '7' } })), ['contactIds'])
})

test('what was sent counts as known until the card says something else', () => {
  const before = sent({ opportunity: '120' }, { opportunity: '100' })
  assert.deepEqual(changedParts(sides({ now: now({ opportunity: '120' }), before, told: { opportunity: '100' } })), [])
  assert.deepEqual(changedParts(sides({ now: now({ opportunity: '100' }), before, told: { opportunity: '100' } })), [
    'opportunity',
  ])
})

test('a person who takes back what was sent is told to 1C, unless 1C has taken it back itself meanwhile', () => {
  const before = sent({ opportunity: '120' }, { opportunity: '100', comments: 'а' })
  const back = now({ opportunity: '100' })
  const old = sides({ now: back, before, told: { opportunity: '100', comments: 'б' }, isToldAnew: true })
  assert.deepEqual(changedParts(old), ['opportunity'], '1C told something else anew')
  const anew = sides({
    now: back,
    before: sent({ opportunity: '120' }, { opportunity: '110' }),
    told: { opportunity: '100' },
    isToldAnew: true,
  })
  assert.deepEqual(changedParts(anew), [])
  const mayLoad = sides({ ...anew, unread: ['opportunity'] })
  assert.deepEqual(changedParts(mayLoad), ['opportunity'], 'it may load the other word after that')
})

test('a person who sets again what was sent, after 1C wrote something else, is told to 1C', () => {
  const before = sent({ opportunity: '120' }, { opportunity: '100' })
  const again = {
    before,
    now: now({ opportunity: '120' }),
    told: { opportunity: '130' },
    own: { opportunity: '130' },
    isToldAnew: true,
  }
  assert.deepEqual(changedParts(sides(again)), ['opportunity'])
})

test('conflict: crm keeps the value of the portal, which was sent and is not sent once more for the other word of 1C', () => {
  const before = sent({ opportunity: '120' }, { opportunity: '100' })
  assert.deepEqual(
    changedParts(sides({ now: now({ opportunity: '120' }), before, told: { opportunity: '130' }, isToldAnew: true })),
    [],
  )
})

test('a field that the settings name only now is no change by itself', () => {
  assert.deepEqual(changedParts(sides({ now: now({ UF_CRM_CAR: 'ВАЗ' }), before: sent({}) })), [])
})

test('rows that the portal has reckoned differently by a kopeck of discount are the same rows', () => {
  const row = {
    productId: 3,
    productName: 'Болт',
    price: '90',
    quantity: '2',
    discountSum: '8.33',
    taxRate: '20',
    taxIncluded: 'Y',
    measureCode: '796',
  } as const
  const rows = (given: object) => rowsPart([{ ...row, ...given }])
  const before = sent({ rows: rows({}) })
  const same = sides({ now: now({ rows: rows({ discountSum: '8.34', measureCode: '', productId: 0 }) }), before })
  assert.deepEqual(changedParts(same), [])
  assert.deepEqual(changedParts(sides({ now: now({ rows: rows({ quantity: '3' }) }), before })), ['rows'])
  assert.deepEqual(changedParts(sides({ now: now({ rows: '' }), before })), ['rows'])
})
