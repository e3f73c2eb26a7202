import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState } from '../../../src/bitrix24/sandbox/state.ts'
import { unlimited } from './small-portal.ts'

// The shapes that the official documentation gives in its examples, over HTTP: which keys there are and of which type. The
// examples are our own; each test names the paragraph of the fact sheet that tells the shape.

const time = {
  start: 'number',
  finish: 'number',
  duration: 'number',
  processing: 'number',
  date_start: 'moment',
  date_finish: 'moment',
  operating_reset_at: 'number',
  operating: 'number',
} as const

test('a list tells result, next and total, its last page no next, and anything else neither (§1.2)', async (t) => {
  const { ask } = await openDocs(t, (state) => {
    state.items[4] = Object.fromEntries(ascending(60).map((id) => [id, { id, title: `№ ${id}`, fm: [] }]))
  })
  const list = { entityTypeId: 4, select: ['id'] }
  assertShape(await ask('crm.item.list', list), { result: { items: [{ id: 'number' }] }, next: 'number', total: 'number', time })
  assertShape(await ask('crm.item.list', { ...list, start: 50 }), {
    result: { items: [{ id: 'number' }] },
    total: 'number',
    time,
  })
  // The count turned off (§1.6).
  assertShape(await ask('crm.item.list', { ...list, start: -1 }), { result: { items: [{ id: 'number' }] }, time })
  assertShape(await ask('server.time', {}), { result: 'moment', time })
})

test('a refusal is an error and its description, and its code need be no word (§1.2)', async (t) => {
  const { ask, origin } = await openDocs(t)
  const error = { error: 'text', error_description: 'text' } as const
  const code = async (method: string, params: object) => {
    const body = await ask(method, params, [400, 404])
    assertShape(body, error)
    return (body as { error: unknown }).error
  }
  assert.deepEqual(
    [
      await code('crm.nothing', {}),
      await code('crm.item.get', { entityTypeId: 4, id: 1 }),
      await code('crm.item.add', { entityTypeId: 4 }),
      await code('crm.requisite.add', { fields: {} }),
      await code('crm.duplicate.findbycomm', {}),
    ],
    ['ERROR_METHOD_NOT_FOUND', 'NOT_FOUND', '100', '', 'Communication type is not defined'],
  )
  const stranger = await fetch(`${origin}/rest/1/wrong/profile`)
  assert.deepEqual([stranger.status, ((await stranger.json()) as { error: string }).error], [401, 'INVALID_CREDENTIALS'])
})

test('a batch has five sections: objects where there is something, arrays where there is nothing (§1.5)', async (t) => {
  const { ask } = await openDocs(t)
  const fields = 'fields[ENTITY_TYPE_ID]=4&fields[ENTITY_ID]=1&fields[PRESET_ID]=1&fields[NAME]=%D0%9A%D0%BB%D1%91%D0%BD'
  const found = {
    m1: 'crm.item.list?entityTypeId=4&filter[originatorId]=base1&select[0]=id&start=-1',
    r1: `crm.requisite.add?${fields}`,
  }
  const noTotals = { result_error: 'nothing', result_total: 'nothing', result_next: 'nothing' } as const
  await ask('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»' } })
  assertShape(await ask('batch', { halt: 0, cmd: found }), {
    result: { result: { m1: { items: 'nothing' }, r1: 'number' }, ...noTotals, result_time: { m1: time, r1: time } },
    time,
  })
  const mixed = { list: 'crm.item.list?entityTypeId=4&select[0]=id', gone: 'crm.item.get?entityTypeId=4&id=9' }
  assertShape(await ask('batch', { halt: 0, cmd: mixed }), {
    result: {
      result: { list: { items: [{ id: 'number' }] } },
      result_error: { gone: { error: 'text', error_description: 'text' } },
      result_total: { list: 'number' },
      result_next: 'nothing',
      result_time: { list: time },
    },
    time,
  })
  // With numbers for keys the sections are arrays.
  assertShape(await ask('batch', { cmd: ['server.time', 'server.time'] }), {
    result: { result: ['moment'], ...noTotals, result_time: [time] },
    time,
  })
})

