import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Change } from '../../../../src/bitrix24/crm/change.ts'
import type { HeldCard, HeldRequisite } from '../../../../src/bitrix24/crm/held-card.ts'
import type { WantedCard } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import { comparison } from '../../../../src/exchange/portal/plan/comparison.ts'
import { undoChanges } from '../../../../src/exchange/portal/undo/undo-changes.ts'
import type { DoneChange } from '../../../../src/exchange/portal/undo/undo-plan.ts'
import { company, contact, diff, held, heldRequisite, origin, phone, requisite } from '../diff/cards.ts'
import { type Applied, applyChanges, contentOf } from '../diff/portal-model.ts'

const title = 'ООО Ромашка'
const bank = { xmlId: 'б', fields: { NAME: 'Расчётный', RQ_ACC_NUM: '40702810900000000001' } }
const address = { typeId: 6, fields: { CITY: 'Казань' } }
const full = company({
  points: [phone('+7 495 111-22-33')],
  requisite: requisite({ addresses: [address], banks: [bank] }),
})

const isWritten = (field: string) => ['comments', 'post'].includes(field)

function undo(done: readonly DoneChange[], there: HeldCard | null) {
  const plan = undoChanges({ done, held: there, compare: comparison, portalId: there?.id ?? 1000, isWritten })
  return { ...plan, codes: plan.left.map(({ problem }) => problem.code) }
}

/** The run that brings what 1C says to the card. */
function run(now: WantedCard, base: WantedCard | null, there: HeldCard, blanks: 'keep' | 'clear' = 'keep'): Applied {
  return applyChanges(there, diff({ now, base, held: there, rules: { conflict: '1c', blanks } }).changes)
}

const create = (card: WantedCard, companyIds: readonly number[] = []) =>
  applyChanges(null, createChanges(card, companyIds, origin))
const withRequisite = (there: HeldCard, change: (its: HeldRequisite) => HeldRequisite): HeldCard => ({
  ...there,
  requisites: there.requisites.map(change),
})

describe('taking back an update', () => {
  const base = company({ fields: { title, industry: 'IT' }, points: [phone('+7 495 111-22-33')] })
  const now = company({ fields: { title: 'ООО Лютик', industry: 'BANKING' }, points: [phone('+7 495 222-33-44')] })

  it('puts fields and points back where nobody touched them', () => {
    const before = held(base)
    const { done, held: after } = run(now, base, before)
    const { changes, left, gone } = undo(done, after)
    assert.deepEqual([left, gone, changes.length], [[], false, 1])
    assert.deepEqual(contentOf(applyChanges(after, changes).held!), contentOf(before))
  })

  it('leaves the field that somebody changed since, and says so', () => {
    const { done, held: after } = run(now, base, held(base))
    const { changes, left } = undo(done, { ...after!, fields: { ...after!.fields, industry: 'TRADE' } })
    const [change] = changes
    assert.deepEqual(change?.kind === 'update' && [change.fields, change.before], [{ title }, { title: 'ООО Лютик' }])
    assert.deepEqual(
      left.map(({ change: of, problem }) => [of, problem.code, problem.args]),
      [[done[0]!.change, 'apply.undo-touched', { field: 'industry', wrote: 'BANKING', portal: 'TRADE' }]],
    )
  })

  it('finds nothing to do where somebody took it back already', () => {
    const { done } = run(now, base, held(base))
    assert.deepEqual(undo(done, held(base)), { changes: [], left: [], gone: false, codes: [] })
  })

  it('leaves a number that somebody corrected or removed since', () => {
    const { done, held: after } = run(now, base, held(base))
    const [set] = after!.points
    const corrected = undo(done, { ...after!, points: [{ ...set!, value: '+7 495 222-33-45' }] })
    assert.deepEqual(corrected.codes, ['apply.undo-touched'])
    assert.deepEqual(undo(done, { ...after!, points: [] }).codes, ['apply.undo-touched'])
    const added = run(company({ ...base, points: [...base.points, phone('+7 495 333-44-55')] }), base, held(base))
    const respelled = added.held!.points.map((each) => ({ ...each, valueType: 'MOBILE' }))
    assert.deepEqual(undo(added.done, { ...added.held!, points: respelled }).codes, ['apply.undo-touched'])
    assert.deepEqual(undo(added.done, { ...added.held!, points: added.held!.points.slice(0, 1) }).changes, [])
  })

  it('adds a removed number again unless it is there', () => {
    const { done, held: after } = run(company({ fields: base.fields }), base, held(base), 'clear')
    assert.deepEqual(after!.points, [])
    const [change] = undo(done, after).changes
    assert.deepEqual(change?.kind === 'update' && change.points, [{ kind: 'add', point: base.points[0] }])
    assert.deepEqual(undo(done, held(base)).changes, [])
  })

  it('sets the companies back only as the run left them', () => {
    const before = held(contact(), { companyIds: [8] })
    const input = { now: contact(), base: contact(), held: before, companyIds: [8, 5], baseCompanyIds: [8] }
    const { done, held: after } = applyChanges(before, diff(input).changes)
    const [change] = undo(done, after).changes
    assert.deepEqual(change?.kind === 'update' && [change.companyIds, change.companyIdsBefore], [[8], [8, 5]])
    const rebound = undo(done, { ...after!, companyIds: [5, 8] })
    assert.deepEqual([rebound.changes, rebound.codes], [[], ['apply.undo-touched']])
    assert.deepEqual(undo(done, before).changes, [])
  })

  it('takes the marks off a card that the run found', () => {
    const before = held(company(), { originatorId: '', originId: '' })
    const { done, held: after } = run(company(), null, before)
    assert.equal(after!.originId, 'К-1')
    assert.deepEqual(applyChanges(after, undo(done, after).changes).held, before)
  })
})

