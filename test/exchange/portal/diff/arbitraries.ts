import fc from 'fast-check'
import type { ClientEntity } from '../../../../src/bitrix24/crm/entity.ts'
import type { HeldCard } from '../../../../src/bitrix24/crm/held-card.ts'
import type { WantedAddress, WantedBank, WantedCard, WantedPoint } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { createChanges } from '../../../../src/exchange/portal/diff/create-changes.ts'
import type { DiffRules } from '../../../../src/exchange/portal/diff/diff-rules.ts'
import { origin, phone, point } from './cards.ts'
import { applyChanges } from './portal-model.ts'

/**
 * `npm test` goes through the same cases every time, so that a change is judged by what it changed; `OBMEN24_PROPERTY_RUNS=5000`
 * looks at new ones. fast-check prints the seed of what it finds.
 */
const runs = process.env['OBMEN24_PROPERTY_RUNS']
export const parameters = runs === undefined ? { numRuns: 600, seed: 20_260_306 } : { numRuns: Number(runs) }

// Few values, so that the three sides meet often.
const letters = ['а', 'б', 'в']
const value = fc.constantFrom('', ...letters)
const filled = fc.constantFrom(...letters)
const told = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 })

const fields = {
  company: fc.record({
    title: fc.oneof({ weight: 8, arbitrary: filled }, fc.constant('')),
    comments: told(value),
    UF_CRM_1: told(value),
    industry: value,
  }),
  contact: fc.record({ name: value, lastName: value, comments: told(value), UF_CRM_1: told(value), typeId: value }),
}
const points = fc.array(
  fc.constantFrom<WantedPoint>(
    phone('+7 495 111-22-33'),
    phone('8 (495) 111-22-33', 'MOBILE'),
    phone('+7 495 222-33-44'),
    phone('84952223344'),
    phone('+7 495 333-44-55', 'FAX'),
    point('EMAIL', 'info@romashka.example'),
    point('EMAIL', 'Info@Romashka.example'),
    point('EMAIL', 'sales@romashka.example'),
    point('WEB', 'romashka.example'),
    point('WEB', 'https://www.romashka.example/'),
  ),
  { maxLength: 4 },
)
const address = fc.record<WantedAddress>({
  typeId: fc.constantFrom(1, 6),
  fields: fc.record({ CITY: value, ADDRESS_1: value, ADDRESS_2: value }),
})
const bank: fc.Arbitrary<WantedBank> = fc
  .record({
    account: fc.constantFrom('40702810900000000001', '40702810900000000002'),
    bik: fc.constantFrom('', '044525225'),
    name: filled,
  })
  .map(({ account, bik, name }) => ({
    xmlId: `${account}|${bik}`,
    fields: { NAME: name, RQ_ACC_NUM: account, ...(bik === '' ? {} : { RQ_BIK: bik }) },
  }))
const requisite = fc
  .record({
    presetId: fc.constantFrom(1, 3),
    xmlId: fc.constant('К-1'),
    fields: fc.record({
      NAME: filled,
      RQ_INN: fc.constantFrom('', '7707083893', '7728168971'),
      RQ_KPP: fc.constantFrom('', '770701001', '160043001'),
      RQ_DIRECTOR: value,
    }),
    addresses: fc.array(address, { maxLength: 2 }),
    banks: fc.array(bank, { maxLength: 2 }),
  })
  .map((each) => ({ ...each, fields: withoutUntold(each.fields, '') }))

/** What 1C says of a company or of a contact. */
export function wantedCard(entity: ClientEntity): fc.Arbitrary<WantedCard> {
  return fc
    .record({
      fields: fields[entity],
      initial: fc.subarray(['industry', 'typeId', 'UF_CRM_1']),
      points,
      requisite: fc.option(requisite, { freq: 3 }),
    })
    .map((card) => ({ entity, ...card, fields: withoutUntold(card.fields, undefined) }))
}

/** What a person does to a card of the portal; `value` is one that 1C never tells. */
export type Edit =
  | { readonly what: 'field'; readonly field: number; readonly value: string }
  | { readonly what: 'addPoint' | 'removePoint' | 'correctPoint'; readonly place: number }
  | { readonly what: 'companies'; readonly ids: readonly number[] }
  | { readonly what: 'requisiteField' | 'removeRequisite' | 'mark' | 'removeAddress' | 'removeBank'; readonly place: number }