const company = {
  id: 'number',
  title: 'text',
  typeId: 'text',
  industry: 'text',
  employees: 'text',
  currencyId: 'text',
  revenue: 'number',
  comments: 'null',
  isMyCompany: 'yes/no',
  opened: 'yes/no',
  assignedById: 'number',
  createdBy: 'number',
  updatedBy: 'number',
  createdTime: 'moment',
  updatedTime: 'moment',
  contactIds: 'nothing',
  originatorId: 'text',
  originId: 'text',
  originVersion: 'text',
  hasPhone: 'yes/no',
  hasEmail: 'yes/no',
  entityTypeId: 'number',
} as const

test('add, get and update of an item answer all its fields, delete answers an empty list (§2.2)', async (t) => {
  const { ask } = await openDocs(t)
  const fields = { title: 'ООО «Клён»', originatorId: 'base1', originId: '5e46', originVersion: '7', industry: 'IT' }
  const id = { entityTypeId: 4, id: 1 }
  for (const [method, params] of [
    ['add', { entityTypeId: 4, fields }],
    ['get', id],
    ['update', { ...id, fields: { title: 'ООО «Вяз»' } }],
  ] as const) {
    const body = await ask(`crm.item.${method}`, params)
    assertShape(body, { result: { item: 'any' }, time })
    assertPart((body as { result: { item: unknown } }).result.item, company)
  }
  assertShape(await ask('crm.item.delete', id), { result: 'nothing', time })
})

test('a field is described by its type and what may be done with it, a list field by its values too (§2.2)', async (t) => {
  const { result } = await openDocs(t)
  const { fields } = await result<{ fields: Record<string, unknown> }>('crm.item.fields', {
    entityTypeId: 4,
    useOriginalUfNames: 'Y',
  })
  const field = {
    type: 'text',
    isRequired: 'boolean',
    isReadOnly: 'boolean',
    isImmutable: 'boolean',
    isMultiple: 'boolean',
    isDynamic: 'boolean',
    title: 'text',
    upperName: 'text',
  } as const
  assertShape(fields['title'], field)
  assertShape(fields['typeId'], { ...field, statusType: 'text' })
  assertShape(fields['UF_CRM_PRICE_GROUP'], { ...field, items: [{ ID: 'digits', VALUE: 'text' }], settings: {} })
})

test('an import answers an id, a mass import an id or a refusal in the place of each (§2.2)', async (t) => {
  const { ask } = await openDocs(t)
  const points = { PHONE: [{ VALUE: '+74950000101', VALUE_TYPE: 'WORK' }] }
  const good = { title: 'ООО «Клён»', originatorId: 'base1', originId: '5e46', typeId: 'CUSTOMER', ...points }
  assertShape(await ask('crm.item.import', { entityTypeId: 4, fields: good }), { result: { item: { id: 'number' } }, time })
  const body = await ask('crm.item.batchImport', { entityTypeId: 4, data: [good, { title: '' }] })
  const [first, second] = (body as { result: { items: readonly unknown[] } }).result.items
  assertShape(first, { item: { id: 'number' } })
  assert.deepEqual(second, { error: 'CRM_FIELD_ERROR_REQUIRED', error_description: 'The "Name" field is required' })
})

test('a filter by external ids brings what was selected and nothing else (§2.3)', async (t) => {
  const { ask } = await openDocs(t)
  for (const originId of ['a1', 'a2', 'a3']) {
    await ask('crm.item.add', {
      entityTypeId: 4,
      fields: { title: originId, originatorId: 'base1', originId, originVersion: '7' },
    })
  }
  const body = await ask('crm.item.list', {
    entityTypeId: 4,
    select: ['id', 'title', 'originId', 'originVersion', 'updatedTime'],
    filter: { originatorId: 'base1', '@originId': ['a1', 'a2'] },
    order: { id: 'ASC' },
    start: -1,
  })
  const item = { id: 'number', title: 'text', originId: 'text', originVersion: 'text', updatedTime: 'moment' } as const
  assertShape(body, { result: { items: [item] }, time })
  assert.equal((body as { result: { items: readonly unknown[] } }).result.items.length, 2)
})

