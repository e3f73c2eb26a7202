import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HeldCard } from '../../../../src/bitrix24/crm/held-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import { company, contact, diff, held, origin, phone, requisite } from './cards.ts'

describe('the marks of the origin', () => {
  const found = (marks: Partial<HeldCard>) => diff({ now: company(), held: held(company(), marks) })

  it('are put on a card just found', () => {
    const [change] = found({ originatorId: '', originId: '' }).changes
    assert.deepEqual(change?.kind === 'update' && [change.fields, change.before], [origin, { originatorId: '', originId: '' }])
    const [half] = found({ originId: '' }).changes
    assert.deepEqual(half?.kind === 'update' && half.fields, { originId: 'К-1' })
  })

  it('of another source are left, with a notice', () => {
    for (const marks of [{ originatorId: 'SITE', originId: '5' }, { originId: 'К-2' }, { originatorId: '', originId: '9' }]) {
      const { changes, problems } = found(marks)
      assert.deepEqual(changes, [])
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['apply.origin-other'],
      )
    }
  })

  it('are no matter on a card that is linked, or where 1C gives no id', () => {
    const bare = held(company(), { originatorId: '', originId: '' })
    assert.deepEqual(diff({ now: company(), base: company(), held: bare }).changes, [])
    assert.deepEqual(diff({ now: company(), held: bare, origin: { originatorId: '1C', originId: '' } }).changes, [])
  })
})

describe('the companies of a contact', () => {
  const companiesOf = (there: number[], companyIds: number[], baseCompanyIds: number[]) => {
    const { changes } = diff({
      now: contact(),
      base: contact(),
      held: held(contact(), { companyIds: there }),
      companyIds,
      baseCompanyIds,
    })
    const [change] = changes
    return change?.kind === 'update' ? [change.companyIdsBefore, change.companyIds] : null
  }

  it('are added behind those that the card has, so that the primary one stays', () => {
    assert.deepEqual(companiesOf([8, 3], [5, 3, 5], [3]), [
      [8, 3],
      [8, 3, 5],
    ])
  })

  it('are left alone where none is missing or a person unbound one', () => {
    assert.equal(companiesOf([8, 3], [3], []), null)
    assert.equal(companiesOf([8], [3], [3]), null)
    assert.equal(companiesOf([8], [], [8]), null)
  })
})

describe('all that makes a card', () => {
  it('stands in the order in which it has to be done, without blanks and repeats', () => {
    const card = contact({
      fields: { name: 'Анна', lastName: 'Рябова', comments: '' },
      points: [phone('+7 495 111-22-33'), phone('84951112233')],
      requisite: requisite({
        addresses: [
          { typeId: 6, fields: { CITY: 'Казань', ADDRESS_2: '' } },
          { typeId: 1, fields: { CITY: '' } },
          { typeId: 6, fields: { CITY: 'Тула' } },
        ],
        banks: [{ xmlId: '1|2', fields: { NAME: 'Счёт', RQ_ACC_NUM: '40702810900000000001', COMMENTS: '' } }],
      }),
    })
    assert.deepEqual(createChanges(card, [5, 5, 7], origin), [
      {
        kind: 'create',
        entity: 'contact',
        ...origin,
        fields: { name: 'Анна', lastName: 'Рябова' },
        points: [phone('+7 495 111-22-33')],
        companyIds: [5, 7],
      },
      { kind: 'addRequisite', presetId: 1, xmlId: 'К-1', fields: requisite().fields },
      { kind: 'addAddress', requisiteId: null, typeId: 6, fields: { CITY: 'Казань' } },
      { kind: 'addBank', requisiteId: null, xmlId: '1|2', fields: { NAME: 'Счёт', RQ_ACC_NUM: '40702810900000000001' } },
    ])
  })

  it('is found to be all there right after', () => {
    const card = company({ points: [phone('+7 495 111-22-33')], requisite: requisite() })
    assert.deepEqual(diff({ now: card, held: held(card) }).changes, [])
  })
})
