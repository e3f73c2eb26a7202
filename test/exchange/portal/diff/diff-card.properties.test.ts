import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Change } from '../../../../src/bitrix24/crm/change.ts'
import type { WantedAddress } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import { diffCard } from '../../../../src/exchange/portal/diff/diff-card.ts'
import { pointKey } from '../../../../src/exchange/portal/diff/diff-points.ts'
import { comparison as compare } from '../../../../src/exchange/portal/plan/comparison.ts'
import { parameters, situation, wantedCard } from './arbitraries.ts'
import { origin } from './cards.ts'
import { applyChanges } from './portal-model.ts'

test('after its changes were made a diff finds nothing more to do, whatever the baseline', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { changes, conflicts } = diffCard({ ...given, compare, origin })
      const isReviewed = given.rules.conflict === 'review' && conflicts.length > 0
      if (isReviewed) return assert.deepEqual(changes, [])
      const held = applyChanges(given.held, changes, 100).held!
      assert.deepEqual(diffCard({ ...given, held, compare, origin }).changes, [], 'planned once more')
      const confirmed = { ...given, held, base: given.now, baseCompanyIds: given.companyIds }
      assert.deepEqual(diffCard({ ...confirmed, compare, origin }).changes, [], 'told once more')
    }),
    parameters,
  )
})

test('a card just made says all that 1C says', () => {
  fc.assert(
    fc.property(wantedCard('company'), (now) => {
      if (now.fields['title'] === '') return
      const { held } = applyChanges(null, createChanges(now, [], origin))
      for (const base of [null, now]) {
        const rules = { conflict: 'review', blanks: 'clear' } as const
        const diff = diffCard({ now, base, held: held!, rules, compare, origin, companyIds: [], baseCompanyIds: [] })
        assert.deepEqual(diff, { changes: [], problems: [], conflicts: [] })
      }
    }),
    parameters,
  )
})

test('a number that 1C never told stays as a manager made it', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { changes } = diffCard({ ...given, compare, origin })
      const told = new Set((given.base?.points ?? []).map((point) => pointKey(point, compare)))
      const after = applyChanges(given.held, changes, 100).held!
      for (const point of given.held.points) {
        if (told.has(pointKey(point, compare))) continue
        assert.deepEqual(
          after.points.find(({ id }) => id === point.id),
          point,
        )
      }
      const keys = (points: typeof after.points) => points.map((point) => pointKey(point, compare))
      for (const key of keys(after.points)) {
        const had = keys(given.held.points).filter((each) => each === key).length
        assert.ok(keys(after.points).filter((each) => each === key).length <= Math.max(1, had), `${key} once more`)
      }
    }),
    parameters,
  )
})

test('what 1C did not change is in no change', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { now, base } = given
      if (base === null) return
      for (const change of diffCard({ ...given, compare, origin }).changes) {
        if (change.kind === 'update') unchanged(change.fields, now.fields, base.fields)
        if (change.kind === 'setRequisite') unchanged(change.fields, now.requisite!.fields, base.requisite?.fields ?? {})
        if (change.kind === 'setAddress') {
          const ofType = ({ typeId }: { readonly typeId: number }) => typeId === change.typeId
          unchanged(
            change.fields,
            now.requisite!.addresses.find(hasText(ofType))!.fields,
            base.requisite?.addresses.find(hasText(ofType))?.fields ?? {},
          )
        }
      }
    }),
    parameters,
  )
})

test('a blank erases nothing unless the settings say so, and a conflict for review changes nothing', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { changes, conflicts, problems } = diffCard({ ...given, compare, origin })
      if (given.rules.blanks === 'keep') assert.ok(!changes.some(erases), 'erased')
      assert.ok(changes.every(({ kind }) => !kind.startsWith('delete')))
      if (given.rules.conflict !== 'review' || conflicts.length === 0) return
      assert.deepEqual(changes, [])
      assert.deepEqual(
        problems.map(({ code }) => code),
        conflicts.map(() => 'apply.conflict'),
      )
    }),
    parameters,
  )
})

type Values = Readonly<Record<string, string>>

function unchanged(written: Values, now: Values, base: Values): void {
  for (const field of Object.keys(written)) {
    if (field === 'XML_ID') continue
    const [told, before] = [now[field] ?? '', base[field]]
    assert.ok(before === undefined || !compare.value(field, told, before), `${field} was not changed by 1C`)
  }
}

// Of two addresses of a type the first with a word in it counts.
function hasText(of: (address: WantedAddress) => boolean): (address: WantedAddress) => boolean {
  return (address) => of(address) && Object.values(address.fields).some((value) => value !== '')
}

// Within an address the parts of a new one replace those of the old one: it is not erased.
function erases(change: Change): boolean {
  if (change.kind === 'update') return hasBlank(change.fields) || change.points.some(({ kind }) => kind === 'remove')
  if (change.kind === 'setAddress') return Object.values(change.fields).every((value) => value === '')
  return (change.kind === 'setRequisite' || change.kind === 'setBank') && hasBlank(change.fields)
}

function hasBlank(fields: Values): boolean {
  return Object.values(fields).includes('')
}