test('phones and e-mails are read with their ids, and changed by them (§2.5)', async (t) => {
  const { result } = await openDocs(t)
  interface Told {
    readonly item: { readonly fm: readonly { readonly id: number; readonly value: string }[] }
  }
  const fm = [
    { typeId: 'PHONE', valueType: 'WORK', value: '+74950000101' },
    { typeId: 'EMAIL', valueType: 'WORK', value: 'old@klen.example' },
    { typeId: 'EMAIL', valueType: 'HOME', value: 'away@klen.example' },
  ]
  const { item } = await result<Told>('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»', fm } })
  assertShape(item.fm, [{ id: 'number', valueType: 'text', value: 'text', typeId: 'text' }])
  const [, email, away] = item.fm
  const changes = {
    n0: { typeId: 'PHONE', valueType: 'MOBILE', value: '+79160000101' },
    [email!.id]: { typeId: 'EMAIL', valueType: 'WORK', value: 'new@klen.example' },
    [away!.id]: { typeId: 'EMAIL', value: '' },
  }
  const after = await result<Told>('crm.item.update', { entityTypeId: 4, id: 1, fields: { fm: changes } })
  assert.deepEqual(
    after.item.fm.map(({ value }) => value),
    ['+74950000101', 'new@klen.example', '+79160000101'],
  )
  assertPart(after.item, { hasPhone: 'yes/no', hasEmail: 'yes/no' })
})

test('pipelines have numbers for ids, rows of directories are texts, stages tell where they lead (§2.8)', async (t) => {
  const { ask } = await openDocs(t)
  assertShape(await ask('crm.category.list', { entityTypeId: 2 }), {
    result: {
      categories: [
        {
          id: 'number',
          name: 'text',
          sort: 'number',
          entityTypeId: 'number',
          isDefault: 'yes/no',
          originId: 'text',
          originatorId: 'text',
        },
      ],
    },
    total: 'number',
    time,
  })
  const status = {
    ID: 'digits',
    ENTITY_ID: 'text',
    STATUS_ID: 'text',
    NAME: 'text',
    NAME_INIT: 'text',
    SORT: 'digits',
    SYSTEM: 'yes/no',
    COLOR: 'text',
    CATEGORY_ID: 'null',
    SEMANTICS: 'null',
  } as const
  const list = (entityId: string) => ask('crm.status.list', { filter: { ENTITY_ID: entityId }, order: { SORT: 'ASC' } })
  assertShape(await list('INDUSTRY'), { result: [status], total: 'number', time })
  assertShape(((await list('DEAL_STAGE_5')) as { result: readonly unknown[] }).result[0], {
    ...status,
    CATEGORY_ID: 'digits',
    EXTRA: { SEMANTICS: 'text', COLOR: 'text' },
  })
  assertShape(await list('NOTHING'), { result: 'nothing', total: 'number', time })
  const stage = { ENTITY_ID: 'DEAL_STAGE_5', STATUS_ID: 'WAIT', NAME: 'Ожидание', SORT: 35 }
  assertShape(await ask('crm.status.add', { fields: stage }), { result: 'number', time })
})

test('duplicates are ids by entity, and an empty array when there are none (§3)', async (t) => {
  const { ask } = await openDocs(t)
  const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: '+74950000101' }]
  for (const title of ['ООО «Клён»', 'Клён']) await ask('crm.item.add', { entityTypeId: 4, fields: { title, fm } })
  const search = (value: string) => ask('crm.duplicate.findbycomm', { type: 'PHONE', values: [value], entity_type: 'COMPANY' })
  assertShape(await search('+74950000101'), { result: { COMPANY: ['number'] }, time })
  assertShape(await search('+74950000199'), { result: 'nothing', time })
  assertShape(await ask('crm.entity.mergeBatch', { params: { entityTypeId: 4, entityIds: [1, 2] } }), {
    result: { STATUS: 'text', ENTITY_IDS: ['number'] },
    time,
  })
})