describe('taking back two updates of one run', () => {
  const a = company({ fields: { title: 'А' }, points: [phone('+7 495 111-22-33')] })
  const b = company({ fields: { title: 'Б' }, points: [] })
  const c = company({ fields: { title: 'В' }, points: [phone('+7 495 111-22-33', 'FAX')] })

  it('goes back to what was before the first', () => {
    const first = run(b, a, held(a), 'clear')
    const second = applyChanges(first.held, diff({ now: c, base: b, held: first.held! }).changes, 10)
    const done = [...second.done, ...first.done]
    const { changes, left } = undo(done, second.held)
    assert.deepEqual([left, changes.length], [[], 1])
    assert.deepEqual(contentOf(applyChanges(second.held, changes).held!), contentOf(held(a)))
  })

  it('goes back only as far as nobody came in between', () => {
    const first = run(b, a, held(a))
    const between = { ...first.held!, fields: { title: 'Человек' }, companyIds: [3] }
    const second = applyChanges(between, diff({ now: c, base: b, held: between, companyIds: [5] }).changes, 10)
    const { changes, codes } = undo([...second.done, ...first.done], second.held)
    const [change] = changes
    assert.deepEqual(change?.kind === 'update' && [change.fields, change.companyIds], [{ title: 'Человек' }, [3]])
    assert.deepEqual(codes, ['apply.undo-touched'])
  })
})

