import assert from 'node:assert/strict'
import type { Change, PointChange } from '../../../../src/bitrix24/crm/change.ts'
import type { HeldCard, HeldPoint, HeldRequisite } from '../../../../src/bitrix24/crm/held-card.ts'
import type { DoneChange } from '../../../../src/exchange/portal/undo/undo-plan.ts'

export interface Applied {
  readonly held: HeldCard | null
  /** As the journal keeps them, numbered after `from`. */
  readonly done: readonly DoneChange[]
}

/** A portal as simple as can be: what a card holds after these changes. What a portal refuses is a failure of the test. */
export function applyChanges(start: HeldCard | null, changes: readonly Change[], from = 0): Applied {
  let held = start
  let requisite: number | null = null
  const done: DoneChange[] = []
  for (const change of changes) {
    const number = from + done.length + 1
    let id: number | null = null
    if (change.kind === 'create') {
      assert.equal(held, null, 'a card is created only where there is none')
      id = number * 1000
      held = created(change, id)
    } else {
      assert.ok(held !== null, `${change.kind} of a card that is gone`)
      if (change.kind === 'addRequisite' || change.kind === 'addBank') id = number * 1000 + 1
      if (change.kind === 'addRequisite') requisite = id
      held = applyOne(held, change, id, requisite, number)
    }
    done.push({ number, change, result: { id } })
  }
  return { held, done }
}

/** Content of a card without what a portal gives out anew: ids and the order of points. */
export function contentOf(held: HeldCard): unknown {
  return {
    ...held,
    fields: filled(held.fields),
    points: held.points.map(({ typeId, valueType, value }) => `${typeId} ${valueType} ${value}`).sort(),
    requisites: held.requisites.map((requisite) => ({
      ...requisite,
      fields: filled(requisite.fields),
      addresses: requisite.addresses
        .map(({ typeId, fields }) => ({ typeId, fields: filled(fields) }))
        .sort((a, b) => a.typeId - b.typeId),
      banks: requisite.banks.map((bank) => ({ ...bank, fields: filled(bank.fields) })),
    })),
  }
}

function created(
  { entity, originatorId, originId, fields, points, companyIds }: Change & { kind: 'create' },
  id: number,
): HeldCard {
  assert.ok(Object.values(fields).every((value) => value !== ''))
  return {
    entity,
    id,
    updatedTime: '2026-03-04T10:00:00+03:00',
    originatorId,
    originId,
    fields,
    points: points.map((point, place) => ({ id: id + place + 1, ...point })),
    companyIds,
    requisites: [],
  }
}

function applyOne(
  held: HeldCard,
  change: Change,
  id: number | null,
  ownRequisite: number | null,
  number: number,
): HeldCard | null {
  switch (change.kind) {
    case 'setRows':
    case 'linkRequisite':
    case 'addFile':
    case 'deleteComment':
      throw new Error(`${change.kind} is no change of a client`)
    case 'update': {
      assert.equal(change.id, held.id)
      const { originatorId = held.originatorId, originId = held.originId, ...fields } = change.fields
      for (const field of Object.keys(fields)) assert.equal(change.before[field], held.fields[field] ?? '', `before of ${field}`)
      const after = { ...held.fields, ...fields }
      if (held.entity === 'company') assert.notEqual(after['title'], '', 'a title cannot be cleared')
      else assert.notEqual(`${after['name'] ?? ''}${after['lastName'] ?? ''}`, '', 'both names cannot be cleared')
      assert.deepEqual(change.companyIdsBefore, held.companyIds)
      return {
        ...held,
        originatorId,
        originId,
        fields: after,
        points: change.points.reduce<readonly HeldPoint[]>(
          (all, point, place) => applyPoint(all, point, number * 1000 + 500 + place),
          held.points,
        ),
        companyIds: change.companyIds ?? held.companyIds,
      }
    }
    case 'addRequisite': {
      const { presetId, xmlId, fields } = change
      return { ...held, requisites: [...held.requisites, { id: id!, presetId, xmlId, fields, addresses: [], banks: [] }] }
    }
    case 'setRequisite':
      return withRequisite(held, change.id, (requisite) => ({ ...requisite, ...written(requisite, change.fields) }))
    case 'addAddress': {
      const { typeId, fields } = change
      return withRequisite(held, change.requisiteId ?? ownRequisite, (requisite) => {
        assert.ok(!requisite.addresses.some((each) => each.typeId === typeId), 'TypeAddress exists.')
        return { ...requisite, addresses: [...requisite.addresses, { typeId, fields }] }
      })
    }
    case 'setAddress':
      return withRequisite(held, change.requisiteId, (requisite) => {
        assert.ok(
          requisite.addresses.some((each) => each.typeId === change.typeId),
          'TypeAddress not found.',
        )
        const set = (fields: HeldCard['fields']) => ({ ...fields, ...change.fields })
        const { addresses } = requisite
        return {
          ...requisite,
          addresses: addresses.map((each) => (each.typeId === change.typeId ? { ...each, fields: set(each.fields) } : each)),
        }
      })
    case 'addBank': {
      const { xmlId, fields } = change
      return withRequisite(held, change.requisiteId ?? ownRequisite, (requisite) => ({
        ...requisite,
        banks: [...requisite.banks, { id: id!, xmlId, fields }],
      }))
    }
    case 'setBank': {
      assert.ok(held.requisites.some(({ banks }) => banks.some((bank) => bank.id === change.id)))
      const requisites = held.requisites.map((requisite) => ({
        ...requisite,
        banks: requisite.banks.map((bank) => (bank.id === change.id ? { ...bank, ...written(bank, change.fields) } : bank)),
      }))
      return { ...held, requisites }
    }
    case 'delete':
      return null
    case 'deleteRequisite':
      return {
        ...withRequisite(held, change.id, (same) => same),
        requisites: held.requisites.filter(({ id: its }) => its !== change.id),
      }
    case 'deleteAddress':
      return withRequisite(held, change.requisiteId, (requisite) => {
        const addresses = requisite.addresses.filter(({ typeId }) => typeId !== change.typeId)
        assert.equal(addresses.length, requisite.addresses.length - 1)
        return { ...requisite, addresses }
      })
    case 'deleteBank': {
      const requisites = held.requisites.map((each) => ({ ...each, banks: each.banks.filter((bank) => bank.id !== change.id) }))
      assert.notDeepEqual(requisites, held.requisites)
      return { ...held, requisites }
    }
    case 'create':
      return assert.fail('a card is created only where there is none')
  }
}

function applyPoint(points: readonly HeldPoint[], change: PointChange, id: number): readonly HeldPoint[] {
  if (change.kind === 'add') return [...points, { id, ...change.point }]
  assert.deepEqual(
    points.find((point) => point.id === change.before.id),
    change.before,
  )
  if (change.kind === 'remove') return points.filter((point) => point.id !== change.before.id)
  return points.map((point) => (point.id === change.before.id ? { id: point.id, ...change.point } : point))
}

function withRequisite(held: HeldCard, id: number | null, change: (requisite: HeldRequisite) => HeldRequisite): HeldCard {
  assert.ok(
    held.requisites.some((each) => each.id === id),
    `no requisite ${id}`,
  )
  return { ...held, requisites: held.requisites.map((each) => (each.id === id ? change(each) : each)) }
}

function written(
  part: Pick<HeldRequisite, 'xmlId' | 'fields'>,
  { XML_ID = part.xmlId, ...fields }: Readonly<Record<string, string>>,
) {
  return { xmlId: XML_ID, fields: { ...part.fields, ...fields } }
}

function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== '')
      .sort(),
  )
}