test('a requisite with its address, bank account and link is made by ids and read as texts (§4)', async (t) => {
  const { ask } = await openDocs(t)
  await ask('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»' } })
  const made = { result: 'number', time } as const
  const done = { result: 'boolean', time } as const
  const requisite = {
    ENTITY_TYPE_ID: 4,
    ENTITY_ID: 1,
    PRESET_ID: 1,
    NAME: 'ООО «Клён»',
    XML_ID: 'base1|5e46',
    RQ_INN: '7701234560',
  }
  assertShape(await ask('crm.requisite.add', { fields: requisite }), made)
  assertShape(await ask('crm.requisite.update', { id: 1, fields: { RQ_KPP: '770101001' } }), done)
  const select = ['ID', 'ENTITY_ID', 'RQ_INN', 'RQ_KPP', 'XML_ID', 'PRESET_ID', 'RQ_OGRN']
  assertShape(await ask('crm.requisite.list', { filter: { ENTITY_TYPE_ID: 4, '@RQ_INN': ['7701234560'] }, select, start: -1 }), {
    result: [
      {
        ID: 'digits',
        ENTITY_ID: 'digits',
        RQ_INN: 'digits',
        RQ_KPP: 'digits',
        XML_ID: 'text',
        PRESET_ID: 'digits',
        RQ_OGRN: 'null',
      },
    ],
    time,
  })

  const key = { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: 1 }
  assertShape(await ask('crm.address.add', { fields: { ...key, ADDRESS_1: 'ул. Мира, 4', CITY: 'Москва' } }), done)
  assert.deepEqual(await ask('crm.address.add', { fields: key }, [400]), { error: '', error_description: 'TypeAddress exists.' })
  assertShape(await ask('crm.address.update', { fields: { ...key, CITY: 'Тула' } }), done)
  assertPart(((await ask('crm.address.list', { filter: key })) as { result: readonly unknown[] }).result[0], {
    TYPE_ID: 'digits',
    ENTITY_TYPE_ID: 'digits',
    ENTITY_ID: 'digits',
    ADDRESS_1: 'text',
    CITY: 'text',
    ANCHOR_TYPE_ID: 'digits',
    ANCHOR_ID: 'digits',
  })
  assertShape(await ask('crm.enum.addresstype', {}), { result: [{ ID: 'number', NAME: 'text' }], time })

  const account = { ENTITY_ID: 1, COUNTRY_ID: 1, NAME: 'Основной', RQ_BIK: '044525000', RQ_ACC_NUM: '40702810900000000001' }
  assertShape(await ask('crm.requisite.bankdetail.add', { fields: account }), made)
  await ask('crm.item.add', { entityTypeId: 2, fields: { title: 'Заказ', companyId: 1 } })
  const link = { ENTITY_TYPE_ID: 2, ENTITY_ID: 1, REQUISITE_ID: 1, BANK_DETAIL_ID: 1, MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 }
  assertShape(await ask('crm.requisite.link.register', { fields: link }), done)
  assertShape(await ask('crm.requisite.link.list', { filter: { '@ENTITY_TYPE_ID': [2] } }), {
    result: [Object.fromEntries(Object.keys(link).map((name) => [name, 'digits' as const]))],
    total: 'number',
    time,
  })

  const filter = { COUNTRY_ID: '1', ACTIVE: 'Y' }
  assertShape(await ask('crm.requisite.preset.list', { filter, select: ['ID', 'NAME', 'XML_ID', 'COUNTRY_ID'] }), {
    result: [{ ID: 'digits', NAME: 'text', XML_ID: 'text', COUNTRY_ID: 'digits' }],
    total: 'number',
    time,
  })
  assertShape(await ask('crm.requisite.delete', { id: 1 }), done)
})

test('a smart process is told with its settings, by itself with its relations too (§8)', async (t) => {
  const { ask } = await openDocs(t)
  const flags = [
    ...['isCategoriesEnabled', 'isStagesEnabled', 'isBeginCloseDatesEnabled', 'isClientEnabled', 'isUseInUserfieldEnabled'],
    ...['isLinkWithProductsEnabled', 'isMycompanyEnabled', 'isDocumentsEnabled', 'isSourceEnabled', 'isObserversEnabled'],
    ...['isRecyclebinEnabled', 'isAutomationEnabled', 'isBizProcEnabled', 'isSetOpenPermissions', 'isPaymentsEnabled'],
    'isCountersEnabled',
  ]
  const type = {
    id: 'number',
    title: 'text',
    code: 'text',
    createdBy: 'number',
    entityTypeId: 'number',
    customSectionId: 'null',
    ...Object.fromEntries(flags.map((flag) => [flag, 'yes/no' as const])),
    createdTime: 'moment',
    updatedTime: 'moment',
    updatedBy: 'number',
  } as const
  const relation = { entityTypeId: 'number', isChildrenListEnabled: 'yes/no', isPredefined: 'yes/no' } as const
  const whole = {
    ...type,
    relations: { parent: [relation], child: [relation] },
    linkedUserFields: {},
    customSections: 'nothing',
  } as const
  assertShape(await ask('crm.type.list', {}), { result: { types: [type] }, total: 'number', time })
  assertShape(await ask('crm.type.get', { id: 7 }), { result: { type: whole }, time })
  assertShape(await ask('crm.type.getByEntityTypeId', { entityTypeId: 1032 }), { result: { type: whole }, time })
  const fields = { title: 'Ремонты', isClientEnabled: 'Y', relations: { child: [{ entityTypeId: 31 }] } }
  assertShape(await ask('crm.type.add', { fields }), { result: { type: whole }, time })
  assertShape(await ask('crm.type.update', { id: 9, fields: { isStagesEnabled: 'Y' } }), { result: { type: whole }, time })
  const refused = { error: 'INVALID_ARG_VALUE', error_description: 'entityTypeId is out of allowed range' }
  assert.deepEqual(await ask('crm.type.add', { fields: { title: 'А', entityTypeId: 5 } }, [400]), refused)
  assert.deepEqual(await ask('crm.item.list', { entityTypeId: 1030 }, [400]), {
    error: 'NOT_FOUND',
    error_description: 'Smart process not found',
  })
})