describe('taking back what was added to a card', () => {
  const before = held(company({ points: full.points }))
  const added = run(full, company({ points: full.points }), before)

  it('removes a requisite with all that hangs on it', () => {
    assert.deepEqual(
      added.done.map(({ change }) => change.kind),
      ['addRequisite', 'addAddress', 'addBank'],
    )
    const { changes, left } = undo(added.done, added.held)
    assert.deepEqual([changes, left], [[{ kind: 'deleteRequisite', id: 1001 }], []])
  })

  it('finds it by our mark where the journal has no id', () => {
    const done = added.done.map((each) => ({ ...each, result: { id: null } }))
    assert.deepEqual(undo(done, added.held).changes, [{ kind: 'deleteRequisite', id: 1001 }])
    assert.deepEqual(undo(done, before), { changes: [], left: [], gone: false, codes: [] })
  })

  const touched: readonly (readonly [string, (its: HeldRequisite) => HeldRequisite, string])[] = [
    ['a field changed', (its) => ({ ...its, fields: { ...its.fields, NAME: 'Иное' } }), 'apply.undo-touched'],
    ['a field filled in', (its) => ({ ...its, fields: { ...its.fields, RQ_OKPO: '12345678' } }), 'apply.undo-extended'],
    ['an address changed', (its) => ({ ...its, addresses: [{ typeId: 6, fields: { CITY: 'Тула' } }] }), 'apply.undo-touched'],
    [
      'a part of an address filled in',
      (its) => ({ ...its, addresses: [{ typeId: 6, fields: { CITY: 'Казань', ADDRESS_2: 'оф. 2' } }] }),
      'apply.undo-extended',
    ],
    [
      'an address added',
      (its) => ({ ...its, addresses: [...its.addresses, { typeId: 1, fields: { CITY: 'Тула' } }] }),
      'apply.undo-extended',
    ],
    ['an address removed', (its) => ({ ...its, addresses: [] }), 'apply.undo-gone'],
    [
      'an account changed',
      (its) => ({ ...its, banks: its.banks.map((each) => ({ ...each, fields: { ...each.fields, NAME: 'Иной' } })) }),
      'apply.undo-touched',
    ],
    [
      'a remark on an account',
      (its) => ({ ...its, banks: its.banks.map((each) => ({ ...each, fields: { ...each.fields, COMMENTS: 'закрыт' } })) }),
      'apply.undo-extended',
    ],
    [
      'an account added',
      (its) => ({ ...its, banks: [...its.banks, { id: 9, xmlId: '', fields: { RQ_ACC_NUM: '40702810900000000002' } }] }),
      'apply.undo-extended',
    ],
    ['an account removed', (its) => ({ ...its, banks: [] }), 'apply.undo-gone'],
  ]
  for (const [what, change, code] of touched) {
    it(`leaves it after ${what}, and the card that came with it`, () => {
      const there = withRequisite(added.held!, change)
      const plan = undo(added.done, there)
      assert.deepEqual([plan.changes, plan.codes], [[], [code]])
      const whole = create(full)
      const card = undo(whole.done, withRequisite(whole.held!, change))
      assert.deepEqual([card.changes, card.codes], [[], [code]])
    })
  }

  it('removes an address and an account from a requisite that stays', () => {
    const plain = company({ requisite: requisite() })
    const there = held(plain)
    const { done, held: after } = run(company({ requisite: full.requisite }), plain, there)
    const { changes, left } = undo(done, after)
    assert.deepEqual(left, [])
    assert.deepEqual(contentOf(applyChanges(after, changes).held!), contentOf(there))
    const edited = withRequisite(after!, (its) => ({
      ...its,
      addresses: [{ typeId: 6, fields: { CITY: 'Тула' } }],
      banks: its.banks.map((each) => ({ ...each, fields: { ...each.fields, NAME: 'Иной' } })),
    }))
    assert.deepEqual(undo(done, edited).codes, ['apply.undo-touched', 'apply.undo-touched'])
    assert.deepEqual(undo(done, there), { changes: [], left: [], gone: false, codes: [] })
  })

  it('restores what was changed in a requisite, an address and an account, unless it is gone', () => {
    const there = held(full)
    const now = company({
      points: full.points,
      requisite: requisite({
        fields: { ...requisite().fields, NAME: 'ООО Лютик' },
        addresses: [{ typeId: 6, fields: { CITY: 'Тула' } }],
        banks: [{ xmlId: 'б', fields: { ...bank.fields, NAME: 'Основной' } }],
      }),
    })
    const { done, held: after } = run(now, full, there)
    const { changes, left } = undo(done, after)
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['setRequisite', 'setAddress', 'setBank'],
    )
    assert.deepEqual(left, [])
    assert.deepEqual(applyChanges(after, changes).held, there)
    assert.deepEqual(undo(done, { ...after!, requisites: [] }).codes, ['apply.undo-gone', 'apply.undo-gone', 'apply.undo-gone'])
  })

  it('takes back an addition together with what the run changed in it later', () => {
    const now = company({
      points: full.points,
      requisite: requisite({ addresses: [{ typeId: 6, fields: { CITY: 'Тула' } }], banks: [bank] }),
    })
    const later = applyChanges(added.held, diff({ now, base: full, held: added.held! }).changes, 10)
    assert.equal(later.done[0]?.change.kind, 'setAddress')
    assert.deepEqual(undo([...later.done, ...added.done], later.held).changes, [{ kind: 'deleteRequisite', id: 1001 }])
  })
})

