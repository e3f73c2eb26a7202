import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addOwnCompanies } from '../../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { type Calling, calling } from './calling.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

function withCompanies(): Calling {
  const portal = calling()
  portal.call('crm.item.batchImport', { entityTypeId: 4, data: [{ title: 'А' }, { title: 'Б' }] })
  return portal
}

const requisite = (fields: object) => ({ fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: 1, PRESET_ID: 1, NAME: 'А', ...fields } })

describe('crm.requisite', () => {
  test('is added, told in texts, and found by INN and mark', () => {
    const { call, wait } = withCompanies()
    assert.equal(call('crm.requisite.add', requisite({ RQ_INN: '7701234560', XML_ID: '1C|a1', RQ_ADDR: 'x', FOO: 1 })), 1)
    assert.equal(call('crm.requisite.add', requisite({ RQ_INN: '7701234560', RQ_KPP: '770101001', ENTITY_ID: 2 })), 2)
    const list = (filter: object) =>
      call('crm.requisite.list', { filter, select: ['ID', 'ENTITY_ID', 'RQ_KPP', 'XML_ID'], order: { ID: 'ASC' }, start: -1 })
    assert.deepEqual(list({ ENTITY_TYPE_ID: 4, '@RQ_INN': ['7701234560', '1'] }), [
      { ID: '1', ENTITY_ID: '1', RQ_KPP: null, XML_ID: '1C|a1' },
      { ID: '2', ENTITY_ID: '2', RQ_KPP: '770101001', XML_ID: null },
    ])
    assert.deepEqual(list({ '@ENTITY_ID': ['2'] }), [{ ID: '2', ENTITY_ID: '2', RQ_KPP: '770101001', XML_ID: null }])
    const get = () => call<Record<string, unknown>>('crm.requisite.get', { id: 1 })
    assert.deepEqual([get()['DATE_CREATE'], get()['DATE_MODIFY']], ['2026-08-20T09:00:00+03:00', ''])
    wait(60)
    assert.equal(call('crm.requisite.update', { id: 1, fields: { RQ_INN: '', ENTITY_ID: 2 } }), true)
    assert.deepEqual([get()['DATE_MODIFY'], get()['RQ_INN'], get()['ENTITY_ID']], ['2026-08-20T09:01:00+03:00', '', '1'])
  })

  test('a preset that does not exist is taken', () => {
    assert.equal(withCompanies().call('crm.requisite.add', requisite({ PRESET_ID: 777 })), 1)
  })

  const refusals: readonly (readonly [object, string])[] = [
    [{ ENTITY_TYPE_ID: 2 }, 'ENTITY_TYPE_ID is not defined or invalid.'],
    [{ ENTITY_ID: '' }, 'ENTITY_ID is not defined or invalid.'],
    [{ ENTITY_ID: 99 }, 'Entity not found.'],
    [{ PRESET_ID: 0 }, 'PRESET_ID is not defined or invalid.'],
  ]
  for (const [fields, text] of refusals) {
    test(`says «${text}» with an empty code`, () => {
      assert.equal(withCompanies().refusal('crm.requisite.add', requisite(fields)), `400 "": ${text}`)
    })
  }

  test('of a hidden company is neither added nor listed', () => {
    const portal = withCompanies()
    portal.call('crm.requisite.add', requisite({}))
    portal.call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: 1, NAME: 'Счёт' } })
    portal.call('crm.address.add', { fields: { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 1 } })
    portal.hide(4, 1)
    assert.equal(portal.refusal('crm.requisite.add', requisite({})), '400 "": Access denied.')
    for (const list of ['crm.requisite.list', 'crm.requisite.bankdetail.list', 'crm.address.list']) {
      assert.deepEqual(portal.call(list), [], list)
    }
  })

  test('a missing one is told by its id', () => {
    const { refusal } = calling()
    assert.equal(refusal('crm.requisite.update', { id: 57, fields: {} }), `400 "": The Requisite with ID '57' is not found`)
    assert.equal(refusal('crm.requisite.delete', {}), '400 "": ID is not defined or invalid.')
  })

  test('takes addresses, accounts and links with it', () => {
    const { call, state } = withCompanies()
    call('crm.requisite.add', requisite({}))
    call('crm.address.add', { fields: { TYPE_ID: 1, ENTITY_TYPE_ID: 8, ENTITY_ID: 1, CITY: 'Тверь' } })
    call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: 1, NAME: 'Счёт', RQ_ACC_NUM: '4', COUNTRY_ID: 1 } })
    assert.equal(call('crm.requisite.delete', { id: 1 }), true)
    assert.deepEqual([state.requisites, state.addresses, state.bankDetails], [{}, [], {}])
  })
})