test('an item of a smart process has all the fields there are, those that are turned off as null (§2.7, §8)', async (t) => {
  const { result } = await openDocs(t)
  const { item } = await result<{ item: unknown }>('crm.item.add', { entityTypeId: 1036, fields: { title: 'Заявка' } })
  assertPart(item, {
    id: 'number',
    xmlId: 'null',
    title: 'text',
    categoryId: 'number',
    stageId: 'text',
    previousStageId: 'null',
    movedTime: 'moment',
    begindate: 'null',
    closedate: 'null',
    companyId: 'number',
    contactIds: 'nothing',
    mycompanyId: 'null',
    opportunity: 'number',
    isManualOpportunity: 'yes/no',
    sourceId: 'text',
    observers: 'null',
    parentId1032: 'null',
    entityTypeId: 'number',
  })
})

test('product rows are told with the prices that the portal calculates (§7)', async (t) => {
  const { ask } = await openDocs(t)
  await ask('crm.item.add', { entityTypeId: 2, fields: { title: 'Заказ' } })
  const row = {
    id: 'number',
    ownerId: 'number',
    ownerType: 'text',
    productId: 'number',
    productName: 'text',
    price: 'number',
    priceAccount: 'number',
    priceExclusive: 'number',
    priceNetto: 'number',
    priceBrutto: 'number',
    quantity: 'number',
    discountTypeId: 'number',
    discountRate: 'number',
    discountSum: 'number',
    taxRate: 'number',
    taxIncluded: 'yes/no',
    taxName: 'text',
    customized: 'yes/no',
    measureCode: 'number',
    measureName: 'text',
    sort: 'number',
    xmlId: 'text',
    type: 'number',
    storeId: 'null',
  } as const
  const owner = { ownerType: 'D', ownerId: 1 }
  const given = { productId: 1, price: 80000, quantity: 1, discountRate: 20, taxRate: 20, taxIncluded: 'Y' }
  assertShape(await ask('crm.item.productrow.set', { ...owner, productRows: [given] }), { result: { productRows: [row] }, time })
  assertShape(await ask('crm.item.productrow.add', { fields: { ...owner, ...given } }), { result: { productRow: row }, time })
  assertShape(await ask('crm.item.productrow.update', { id: 1, fields: { price: 5 } }), { result: { productRow: row }, time })
  assertShape(await ask('crm.item.productrow.get', { id: 1 }), { result: { productRow: row }, time })
  assertShape(await ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 1 } }), {
    result: { productRows: [row] },
    total: 'number',
    time,
  })
  assertShape(await ask('crm.item.productrow.delete', { id: 1 }), { result: 'null', time })
  assertShape(await ask('crm.item.productrow.set', { ...owner, productRows: [] }), { result: { productRows: 'nothing' }, time })
  assert.deepEqual(await ask('crm.item.productrow.set', { ownerType: 'D', ownerId: 9, productRows: [] }, [400]), {
    error: 'OWNER_NOT_FOUND',
    error_description: 'Owner was not found',
  })
})

