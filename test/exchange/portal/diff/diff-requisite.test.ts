import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wholeAddress } from '../../../../src/bitrix24/crm/address-parts.ts'
import type { HeldRequisite } from '../../../../src/bitrix24/crm/held-card.ts'
import type { WantedRequisite } from '../../../../src/bitrix24/crm/wanted-card.ts'
import type { DiffInput } from '../../../../src/exchange/portal/diff/diff-card.ts'
import { company, diff, held, heldRequisite, requisite } from './cards.ts'

const inn = '7707083893'
const otherInn = '7728168971'
const rules = { conflict: '1c', blanks: 'keep' } as const

/** Changes of the requisites; `base` undefined: the card was just found. */
function changesOf(
  now: WantedRequisite | null,
  base: WantedRequisite | null | undefined,
  requisites: readonly HeldRequisite[],
  other: Partial<DiffInput> = {},
) {
  return diff({
    now: company({ requisite: now }),
    base: base === undefined ? null : company({ requisite: base }),
    held: held(company(), { requisites }),
    rules,
    ...other,
  })
}

/** As the portal holds it after it was made of this. */
function made({ presetId, xmlId, fields, addresses, banks }: WantedRequisite, other: Partial<HeldRequisite> = {}): HeldRequisite {
  return {
    id: 27,
    presetId,
    xmlId,
    fields,
    addresses,
    banks: banks.map((bank, place) => ({ id: 40 + place, ...bank })),
    ...other,
  }
}

describe('the requisite that 1C means', () => {
  it('is the one with our mark, whatever ИНН it has', () => {
    const there = [
      heldRequisite({ id: 1, fields: { RQ_INN: inn } }),
      made(requisite({ fields: { NAME: 'А', RQ_INN: otherInn } })),
    ]
    const before = requisite({ fields: { NAME: 'А', RQ_INN: otherInn } })
    assert.deepEqual(changesOf(requisite({ fields: { NAME: 'А', RQ_INN: inn } }), before, there).changes, [
      { kind: 'setRequisite', id: 27, fields: { RQ_INN: inn }, before: { RQ_INN: otherInn } },
    ])
  })

  it('is the one of the same ИНН and КПП, which gets our mark', () => {
    const branch = heldRequisite({ id: 1, fields: { NAME: 'Филиал', RQ_INN: inn, RQ_KPP: '160043001' } })
    const open = heldRequisite({ id: 2, fields: { NAME: 'ООО Ромашка', RQ_INN: inn } })
    const exact = heldRequisite({ id: 3, fields: { NAME: 'ООО Ромашка', RQ_INN: inn, RQ_KPP: '770701001' } })
    assert.deepEqual(changesOf(requisite(), undefined, [branch, open, exact]).changes, [
      { kind: 'setRequisite', id: 3, fields: { XML_ID: 'К-1' }, before: { XML_ID: '' } },
    ])
    assert.deepEqual(changesOf(requisite(), undefined, [branch, open]).changes, [
      { kind: 'setRequisite', id: 2, fields: { RQ_KPP: '770701001', XML_ID: 'К-1' }, before: { RQ_KPP: '', XML_ID: '' } },
    ])
    assert.equal(changesOf(requisite(), undefined, [branch]).changes[0]?.kind, 'addRequisite')
  })

  it('keeps the mark of another source, and is found again by the ИНН that 1C told before', () => {
    const foreign = heldRequisite({ xmlId: 'SITE-5', fields: requisite().fields })
    assert.deepEqual(changesOf(requisite(), undefined, [foreign]).changes, [])
    const fields = { ...requisite().fields, RQ_INN: otherInn }
    assert.deepEqual(changesOf(requisite({ fields }), requisite(), [foreign]).changes, [
      { kind: 'setRequisite', id: 27, fields: { RQ_INN: otherInn }, before: { RQ_INN: inn } },
    ])
  })

  it('keeps the ИНН by which alone it is known', () => {
    const foreign = heldRequisite({ xmlId: 'SITE-5', fields: requisite().fields })
    const now = requisite({ fields: { NAME: 'ООО Ромашка', RQ_KPP: '770701001' } })
    const { changes, problems } = changesOf(now, requisite(), [foreign], { rules: { ...rules, blanks: 'clear' } })
    assert.deepEqual([changes, problems[0]?.args], [[], { field: 'RQ_INN', portal: inn }])
  })

  it('is the only one of a card just found, if nothing says whose it is, and keeps the name that it has', () => {
    const bare = heldRequisite({ fields: { NAME: 'Реквизиты' } })
    const [change] = changesOf(requisite(), undefined, [bare]).changes
    const { NAME: _, ...fields } = requisite().fields
    assert.deepEqual(change?.kind === 'setRequisite' && change.fields, { ...fields, XML_ID: 'К-1' })
    const told = [
      { ...bare, xmlId: 'SITE-5' },
      heldRequisite({ fields: { RQ_INN: otherInn } }),
      heldRequisite({ fields: { RQ_KPP: '160043001' } }),
    ]
    for (const there of [...told.map((each) => [each]), [bare, { ...bare, id: 28 }]]) {
      assert.equal(changesOf(requisite(), undefined, there).changes[0]?.kind, 'addRequisite')
    }
    assert.equal(changesOf(requisite(), null, [bare]).changes[0]?.kind, 'addRequisite')
  })

  it('is left as a person removed it until 1C says more', () => {
    assert.deepEqual(changesOf(requisite(), requisite(), []).changes, [])
    assert.deepEqual(changesOf(requisite({ fields: { NAME: 'ООО Ромашка' } }), requisite(), []).changes, [])
    const addresses = [{ typeId: 6, fields: { CITY: 'Казань' } }]
    assert.deepEqual(
      changesOf(requisite({ addresses }), requisite(), []).changes.map(({ kind }) => kind),
      ['addRequisite', 'addAddress'],
    )
  })

  it('is left alone where 1C tells none, and keeps its preset', () => {
    assert.deepEqual(changesOf(null, requisite(), [made(requisite())], { rules: { ...rules, blanks: 'clear' } }).changes, [])
    assert.deepEqual(changesOf(requisite({ presetId: 3 }), requisite(), [made(requisite())]).changes, [])
  })
})

