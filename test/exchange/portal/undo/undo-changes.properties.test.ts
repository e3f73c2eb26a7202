import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { HeldCard } from '../../../../src/bitrix24/crm/held-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import { diffCard } from '../../../../src/exchange/portal/diff/diff-card.ts'
import { comparison as compare } from '../../../../src/exchange/portal/plan/comparison.ts'
import { undoChanges } from '../../../../src/exchange/portal/undo/undo-changes.ts'
import { isSame } from '../../../../src/exchange/portal/undo/undo-points.ts'
import { type Edit, editList, parameters, situation, wantedCard, withEdit } from '../diff/arbitraries.ts'
import { origin } from '../diff/cards.ts'
import { applyChanges, contentOf } from '../diff/portal-model.ts'

const undo = (done: Parameters<typeof undoChanges>[0]['done'], held: HeldCard) =>
  undoChanges({ done, held, compare, portalId: held.id, isWritten: (field) => field === 'comments' })

test('a run is taken back to the last value where nobody touched the card, planned once or twice', () => {
  fc.assert(
    fc.property(situation, situation, (given, later) => {
      const first = applyChanges(given.held, diffCard({ ...given, compare, origin }).changes, 100)
      const again = { ...later, held: first.held!, base: given.now, baseCompanyIds: given.companyIds }
      const isSameKind = later.now.entity === given.now.entity
      const second = isSameKind ? applyChanges(first.held, diffCard({ ...again, compare, origin }).changes, 200) : null
      const after = second ?? first
      const { changes, left, gone } = undo([...(second?.done ?? []), ...first.done].reverse(), after.held!)
      assert.deepEqual([left, gone], [[], false])
      assert.deepEqual(contentOf(applyChanges(after.held, changes, 300).held!), contentOf(given.held))
    }),
    parameters,
  )
})

test('a card that a run made goes again where nobody touched it', () => {
  fc.assert(
    fc.property(fc.oneof(wantedCard('company'), wantedCard('contact')), (card) => {
      const { done, held } = applyChanges(null, createChanges(card, card.entity === 'contact' ? [3] : [], origin))
      const { changes, left } = undo(done, held!)
      assert.deepEqual([changes.map(({ kind }) => kind), left], [['delete'], []])
    }),
    parameters,
  )
})

test('what people did after a run outlives its undo', () => {
  fc.assert(
    fc.property(situation, editList, (given, edits) => {
      const first = applyChanges(given.held, diffCard({ ...given, compare, origin }).changes, 100)
      const edited = edits.reduce(editedLater, first.held!)
      const { changes } = undo(first.done, edited)
      const back = applyChanges(edited, changes, 300).held!
      for (const edit of edits) outlives(edit, first.held!, edited, back)
    }),
    parameters,
  )
})

test('a card that a run made stays as a whole where people changed it', () => {
  fc.assert(
    fc.property(fc.oneof(wantedCard('company'), wantedCard('contact')), editList, (card, edits) => {
      const { done, held } = applyChanges(null, createChanges(card, [], origin))
      const edited = edits.reduce(editedLater, held!)
      const { changes, left } = undo(done, edited)
      const isTouched = JSON.stringify(contentOf(edited)) !== JSON.stringify(contentOf(held!))
      assert.equal(changes.length, isTouched ? 0 : 1)
      assert.equal(left.length > 0, isTouched)
    }),
    parameters,
  )
})

function editedLater(held: HeldCard, edit: Edit, place: number): HeldCard {
  return withEdit(held, edit, 100 + place)
}

/** The mark of a person is still there: a value that no run writes, a number that was added or corrected by hand. */
function outlives(edit: Edit, before: HeldCard, edited: HeldCard, back: HeldCard): void {
  if (edit.what === 'field') {
    for (const [field, value] of Object.entries(edited.fields)) {
      if (value !== 'человек') continue
      assert.equal(back.fields[field], value)
    }
  }
  if (edit.what === 'addPoint' || edit.what === 'correctPoint') {
    // The journal knows no ids of points: a person's copy of what the run wrote cannot be told from it.
    const theirs = edited.points.filter((point) => !before.points.some((each) => isSame(each, point)))
    for (const { typeId, value } of theirs) assert.ok(back.points.some((each) => each.typeId === typeId && each.value === value))
  }
  if (edit.what === 'requisiteField') {
    const theirs = (held: HeldCard) =>
      held.requisites.filter(({ fields }) => fields['RQ_DIRECTOR'] === 'человек').map(({ id }) => id)
    assert.deepEqual(theirs(back), theirs(edited))
  }
}