test('a comment answers an id, its files are told by their ids, and its deletion answers nothing (§8)', async (t) => {
  const { ask } = await openDocs(t)
  const fields = { ENTITY_ID: 10, ENTITY_TYPE: 'deal', COMMENT: 'Счёт', FILES: [['a.pdf', 'aGk=']] }
  assertShape(await ask('crm.timeline.comment.add', { fields }), { result: 'number', time })
  const file = {
    id: 'number',
    date: 'moment',
    type: 'text',
    name: 'text',
    size: 'number',
    authorId: 'number',
    authorName: 'text',
    urlPreview: 'text',
    urlShow: 'text',
    urlDownload: 'text',
  } as const
  const comment = {
    ID: 'digits',
    ENTITY_ID: 'digits',
    ENTITY_TYPE: 'text',
    CREATED: 'moment',
    COMMENT: 'text',
    AUTHOR_ID: 'digits',
    FILES: { 1: file },
  } as const
  const filter = { ENTITY_ID: 10, ENTITY_TYPE: 'deal' }
  assertShape(await ask('crm.timeline.comment.list', { filter }), { result: [comment], total: 'number', time })
  assertShape(await ask('crm.timeline.comment.get', { id: 1 }), { result: comment, time })
  assertShape(await ask('crm.timeline.comment.update', { id: 1, fields: { COMMENT: 'Оплачен', FILES: [] } }), {
    result: 'number',
    time,
  })
  assertShape(await ask('crm.timeline.comment.get', { id: 1 }), { result: { ...comment, FILES: {} }, time })
  assertShape(await ask('crm.timeline.comment.delete', { id: 1, ownerTypeId: 2, ownerId: 10 }), { result: 'null', time })
})

test('the catalogue has its lists by name, numbers for codes of errors, and `element` for what was written (§6)', async (t) => {
  const { ask } = await openDocs(t)
  const select = ['id', 'iblockId', 'name', 'xmlId']
  const short = { id: 'number', iblockId: 'number', name: 'text', xmlId: 'text' } as const
  const catalog = { iblockId: 'number', id: 'number', name: 'text', subscription: 'yes/no', vatId: 'number' } as const
  const filter = { productIblockId: 23 }
  assertShape(
    await ask('catalog.catalog.list', { filter, select: [...Object.keys(catalog), 'productIblockId', 'skuPropertyId'] }),
    {
      result: { catalogs: [{ ...catalog, productIblockId: 'number', skuPropertyId: 'number' }] },
      total: 'number',
      time,
    },
  )
  assertShape(await ask('catalog.product.list', { select, filter: { iblockId: 23, '<id': 3 } }), {
    result: { products: [short] },
    total: 'number',
    time,
  })
  assertShape(await ask('catalog.product.offer.list', { select, filter: { iblockId: 24 } }), {
    result: { offers: [short] },
    total: 'number',
    time,
  })
  assertShape(await ask('catalog.measure.list', { select: ['id', 'code', 'symbolIntl'] }), {
    result: { measures: [{ id: 'number', code: 'number', symbolIntl: 'text' }] },
    total: 'number',
    time,
  })
  assertShape(await ask('catalog.vat.list', { select: ['id', 'name', 'rate'], filter: { '>=rate': 0 } }), {
    result: { vats: [{ id: 'number', name: 'text', rate: 'number' }] },
    total: 'number',
    time,
  })
  const product = {
    ...short,
    active: 'yes/no',
    code: 'text',
    type: 'number',
    timestampX: 'moment',
    purchasingPrice: 'text',
  } as const
  const fields = { iblockId: 23, name: 'Лом', code: 'lom', purchasingPrice: 1000 }
  for (const [method, params, key] of [
    ['add', { fields }, 'element'],
    ['update', { id: 15, fields: { name: 'Лом 2' } }, 'element'],
    ['get', { id: 15 }, 'product'],
  ] as const) {
    const body = await ask(`catalog.product.${method}`, params)
    assertShape(body, { result: { [key]: 'any' }, time })
    assertPart((body as { result: Record<string, unknown> }).result[key], product)
  }
  assert.deepEqual(await ask('catalog.product.list', { select: ['name'], filter: { iblockId: 23 } }, [400]), {
    error: 0,
    error_description: 'Required select fields: id, iblockId',
  })
})