describe('the fields of a requisite', () => {
  const director = (name: string) => requisite({ fields: { ...requisite().fields, RQ_DIRECTOR: name } })

  it('go by the same three sides as those of the card', () => {
    const there = [made(director('Осокин'))]
    assert.deepEqual(changesOf(director('Рябова'), director('Осокин'), there).changes, [
      { kind: 'setRequisite', id: 27, fields: { RQ_DIRECTOR: 'Рябова' }, before: { RQ_DIRECTOR: 'Осокин' } },
    ])
    assert.deepEqual(changesOf(director('Лютикова'), director('Лютикова'), there).changes, [])
    const reviewed = changesOf(director('Рябова'), director('Лютикова'), there, { rules: { ...rules, conflict: 'review' } })
    assert.deepEqual(reviewed.changes, [])
    assert.deepEqual(reviewed.problems[0]?.args, { field: 'RQ_DIRECTOR', onec: 'Рябова', portal: 'Осокин' })
  })

  it('that 1C leaves out are erased only where a blank clears, and the name never', () => {
    const now = requisite({ fields: { RQ_INN: inn } })
    assert.deepEqual(changesOf(now, requisite(), [made(requisite())]).changes, [])
    const cleared = changesOf(now, requisite(), [made(requisite())], { rules: { ...rules, blanks: 'clear' } })
    assert.deepEqual(cleared.changes, [{ kind: 'setRequisite', id: 27, fields: { RQ_KPP: '' }, before: { RQ_KPP: '770701001' } }])
    assert.deepEqual(
      cleared.problems.map(({ code }) => code),
      ['apply.not-cleared'],
    )
  })
})

