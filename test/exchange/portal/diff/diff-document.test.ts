import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Change } from '../../../../src/bitrix24/crm/change.ts'
import type { DocumentDiffInput } from '../../../../src/exchange/portal/diff/diff-document.ts'
import { origin } from './cards.ts'
import { afterChanges, created, diffOf, document, heldDocument, row } from './documents.ts'

const rules = (given: Partial<DocumentDiffInput['rules']>) => ({ conflict: '1c', blanks: 'keep', ...given }) as const
const codes = ({ problems }: ReturnType<typeof diffOf>) => problems.map(({ code }) => code)

function updateOf({ changes }: ReturnType<typeof diffOf>): Extract<Change, { kind: 'update' }> | undefined {
  return changes.find((change) => change.kind === 'update')
}

function rowsOf({ changes }: ReturnType<typeof diffOf>): Extract<Change, { kind: 'setRows' }> | undefined {
  return changes.find((change) => change.kind === 'setRows')
}

describe('the document that 1C tells', () => {
  it('is made with all it says, and is then in step', () => {
    const wanted = document({ comments: '', companyId: '12' }, { rows: [row('Масло')], contactIds: [3, 4, 3] })
    const made = created(wanted)
    assert.deepEqual([made.contactIds, made.fields['comments'], made.rows?.length], [[3, 4], undefined, 1])
    assert.deepEqual(diffOf({ now: wanted, held: made }).changes, [])
    assert.deepEqual(diffOf({ now: wanted, base: wanted, held: made }).changes, [])
  })

  it('changes nothing the second time, whatever was changed the first', () => {
    const base = document({ companyId: '12' }, { rows: [row('Масло')], contactIds: [3] })
    const now = document(
      { companyId: '14', stageId: 'C5:DONE', opportunity: '2000' },
      { rows: [row('Масло', '1', '2000')], contactIds: [5, 3] },
    )
    for (const blanks of ['keep', 'clear'] as const) {
      const held = heldDocument(base)
      const { changes } = diffOf({ now, base, held, rules: rules({ blanks }) })
      assert.equal(changes.length, 2)
      assert.deepEqual(diffOf({ now, base, held: afterChanges(held, changes), rules: rules({ blanks }) }).changes, [])
    }
  })
})

describe('stage and pipeline', () => {
  const base = document()
  const now = document({ stageId: 'C5:DONE' })

  it('move together when 1C moves them', () => {
    const update = updateOf(diffOf({ now, base, held: heldDocument(base) }))
    assert.deepEqual(update?.fields, { categoryId: '5', stageId: 'C5:DONE' })
    assert.deepEqual(update?.before, { categoryId: '5', stageId: 'C5:IN_WORK' })
  })

  it('stay where a manager moved them while 1C says the same as before', () => {
    const moved = heldDocument(base, { fields: { ...base.card.fields, stageId: 'C5:AGREEMENT' } })
    assert.deepEqual(diffOf({ now: base, base, held: moved }).changes, [])
  })

  it('go by the rule where both moved them', () => {
    const held = heldDocument(base, { fields: { ...base.card.fields, stageId: 'C5:AGREEMENT' } })
    const onec = diffOf({ now, base, held })
    assert.deepEqual([updateOf(onec)?.fields['stageId'], codes(onec)], ['C5:DONE', ['apply.conflict-onec']])
    const crm = diffOf({ now, base, held, rules: rules({ conflict: 'crm' }) })
    assert.deepEqual([crm.changes, codes(crm)], [[], ['apply.conflict-crm']])
    const review = diffOf({ now, base, held, rules: rules({ conflict: 'review' }) })
    assert.deepEqual([review.changes, codes(review), review.conflicts.length], [[], ['apply.conflict'], 1])
  })

  it('B10: are left alone where 1C names no stage for its state', () => {
    const untold = document({ stageId: '' })
    assert.deepEqual(diffOf({ now: untold, base, held: heldDocument(base), rules: rules({ blanks: 'clear' }) }).changes, [])
  })

  it('are taken from where nobody has moved them: from where the pipeline begins', () => {
    const untold = document({ stageId: '' })
    const held = heldDocument(base, { fields: { ...base.card.fields, stageId: 'C5:NEW' } })
    for (const before of [untold, null]) {
      const diff = diffOf({ now, base: before, held, rules: rules({ conflict: 'review' }) })
      assert.deepEqual([updateOf(diff)?.fields['stageId'], codes(diff)], ['C5:DONE', []])
    }
    const moved = diffOf({ now, base: untold, held: heldDocument(base), rules: rules({ conflict: 'crm' }) })
    assert.deepEqual([moved.changes, codes(moved)], [[], ['apply.conflict-crm']])
  })

  it('know the main pipeline by no number as by zero', () => {
    const main = document({ categoryId: '0', stageId: 'NEW' })
    const held = heldDocument(main, { fields: { ...main.card.fields, categoryId: '' } })
    assert.deepEqual(diffOf({ now: main, base: null, held }).changes, [])
    const next = document({ categoryId: '0', stageId: 'WON' })
    assert.deepEqual(updateOf(diffOf({ now: next, base: main, held }))?.fields, { categoryId: '0', stageId: 'WON' })
  })

  it('of a smart process: its pipeline is told with every change, so that it is not moved to the main one', () => {
    const process = document({ title: 'Договор 7' })
    const held = heldDocument(base, { entity: 'process:1032' })
    const update = updateOf(diffOf({ entity: 'process:1032', now: process, base, held }))
    assert.deepEqual([update?.fields, update?.categoryId], [{ title: 'Договор 7' }, 5])
    assert.deepEqual(diffOf({ entity: 'process:1032', now: base, base, held }).changes, [])
  })
})