test('a custom field is told in both forms, texts all through (§5)', async (t) => {
  const { ask } = await openDocs(t)
  const label = { ru: 'text' } as const
  const none = { ru: 'null' } as const
  const field = {
    id: 'digits',
    entityId: 'text',
    fieldName: 'text',
    userTypeId: 'text',
    xmlId: 'null',
    sort: 'digits',
    multiple: 'yes/no',
    mandatory: 'yes/no',
    showFilter: 'text',
    showInList: 'yes/no',
    editInList: 'yes/no',
    isSearchable: 'yes/no',
    settings: {},
    languageId: label,
    editFormLabel: label,
    listColumnLabel: none,
    listFilterLabel: none,
    errorMessage: none,
    helpMessage: none,
    enum: [{ id: 'digits', userFieldId: 'digits', value: 'text', def: 'yes/no', sort: 'digits', xmlId: 'text' }],
  } as const
  const given = { entityId: 'CRM_7', fieldName: 'UF_CRM_7_KIND', userTypeId: 'enumeration', enum: [{ value: 'Поставка' }] }
  assertShape(await ask('userfieldconfig.add', { moduleId: 'crm', field: given }), { result: { field }, time })
  assertShape(await ask('userfieldconfig.get', { moduleId: 'crm', id: 144 }), { result: { field }, time })
  const filter = { entityId: 'CRM_7', userTypeId: 'enumeration' }
  assertShape(await ask('userfieldconfig.list', { moduleId: 'crm', filter }), {
    result: { fields: [field] },
    total: 'number',
    time,
  })
  const classic = { FIELD_NAME: 'NUM_1C', USER_TYPE_ID: 'string', LABEL: 'Номер в 1С' }
  assertShape(await ask('crm.deal.userfield.add', { fields: classic }), { result: 'number', time })
  assertPart(((await ask('crm.deal.userfield.get', { id: 145 })) as { result: unknown }).result, {
    ID: 'digits',
    ENTITY_ID: 'text',
    FIELD_NAME: 'text',
    USER_TYPE_ID: 'text',
    SORT: 'digits',
    MULTIPLE: 'yes/no',
    MANDATORY: 'yes/no',
    EDIT_FORM_LABEL: 'text',
  })
})

/** A type, a list of one shape with something in it, or an object with exactly these keys. `nothing` is an empty array. */
type Shape = Leaf | readonly [Shape] | { readonly [key: string]: Shape }
type Leaf = 'any' | 'null' | 'nothing' | 'boolean' | 'number' | 'text' | 'digits' | 'moment' | 'yes/no'

function assertShape(value: unknown, shape: Shape, path = 'answer'): void {
  if (typeof shape === 'string') {
    assert.ok(leaves[shape](value), `${path} is no ${shape}: ${JSON.stringify(value)}`)
  } else if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value) && value.length > 0, `${path} is no list: ${JSON.stringify(value)}`)
    for (const [place, one] of value.entries()) assertShape(one, shape[0], `${path}[${place}]`)
  } else {
    assert.ok(
      typeof value === 'object' && value !== null && !Array.isArray(value),
      `${path} is no object: ${JSON.stringify(value)}`,
    )
    assert.deepEqual(Object.keys(value).sort(), Object.keys(shape).sort(), path)
    for (const [key, inner] of Object.entries(shape))
      assertShape(Object.entries(value).find(([name]) => name === key)?.[1], inner, `${path}.${key}`)
  }
}

/** The same where more keys may stand beside these. */
function assertPart(value: unknown, shape: { readonly [key: string]: Leaf }): void {
  assert.ok(typeof value === 'object' && value !== null)
  assertShape(Object.fromEntries(Object.entries(value).filter(([key]) => key in shape)), shape)
}

const leaves: Readonly<Record<Leaf, (value: unknown) => boolean>> = {
  any: () => true,
  null: (value) => value === null,
  nothing: (value) => Array.isArray(value) && value.length === 0,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  digits: (value) => typeof value === 'string' && /^\d+$/.test(value),
  moment: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value),
  'yes/no': (value) => value === 'Y' || value === 'N',
}

async function openDocs(t: TestContext, change: (state: PortalState) => void = () => undefined) {
  const state = fixturePortal('moscow')
  change(state)
  const sandbox = openSandbox({ state, methods, limits: unlimited })
  t.after(() => sandbox.close())
  const { origin, webhook } = await sandbox.listen()
  const ask = async (method: string, params: object, statuses: readonly number[] = [200]): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const answer = await fetch(webhook + method, { method: 'POST', headers, body: JSON.stringify(params) })
    const body = await answer.text()
    assert.ok(statuses.includes(answer.status), `${method}: ${answer.status} ${body}`)
    return JSON.parse(body)
  }
  return {
    origin,
    ask,
    result: async <T>(method: string, params: object) => ((await ask(method, params)) as { result: T }).result,
  }
}

function ascending(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place + 1)
}