const place = fc.nat({ max: 3 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('field' as const), field: fc.nat({ max: 4 }), value: fc.constantFrom('человек', '', 'а') }),
  fc.record({ what: fc.constantFrom('addPoint' as const, 'removePoint' as const, 'correctPoint' as const), place }),
  fc.record({ what: fc.constant('companies' as const), ids: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }) }),
  fc.record({
    what: fc.constantFrom(
      'requisiteField' as const,
      'removeRequisite' as const,
      'mark' as const,
      'removeAddress' as const,
      'removeBank' as const,
    ),
    place,
  }),
)

/** A card as a run once made it, and as people have it now. */
export function heldCard(entity: ClientEntity): fc.Arbitrary<HeldCard> {
  return fc
    .record({
      card: wantedCard(entity),
      companyIds: companies,
      edits: fc.array(edit, { maxLength: 4 }),
      mark: fc.constantFrom('', 'К-1', 'К-2'),
    })
    .map(({ card, companyIds, edits, mark }) => edits.reduce(withEdit, madeOf(card, companyIds, mark)))
}

/** All that a diff is made of. The card of the portal is what the baseline made of it, edited, or any other. */
export const situation = fc.constantFrom('company' as const, 'contact' as const).chain((entity) =>
  fc
    .record({
      now: wantedCard(entity),
      base: fc.option(wantedCard(entity), { freq: 4 }),
      other: fc.option(heldCard(entity), { freq: 1 }),
      edits: fc.array(edit, { maxLength: 4 }),
      rules: fc.record<DiffRules>({ conflict: fc.constantFrom('1c', 'crm', 'review'), blanks: fc.constantFrom('keep', 'clear') }),
      companyIds: companies,
      baseCompanyIds: companies,
    })
    .map(({ other, edits, ...given }) => ({
      ...given,
      held: other ?? edits.reduce(withEdit, madeOf(given.base ?? given.now, given.baseCompanyIds, 'К-1')),
    })),
)

export const editList = fc.array(edit, { minLength: 1, maxLength: 2 })

/** `number`: another one for each edit of a card, as a portal gives no id twice. */
export function withEdit(held: HeldCard, edit: Edit, number: number): HeldCard {
  const at = <T>(all: readonly T[], place: number) => (all.length === 0 ? undefined : all[place % all.length])
  switch (edit.what) {
    case 'field': {
      const names = Object.keys(held.fields).sort()
      const field = at(names, edit.field)
      if (field === undefined || (edit.value === '' && ['title', 'name', 'lastName'].includes(field))) return held
      return { ...held, fields: { ...held.fields, [field]: edit.value } }
    }
    case 'addPoint': {
      const added = at(
        [phone('+7 843 555-66-77'), phone('+7 495 222-33-44'), point('EMAIL', 'osokin@romashka.example')],
        edit.place,
      )!
      return { ...held, points: [...held.points, { id: 1_000_000 + number, ...added }] }
    }
    case 'removePoint':
      return { ...held, points: held.points.filter((each) => each !== at(held.points, edit.place)) }
    case 'correctPoint': {
      const corrected = at(held.points, edit.place)
      return { ...held, points: held.points.map((each) => (each === corrected ? { ...each, valueType: 'OTHER' } : each)) }
    }
    case 'companies':
      return held.entity === 'contact' ? { ...held, companyIds: edit.ids } : held
    case 'removeRequisite':
      return { ...held, requisites: held.requisites.filter((each) => each !== at(held.requisites, edit.place)) }
    default: {
      const changed = at(held.requisites, edit.place)
      return {
        ...held,
        requisites: held.requisites.map((each) => {
          if (each !== changed) return each
          if (edit.what === 'mark') return { ...each, xmlId: edit.place % 2 === 0 ? '' : 'SITE-5' }
          if (edit.what === 'removeAddress') return { ...each, addresses: each.addresses.slice(1) }
          if (edit.what === 'removeBank') return { ...each, banks: each.banks.slice(1) }
          return { ...each, fields: { ...each.fields, RQ_DIRECTOR: 'человек' } }
        }),
      }
    }
  }
}

const companies = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 })

function madeOf(card: WantedCard, companyIds: readonly number[], mark: string): HeldCard {
  const ids = card.entity === 'contact' ? companyIds : []
  const { held } = applyChanges(null, createChanges(card, ids, origin))
  const named: Readonly<Record<string, string>> = card.entity === 'company' ? { title: 'Без названия' } : { name: 'Без имени' }
  const isNamed = ['title', 'name', 'lastName'].some((field) => (held!.fields[field] ?? '') !== '')
  return { ...held!, fields: isNamed ? held!.fields : { ...held!.fields, ...named }, originatorId: mark && '1C', originId: mark }
}

function withoutUntold(
  fields: Readonly<Record<string, string | undefined>>,
  untold: '' | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== untold && entry[1] !== undefined),
  )
}