describe('rows', () => {
  const oil = row('Масло')
  const base = document({}, { rows: [oil] })
  const now = document({ opportunity: '3000' }, { rows: [row('Масло', '2')] })

  it('are set as a whole, with what was there before', () => {
    const diff = diffOf({ now, base, held: heldDocument(base) })
    assert.deepEqual(rowsOf(diff), { kind: 'setRows', entity: 'deal', id: 7, rows: now.card.rows, before: [oil] })
    assert.deepEqual(updateOf(diff)?.fields, { opportunity: '3000' }, 'and the amount follows by itself')
  })

  it('stay as a manager has edited them while 1C says the same as before', () => {
    const edited = heldDocument(base, { rows: [{ ...row('Масло', '3'), id: 1 }] })
    assert.deepEqual(diffOf({ now: base, base, held: edited }).changes, [])
  })

  it('go by the rule where both changed them', () => {
    const held = heldDocument(base, { rows: [{ ...row('Фильтр'), id: 1 }] })
    const onec = diffOf({ now, base, held })
    assert.deepEqual([rowsOf(onec)?.before, codes(onec)], [[row('Фильтр')], ['apply.conflict-onec']])
    const crm = diffOf({ now, base, held, rules: rules({ conflict: 'crm' }) })
    assert.deepEqual([rowsOf(crm), codes(crm)], [undefined, ['apply.conflict-crm']])
    assert.equal(updateOf(crm)?.fields['isManualOpportunity'], 'Y', 'the amount of 1C does not come of these rows')
  })

  it('that 1C says nothing of stay, and those that it emptied go only where a blank erases', () => {
    const held = heldDocument(base)
    assert.equal(rowsOf(diffOf({ now: document(), base, held, rules: rules({ blanks: 'clear' }) })), undefined)
    const emptied = document({}, { rows: [] })
    assert.equal(rowsOf(diffOf({ now: emptied, base, held })), undefined)
    assert.deepEqual(rowsOf(diffOf({ now: emptied, base, held, rules: rules({ blanks: 'clear' }) }))?.rows, [])
  })

  it('keep their products of the catalogue where 1C names none, whether they are written or not', () => {
    const linked = { ...oil, productId: 5, id: 1 }
    const held = heldDocument(base, { rows: [linked] })
    assert.deepEqual(diffOf({ now: base, base: null, held }).changes, [])
    assert.deepEqual(diffOf({ now: base, base, held }).changes, [])
    const more = document({}, { rows: [row('Масло', '2'), row('Масло')] })
    assert.deepEqual(
      rowsOf(diffOf({ now: more, base, held }))?.rows.map(({ productId, quantity }) => [productId, quantity]),
      [
        [5, '2'],
        [0, '1'],
      ],
    )
  })

  it('are not touched where the portal does not tell what they are', () => {
    assert.equal(rowsOf(diffOf({ now, base, held: heldDocument(base, { rows: null }) })), undefined)
  })
})