describe('crm.address', () => {
  const key = { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 1 }

  test('has a key of three parts: a second add is refused, an update of none too', () => {
    const { call, refusal } = withCompanies()
    call('crm.requisite.add', requisite({}))
    assert.equal(refusal('crm.address.update', { fields: { ...key, CITY: 'Тверь' } }), '400 "": TypeAddress not found.')
    assert.equal(call('crm.address.add', { fields: { ...key, CITY: 'Тверь', ADDRESS_1: 'ул. Мира, 4' } }), true)
    assert.equal(refusal('crm.address.add', { fields: key }), '400 "": TypeAddress exists.')
    assert.equal(call('crm.address.add', { fields: { ...key, TYPE_ID: 1 } }), true)
    assert.equal(call('crm.address.update', { fields: { ...key, CITY: 'Клин' } }), true)
    const list = () =>
      call<Rows>('crm.address.list', { filter: { ENTITY_TYPE_ID: 8, '@ENTITY_ID': [1, 2] }, order: { TYPE_ID: 'ASC' } })
    assert.deepEqual(
      list().map(({ TYPE_ID, CITY, ADDRESS_1, ANCHOR_ID }) => [TYPE_ID, CITY, ADDRESS_1, ANCHOR_ID]),
      [
        ['1', null, null, '1'],
        ['6', 'Клин', 'ул. Мира, 4', '1'],
      ],
    )
    assert.equal(call('crm.address.delete', { fields: key }), true)
    assert.equal(list().length, 1)
  })

  test('needs the whole key', () => {
    const { refusal } = withCompanies()
    assert.equal(refusal('crm.address.add', { fields: { ...key, TYPE_ID: 0 } }), '400 "": TYPE_ID is not defined or invalid.')
    assert.equal(
      refusal('crm.address.add', { fields: { ...key, ENTITY_TYPE_ID: 4 } }),
      '400 "": ENTITY_TYPE_ID is not defined or invalid.',
    )
  })

  test('knows six types', () => {
    const types = calling().call<Rows>('crm.enum.addresstype')
    assert.deepEqual(
      types.map(({ ID }) => ID),
      [1, 4, 6, 8, 9, 11],
    )
  })

  test('is found among many by its owner', () => {
    const portal = withCompanies()
    for (let id = 1; id <= 520; id++) {
      portal.call('crm.requisite.add', requisite({ RQ_INN: String(id) }))
      portal.call('crm.address.add', { fields: { ...key, ENTITY_ID: id, CITY: `Город ${id}` } })
    }
    const cities = (ids: readonly number[]) =>
      portal.call<Rows>('crm.address.list', { filter: { '@ENTITY_ID': ids }, select: ['CITY'] }).map(({ CITY }) => CITY)
    assert.deepEqual(cities([519, 7]), ['Город 7', 'Город 519'])
    portal.call('crm.requisite.delete', { id: 7 })
    assert.deepEqual(cities([519, 7]), ['Город 519'])
    assert.equal(portal.refusal('crm.address.add', { fields: { ...key, ENTITY_ID: 519 } }), '400 "": TypeAddress exists.')
  })
})

describe('crm.requisite.bankdetail', () => {
  test('is added to a requisite, changed, listed by its owner and deleted', () => {
    const { call, refusal } = withCompanies()
    call('crm.requisite.add', requisite({}))
    const fields = { ENTITY_ID: 1, COUNTRY_ID: 1, NAME: 'Расчётный', RQ_BIK: '044525225', XML_ID: '1C|acc' }
    assert.equal(call('crm.requisite.bankdetail.add', { fields }), 1)
    assert.equal(
      refusal('crm.requisite.bankdetail.add', { fields: { ...fields, ENTITY_ID: 9 } }),
      `400 "": The Requisite with ID '9' is not found`,
    )
    assert.equal(call('crm.requisite.bankdetail.update', { id: 1, fields: { RQ_BIK: '044525974' } }), true)
    const list = () =>
      call('crm.requisite.bankdetail.list', { filter: { '@ENTITY_ID': [1] }, select: ['ID', 'ENTITY_ID', 'RQ_BIK', 'XML_ID'] })
    assert.deepEqual(list(), [{ ID: '1', ENTITY_ID: '1', RQ_BIK: '044525974', XML_ID: '1C|acc' }])
    assert.equal(call<Record<string, unknown>>('crm.requisite.bankdetail.get', { id: 1 })['NAME'], 'Расчётный')
    assert.equal(call('crm.requisite.bankdetail.delete', { id: 1 }), true)
    assert.deepEqual(list(), [])
  })
})

