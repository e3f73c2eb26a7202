import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calling } from './calling.ts'

type Row = Readonly<Record<string, unknown>>

function withDeal() {
  const portal = calling()
  for (const name of ['Анна', 'Борис']) portal.call('crm.item.add', { entityTypeId: 3, fields: { name } })
  portal.call('crm.item.add', { entityTypeId: 2, fields: { title: 'Заказ', contactIds: [1], opportunity: 10 } })
  const deal = () => portal.call<{ item: Row }>('crm.item.get', { entityTypeId: 2, id: 1 }).item
  /** Does the work move `updatedTime`? */
  const moves = (work: () => unknown) => {
    const before = deal()['updatedTime']
    portal.wait(60)
    work()
    return deal()['updatedTime'] !== before
  }
  const update = (fields: object) => portal.call('crm.item.update', { entityTypeId: 2, id: 1, fields })
  return { ...portal, deal, moves, update }
}

describe('updatedTime of a deal', () => {
  test('moves with a changed field, stage, client, and stays where an update changes nothing', () => {
    const { moves, update, call } = withDeal()
    assert.equal(
      moves(() => update({ title: 'Заказ 2' })),
      true,
    )
    assert.equal(
      moves(() => update({ title: 'Заказ 2', opportunity: '10', contactIds: [1], stageId: 'NEW' })),
      false,
    )
    assert.equal(
      moves(() => update({ stageId: 'EXECUTING' })),
      true,
    )
    const bind = (verb: string, rest: object) => call(`crm.deal.contact.${verb}`, { id: 1, ...rest })
    assert.equal(
      moves(() => bind('add', { fields: { CONTACT_ID: 2 } })),
      true,
    )
    assert.equal(
      moves(() => bind('items.set', { items: [{ CONTACT_ID: 1 }, { CONTACT_ID: 2 }] })),
      false,
    )
    assert.equal(
      moves(() => bind('delete', { fields: { CONTACT_ID: 1 } })),
      true,
    )
    assert.equal(
      moves(() => bind('items.delete', {})),
      true,
    )
    assert.deepEqual(call('crm.deal.contact.items.get', { id: 1 }), [])
  })

  test('does not move with a comment or a link to requisites', () => {
    const { moves, call } = withDeal()
    const fields = { ENTITY_ID: 1, ENTITY_TYPE: 'deal', COMMENT: 'Позвонить' }
    assert.equal(
      moves(() => call('crm.timeline.comment.add', { fields })),
      false,
    )
    const link = { ENTITY_TYPE_ID: 2, ENTITY_ID: 1, REQUISITE_ID: 0, BANK_DETAIL_ID: 0, MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 }
    assert.equal(
      moves(() => call('crm.requisite.link.register', { fields: link })),
      false,
    )
  })

  test('moves with its product rows, unless the portal is read the other way; the amount follows in either', () => {
    const { moves, call, state, deal } = withDeal()
    const set = (price: number) =>
      call('crm.item.productrow.set', { ownerType: 'D', ownerId: 1, productRows: [{ price, productName: 'А' }] })
    assert.equal(
      moves(() => set(5)),
      true,
    )
    assert.equal(
      moves(() => set(5)),
      true,
    )
    state.readings = { rowsTouchOwner: false }
    assert.equal(
      moves(() => set(7)),
      false,
    )
    assert.equal(deal()['opportunity'], 7)
  })
})