describe('the addresses of a requisite', () => {
  type Parts = Readonly<Record<string, string>>
  const at = (fields: Parts | null) => requisite({ addresses: fields === null ? [] : [{ typeId: 6, fields }] })
  const addressOf = (now: Parts, base: Parts | null | undefined, there: Parts | null, other: Partial<DiffInput> = {}) =>
    changesOf(at(now), base === undefined ? undefined : at(base), [made(at(there))], other)
  const kazan = { ADDRESS_1: 'ул. Мира, 4', ADDRESS_2: 'оф. 2', CITY: 'Казань', POSTAL_CODE: '420000' }
  const tula = { ADDRESS_1: 'ул. Садовая, 1', ADDRESS_2: '', CITY: 'Тула', POSTAL_CODE: '' }

  it('are added where 1C tells them anew', () => {
    for (const base of [undefined, null]) {
      assert.deepEqual(addressOf(kazan, base, null).changes, [{ kind: 'addAddress', requisiteId: 27, typeId: 6, fields: kazan }])
    }
    assert.deepEqual(addressOf({ CITY: '' }, null, null).changes, [])
  })

  it('are left as a person removed them until 1C changes them', () => {
    assert.deepEqual(addressOf(kazan, kazan, null).changes, [])
    assert.deepEqual(addressOf(tula, kazan, null).changes, [
      { kind: 'addAddress', requisiteId: 27, typeId: 6, fields: { ADDRESS_1: 'ул. Садовая, 1', CITY: 'Тула' } },
    ])
  })

  it('are taken over as a whole: a new one does not keep the flat of the old one', () => {
    assert.deepEqual(addressOf(tula, kazan, kazan).changes, [
      { kind: 'setAddress', requisiteId: 27, typeId: 6, fields: tula, whole: wholeAddress(kazan, tula), before: kazan },
    ])
    assert.deepEqual(addressOf({ ...kazan, ADDRESS_2: '' }, kazan, kazan).changes, [])
  })

  it('are told of where a part of a person stays beside a new one', () => {
    const { problems } = addressOf(tula, { ADDRESS_1: 'ул. Мира, 4', CITY: 'Казань' }, kazan)
    assert.deepEqual(
      problems.map(({ code, args }) => [code, args['field']]),
      [
        ['apply.address-part', 'ADDRESS_2'],
        ['apply.address-part', 'POSTAL_CODE'],
      ],
    )
    assert.deepEqual(addressOf({ ...kazan, REGION: 'Вахитовский' }, kazan, kazan).problems, [])
  })

  it('are not mixed with those of a manager where the portal counts', () => {
    const there = { ...kazan, ADDRESS_1: 'ул. Ленина, 9' }
    const { changes, problems } = addressOf(tula, kazan, there, { rules: { ...rules, conflict: 'crm' } })
    assert.deepEqual(changes, [])
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['apply.conflict-crm'],
    )
  })

  it('that 1C no longer tells stay', () => {
    assert.deepEqual(changesOf(at(null), at(kazan), [made(at(kazan))], { rules: { ...rules, blanks: 'clear' } }).changes, [])
  })
})

describe('the bank accounts of a requisite', () => {
  const account = '40702810900000000001'
  const bank = (fields: Readonly<Record<string, string>> = {}, xmlId = `${account}|044525225`) => ({
    xmlId,
    fields: { NAME: 'Расчётный', RQ_ACC_NUM: account, RQ_BIK: '044525225', ...fields },
  })
  const withBanks = (...banks: WantedRequisite['banks']) => requisite({ banks })

  it('are found by our mark, else by number and БИК, and get our mark', () => {
    const bare = made(withBanks({ ...bank(), xmlId: '' }))
    assert.deepEqual(changesOf(withBanks(bank()), undefined, [bare]).changes, [
      { kind: 'setBank', id: 40, fields: { XML_ID: bank().xmlId }, before: { XML_ID: '' } },
    ])
    assert.deepEqual(changesOf(withBanks(bank({ NAME: 'Основной' })), withBanks(bank()), [made(withBanks(bank()))]).changes, [
      { kind: 'setBank', id: 40, fields: { NAME: 'Основной' }, before: { NAME: 'Расчётный' } },
    ])
  })

  it('are added where 1C tells them anew and stay away where a person removed them', () => {
    const elsewhere = made(withBanks(bank({ RQ_BIK: '044525974' }, 'SITE-1')))
    assert.deepEqual(changesOf(withBanks(bank()), withBanks(), [elsewhere]).changes, [
      { kind: 'addBank', requisiteId: 27, ...bank() },
    ])
    assert.deepEqual(changesOf(withBanks(bank()), withBanks(bank()), [made(withBanks())]).changes, [])
    assert.equal(
      changesOf(withBanks(bank({ NAME: 'Основной' })), withBanks(bank()), [made(withBanks())]).changes[0]?.kind,
      'addBank',
    )
  })

  it('are followed when 1C gives one a new mark', () => {
    const old = bank({}, 'old')
    const there = made(withBanks({ ...bank(), xmlId: 'old' }))
    assert.deepEqual(changesOf(withBanks(bank()), withBanks(old), [there]).changes, [])
    assert.deepEqual(changesOf(withBanks(bank({ RQ_ACC_NUM: '' }, 'old')), withBanks(old), [there]).changes, [])
  })

  it('are known by our mark before they are known by their number', () => {
    const without = { xmlId: `${account}|`, fields: { NAME: 'Второй', RQ_ACC_NUM: account } }
    const now = withBanks(bank(), { ...without, fields: { ...without.fields, NAME: 'Запасной' } })
    assert.deepEqual(changesOf(now, withBanks(bank(), without), [made(withBanks(without))]).changes, [
      { kind: 'setBank', id: 40, fields: { NAME: 'Запасной' }, before: { NAME: 'Второй' } },
    ])
  })

  it('are never removed', () => {
    const there = [made(withBanks(bank()))]
    assert.deepEqual(changesOf(withBanks(), withBanks(bank()), there, { rules: { ...rules, blanks: 'clear' } }).changes, [])
  })
})