describe('taking back a card that the run made', () => {
  const person = contact({ points: full.points, requisite: full.requisite })

  it('deletes it, and with it all that hangs on it', () => {
    const { done, held: after } = create(person, [8])
    assert.deepEqual(undo(done, after), {
      changes: [{ kind: 'delete', entity: 'contact', id: 1000 }],
      left: [],
      gone: false,
      codes: [],
    })
  })

  it('has nothing to do where the card is gone', () => {
    const { done } = create(person)
    assert.deepEqual(undo(done, null), { changes: [], left: [], gone: true, codes: [] })
    assert.equal(undoChanges({ done: [], held: null, compare: comparison, portalId: null, isWritten }).gone, false)
  })

  it('does not mind what the portal fills in by itself', () => {
    const { done, held: after } = create(person)
    const boxes = withRequisite(after!, (its) => ({ ...its, fields: { ...its.fields, RQ_VAT_PAYER: 'N' } }))
    const there = { ...boxes, fields: { ...after!.fields, sourceId: 'CALL', opened: 'Y' } }
    assert.equal(undo(done, there).changes[0]?.kind, 'delete')
  })

  const touched: readonly (readonly [string, (card: HeldCard) => Partial<HeldCard>, string])[] = [
    ['a field was changed', ({ fields }) => ({ fields: { ...fields, name: 'Ольга' } }), 'apply.undo-touched'],
    ['another program marked it', () => ({ originId: '5' }), 'apply.undo-touched'],
    ['a post was filled in', ({ fields }) => ({ fields: { ...fields, post: 'Директор' } }), 'apply.undo-extended'],
    ['comments were written', ({ fields }) => ({ fields: { ...fields, comments: 'Звонить утром' } }), 'apply.undo-extended'],
    [
      'a number was added',
      ({ points }) => ({ points: [...points, { id: 9, ...phone('+7 495 333-44-55') }] }),
      'apply.undo-extended',
    ],
    [
      'a number was corrected',
      ({ points }) => ({ points: points.map((each) => ({ ...each, valueType: 'FAX' })) }),
      'apply.undo-touched',
    ],
    ['a number was removed', () => ({ points: [] }), 'apply.undo-touched'],
    ['a company was bound', () => ({ companyIds: [8, 5] }), 'apply.undo-extended'],
    ['a company was unbound', () => ({ companyIds: [] }), 'apply.undo-touched'],
    [
      'a requisite was added',
      ({ requisites }) => ({ requisites: [...requisites, heldRequisite({ id: 9 })] }),
      'apply.undo-extended',
    ],
    ['a requisite was removed', () => ({ requisites: [] }), 'apply.undo-gone'],
  ]
  for (const [what, change, code] of touched) {
    it(`leaves it as a whole where ${what}`, () => {
      const { done, held: after } = create(person, [8])
      const plan = undo(done, { ...after!, ...change(after!) })
      assert.deepEqual(plan.changes, [])
      assert.ok(plan.codes.length > 0 && plan.codes.every((each) => each === code), plan.codes.join())
    })
  }

  it('counts what the run itself changed on it later', () => {
    const first = create(company())
    const later = applyChanges(first.held, diff({ now: full, base: company(), held: first.held! }).changes, 10)
    assert.deepEqual(undo([...later.done, ...first.done], later.held).changes, [{ kind: 'delete', entity: 'company', id: 1000 }])
  })
})

describe('taking back an undo', () => {
  it('cannot bring back what was deleted', () => {
    const changes: readonly Change[] = [
      { kind: 'deleteRequisite', id: 27 },
      { kind: 'deleteAddress', requisiteId: 27, typeId: 6 },
      { kind: 'deleteBank', id: 40 },
      { kind: 'delete', entity: 'company', id: 1000 },
    ]
    const done = changes.map((change, place) => ({ number: place + 1, change, result: { id: null } }))
    const { changes: back, codes } = undo(done, held(company()))
    assert.deepEqual([back, codes], [[], changes.map(() => 'apply.undo-deleted')])
  })
})