describe('the amount', () => {
  const base = document()

  it('is fixed by hand where the rows of the card do not come to it', () => {
    const now = document({ opportunity: '1600', isManualOpportunity: 'Y' }, { rows: [row('Масло')] })
    const update = updateOf(diffOf({ now, base, held: heldDocument(base) }))
    assert.deepEqual(update?.fields, { opportunity: '1600', isManualOpportunity: 'Y' })
  })

  it('follows the rows again when they meet it to the kopeck', () => {
    const manual = document({ isManualOpportunity: 'Y', opportunity: '100' })
    const now = document({ isManualOpportunity: 'N', opportunity: '300.03' }, { rows: [row('Работа', '3', '100.01')] })
    const update = updateOf(diffOf({ now, base: manual, held: heldDocument(manual) }))
    assert.deepEqual(update?.fields, { opportunity: '300.03', isManualOpportunity: 'N' })
  })

  it('is fixed where a manager has rows of his own on the card', () => {
    const held = heldDocument(base, { rows: [{ ...row('Масло', '5'), id: 1 }] })
    const update = updateOf(diffOf({ now: document({ opportunity: '1700' }), base, held }))
    assert.deepEqual(update?.fields, { opportunity: '1700', isManualOpportunity: 'Y' })
  })

  it('leaves what a manager chose alone while neither amount nor rows change', () => {
    const held = heldDocument(base, { fields: { ...base.card.fields, isManualOpportunity: 'Y' } })
    assert.deepEqual(diffOf({ now: base, base, held }).changes, [])
  })
})

describe('people and company', () => {
  const base = document({ companyId: '12' }, { contactIds: [3, 4] })

  it('E3: are added where 1C names them anew, and those that a manager added stay', () => {
    const now = document({ companyId: '12' }, { contactIds: [3, 4, 5] })
    const update = updateOf(diffOf({ now, base, held: heldDocument(base, { contactIds: [3, 4, 9] }) }))
    assert.deepEqual(
      [update?.contactIds, update?.contactIdsBefore],
      [
        [3, 4, 9, 5],
        [3, 4, 9],
      ],
    )
  })

  it('that a manager unbound stay unbound', () => {
    assert.deepEqual(diffOf({ now: base, base, held: heldDocument(base, { contactIds: [4] }) }).changes, [])
  })

  it('that 1C names no more go only where a blank erases', () => {
    const now = document({ companyId: '12' }, { contactIds: [3] })
    const held = heldDocument(base, { contactIds: [3, 4, 9] })
    assert.deepEqual(diffOf({ now, base, held }).changes, [])
    assert.deepEqual(updateOf(diffOf({ now, base, held, rules: rules({ blanks: 'clear' }) }))?.contactIds, [3, 9])
  })

  it('have the new main one first, unless a manager chose another', () => {
    const now = document({ companyId: '12' }, { contactIds: [5, 3, 4] })
    assert.deepEqual(updateOf(diffOf({ now, base, held: heldDocument(base) }))?.contactIds, [5, 3, 4])
    const chosen = heldDocument(base, { contactIds: [9, 3, 4] })
    assert.deepEqual(updateOf(diffOf({ now, base, held: chosen }))?.contactIds, [9, 3, 4, 5])
  })

  it('of a card just found are added to whoever is there', () => {
    const update = updateOf(diffOf({ now: base, held: heldDocument(base, { contactIds: [9] }) }))
    assert.deepEqual(update?.contactIds, [9, 3, 4])
  })

  it('the company goes by the same rules as any field', () => {
    const now = document({ companyId: '14' }, { contactIds: [3, 4] })
    assert.deepEqual(updateOf(diffOf({ now, base, held: heldDocument(base) }))?.fields, { companyId: '14' })
    const other = heldDocument(base, { fields: { ...base.card.fields, companyId: '20' } })
    assert.deepEqual(diffOf({ now: base, base, held: other }).changes, [])
    assert.deepEqual(codes(diffOf({ now, base, held: other })), ['apply.conflict-onec'])
  })
})

describe('the mark of the exchange', () => {
  it('B6: is written on a card that was found by something else, and never over that of another source', () => {
    const base = document()
    const found = heldDocument(base, { originatorId: '', originId: '' })
    assert.deepEqual(updateOf(diffOf({ now: base, held: found }))?.fields, origin)
    const foreign = diffOf({ now: base, held: heldDocument(base, { originatorId: 'САЙТ', originId: '4' }) })
    assert.deepEqual([foreign.changes, codes(foreign)], [[], ['apply.origin-other']])
  })
})