test('fields of requisites, accounts and addresses are told with what must be given', () => {
  const { call } = calling()
  const required = (method: string) =>
    Object.entries(call<Record<string, Readonly<Record<string, unknown>>>>(method)).flatMap(([name, field]) =>
      field['isRequired'] === true ? [name] : [],
    )
  assert.deepEqual(required('crm.requisite.fields'), ['ENTITY_TYPE_ID', 'ENTITY_ID', 'PRESET_ID', 'NAME'])
  assert.deepEqual(required('crm.requisite.bankdetail.fields'), ['ENTITY_TYPE_ID', 'ENTITY_ID', 'NAME'])
  assert.deepEqual(required('crm.address.fields'), ['TYPE_ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'])
})

describe('crm.requisite.preset', () => {
  test('has other ids on another portal, and no marks there', () => {
    const presets = (name: 'moscow' | 'vladivostok') =>
      calling(name).call('crm.requisite.preset.list', {
        filter: { COUNTRY_ID: '1', ACTIVE: 'Y' },
        select: ['ID', 'NAME', 'XML_ID'],
      })
    assert.deepEqual(presets('moscow'), [
      { ID: '1', NAME: 'Организация', XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#' },
      { ID: '3', NAME: 'ИП', XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_INDIVIDUAL#' },
      { ID: '5', NAME: 'Физ. лицо', XML_ID: '#CRM_REQUISITE_PRESET_DEF_RU_PERSON#' },
    ])
    assert.deepEqual(presets('vladivostok'), [
      { ID: '1', NAME: 'Юр. лицо', XML_ID: null },
      { ID: '2', NAME: 'Предприниматель', XML_ID: null },
      { ID: '3', NAME: 'Частное лицо', XML_ID: null },
    ])
  })

  test('tells the fields of its card; that of a person has no INN', () => {
    const { call, refusal } = calling()
    const names = (id: number) =>
      call<Rows>('crm.requisite.preset.field.list', { preset: { ID: id } }).map(({ FIELD_NAME }) => FIELD_NAME)
    assert.ok(names(1).includes('RQ_INN'))
    assert.ok(!names(5).includes('RQ_INN'))
    assert.equal(
      refusal('crm.requisite.preset.field.list', { preset: { ID: 27 } }),
      `400 "": The Preset with ID '27' is not found`,
    )
    assert.equal(call<Record<string, unknown>>('crm.requisite.preset.get', { id: 3 })['NAME'], 'ИП')
  })

  test('refuses a name that the data layer does not know', () => {
    const told = '400 "100": Unknown field definition `BAD` (BAD) for \\Bitrix\\Crm\\Preset Entity.'
    assert.equal(calling().refusal('crm.requisite.preset.list', { select: ['BAD'] }), told)
  })
})

describe('crm.requisite.link', () => {
  test('binds a deal to a requisite of its own client only', () => {
    const { call, refusal } = withCompanies()
    call('crm.requisite.add', requisite({}))
    call('crm.item.add', { entityTypeId: 2, fields: { companyId: 1 } })
    call('crm.item.add', { entityTypeId: 2, fields: { companyId: 2 } })
    const link = { ENTITY_TYPE_ID: 2, ENTITY_ID: 1, REQUISITE_ID: 1, BANK_DETAIL_ID: 0, MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 }
    assert.equal(call('crm.requisite.link.register', { fields: link }), true)
    const told = `400 "": The Requisite with ID '1' is not assigned to Company with ID '2'`
    assert.equal(refusal('crm.requisite.link.register', { fields: { ...link, ENTITY_ID: 2 } }), told)
    const { BANK_DETAIL_ID: _left, ...short } = link
    assert.equal(refusal('crm.requisite.link.register', { fields: short }), '400 "": BANK_DETAIL_ID is not defined or invalid.')
    call('crm.requisite.link.register', { fields: { ...link, REQUISITE_ID: 0 } })
    assert.deepEqual(call<Rows>('crm.requisite.link.list', { filter: { '@ENTITY_TYPE_ID': [2] } }), [
      {
        ENTITY_TYPE_ID: '2',
        ENTITY_ID: '1',
        REQUISITE_ID: '0',
        BANK_DETAIL_ID: '0',
        MC_REQUISITE_ID: '0',
        MC_BANK_DETAIL_ID: '0',
      },
    ])
  })

  test('comes with a new deal by itself, by the first requisite of its client, and with another client by another', () => {
    const { call, refusal } = withCompanies()
    for (const ENTITY_ID of [1, 1, 2]) call('crm.requisite.add', requisite({ ENTITY_ID }))
    call('crm.requisite.bankdetail.add', { fields: { ENTITY_ID: 1, NAME: 'Основной', COUNTRY_ID: 1 } })
    call('crm.item.add', { entityTypeId: 2, fields: { companyId: 1 } })
    const link = () => {
      const { REQUISITE_ID, BANK_DETAIL_ID } = call<Record<string, string>>('crm.requisite.link.get', {
        entityTypeId: 2,
        entityId: 1,
      })
      return [REQUISITE_ID, BANK_DETAIL_ID]
    }
    assert.deepEqual(link(), ['1', '1'])
    const chosen = {
      ENTITY_TYPE_ID: 2,
      ENTITY_ID: 1,
      REQUISITE_ID: 2,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: 0,
      MC_BANK_DETAIL_ID: 0,
    }
    call('crm.requisite.link.register', { fields: chosen })
    call('crm.item.update', { entityTypeId: 2, id: 1, fields: { title: 'Другое' } })
    assert.deepEqual(link(), ['2', '0'])
    call('crm.item.update', { entityTypeId: 2, id: 1, fields: { companyId: 2 } })
    assert.deepEqual(link(), ['3', '0'])
    assert.equal(call('crm.requisite.link.unregister', { entityTypeId: 2, entityId: 1 }), true)
    assert.equal(refusal('crm.requisite.link.get', { entityTypeId: 2, entityId: 1 }), '400 "": Not found')
  })

  test('is to the own company of the document, and every account to its own requisite', () => {
    const { call, refusal, state } = withCompanies()
    addOwnCompanies(state)
    const own = Number(Object.values(state.items[4]!).find((row) => row['isMyCompany'] === 'Y')!.id)
    call('crm.requisite.add', requisite({}))
    const [mine, theirs] = Object.values(state.requisites).map((row) => Number(row['ID']))
    const invoice = { title: 'Счёт', companyId: 1, mycompanyId: own }
    call('crm.item.add', { entityTypeId: 31, fields: invoice })
    call('crm.item.add', { entityTypeId: 31, fields: { ...invoice, mycompanyId: 0 } })
    const link = {
      ENTITY_TYPE_ID: 31,
      ENTITY_ID: 1,
      REQUISITE_ID: theirs,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: mine,
      MC_BANK_DETAIL_ID: 1,
    }
    assert.equal(call('crm.requisite.link.register', { fields: link }), true)
    const told = (change: object) => refusal('crm.requisite.link.register', { fields: { ...link, ...change } })
    assert.equal(told({ ENTITY_ID: 2 }), `400 "": The Requisite with ID '${mine}' is not assigned to your company with ID '0'`)
    assert.equal(told({ MC_REQUISITE_ID: 99 }), `400 "": The Requisite of your company with ID '99' is not found`)
    assert.equal(
      told({ BANK_DETAIL_ID: 1 }),
      `400 "": The BankDetail with ID '1' is not assigned to Requisite with ID '${theirs}'`,
    )
    assert.equal(told({ MC_BANK_DETAIL_ID: 9 }), `400 "": The BankDetail of your company with ID '9' is not found`)
    assert.equal(told({ ENTITY_TYPE_ID: 3 }), '400 "": ENTITY_TYPE_ID is not defined or invalid.')
    assert.equal(told({ ENTITY_ID: 9 }), '400 "": Entity not found.')
    call('crm.item.delete', { entityTypeId: 31, id: 1 })
    assert.deepEqual(state.requisiteLinks, [])
  })
})
