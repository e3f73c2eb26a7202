import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveDocument } from '../../../src/bitrix24/crm/resolve-document.ts'
import type { DocumentOptions } from '../../../src/bitrix24/crm/resolve-options.ts'
import type { DocumentDraft } from '../../../src/bitrix24/drafts/draft.ts'
import { documentDirectories } from './directories.ts'
import { document, documentOptions, row } from './drafts.ts'

const resolve = (more: Partial<DocumentDraft> = {}, options: Partial<DocumentOptions> = {}, initial: readonly string[] = []) =>
  resolveDocument({ ...document, ...more }, initial, { ...documentOptions, ...options })

const problemsOf = (more: Partial<DocumentDraft>, options: Partial<DocumentOptions> = {}) =>
  resolve(more, options).problems.map(({ code, args }) => ({ code, ...args }))

const fieldsOf = (more: Partial<DocumentDraft>, options: Partial<DocumentOptions> = {}) => resolve(more, options).card.fields

test('a work order gets the fields and the ids of this portal; a date that 1C does not tell is left to the portal', () => {
  const { card, problems, missing, leftOut } = resolve()
  assert.deepEqual([problems, missing, leftOut], [[], [], []])
  assert.deepEqual(card, {
    entity: 'deal',
    fields: {
      title: 'Заказ-наряд 0000012',
      typeId: 'SERVICE',
      sourceId: '',
      probability: '60',
      begindate: '2026-03-02',
      comments: 'Стук в подвеске',
      assignedById: '3',
      categoryId: '5',
      stageId: 'C5:NEW',
      currencyId: 'RUB',
      opportunity: '30110',
      isManualOpportunity: 'Y',
      UF_CRM_NUMBER: '0000012',
      opened: 'Y',
    },
    initial: ['opened'],
    points: [],
    requisite: null,
    rows: null,
  })
})

test('what only the settings fill is known by its names on the portal', () => {
  const { card } = resolve({ custom: { Автомобиль: 'Лада' } }, {}, ['pipeline', 'stage', 'dealType', 'amount', 'Автомобиль'])
  assert.deepEqual(card.initial.toSorted(), [
    'UF_CRM_CAR',
    'categoryId',
    'isManualOpportunity',
    'opened',
    'opportunity',
    'stageId',
    'typeId',
  ])
})

test('a pipeline is known by name or number, and none named is the default one', () => {
  assert.equal(fieldsOf({ pipeline: 'сервис', stage: '' })['categoryId'], '5')
  assert.equal(fieldsOf({ pipeline: '5', stage: '' })['categoryId'], '5')
  assert.deepEqual(
    ['categoryId', 'stageId'].map((name) => fieldsOf({ pipeline: '', stage: 'Успешна' })[name]),
    ['0', 'WON'],
  )
  const silent = fieldsOf({ pipeline: '', stage: '' })
  assert.ok(!('categoryId' in silent) && !('stageId' in silent))
})

test('a stage is known by name, by code or by its whole id, within its pipeline', () => {
  for (const stage of ['Выдан', 'выдан', 'WON', 'C5:WON', 'c5:won']) assert.equal(fieldsOf({ stage })['stageId'], 'C5:WON', stage)
  assert.equal(fieldsOf({ stage: 'в работе' })['stageId'], 'C5:CHECK')
  assert.deepEqual(problemsOf({ stage: 'В РАБОТЕ' }), [
    { code: 'crm.stage-ambiguous', stage: 'В РАБОТЕ', pipeline: 'Сервис', list: 'C5:WORK, C5:CHECK' },
  ])
  assert.ok(!('stageId' in fieldsOf({ stage: 'В РАБОТЕ' })))
})

test('an unknown pipeline or stage is an error with the nearest and all that there are, whatever becomes of other values', () => {
  for (const missingValues of ['refuse', 'skip', 'create'] as const) {
    assert.deepEqual(problemsOf({ pipeline: 'Серивс' }, { missingValues }), [
      { code: 'crm.pipeline-unknown', pipeline: 'Серивс', near: 'Сервис', list: 'Общая, Сервис, Опт, опт' },
    ])
    assert.deepEqual(problemsOf({ stage: 'Выдано' }, { missingValues }), [
      {
        code: 'crm.stage-unknown',
        stage: 'Выдано',
        pipeline: 'Сервис',
        near: 'Выдан',
        list: 'Приёмка, В работе, в работе, Выдан',
      },
    ])
  }
  const ofOther = problemsOf({ stage: 'C7:NEW' })
  assert.deepEqual([ofOther.length, ofOther[0]!.code], [1, 'crm.stage-unknown'])
  assert.deepEqual(
    problemsOf({ pipeline: 'ОПТ' }).map(({ code }) => code),
    ['crm.pipeline-ambiguous'],
  )
  assert.equal(fieldsOf({ pipeline: 'Опт', stage: 'Новая' })['stageId'], 'C7:NEW')
})

test('D7: a currency that is not active on the portal is an error of the row that lists the active ones', () => {
  assert.deepEqual(problemsOf({ currency: 'EUR' }, { missingValues: 'skip' }), [
    { code: 'crm.currency-inactive', currency: 'EUR', list: 'RUB, USD' },
  ])
  assert.equal(fieldsOf({ currency: 'USD' })['currencyId'], 'USD')
  assert.ok(!('currencyId' in fieldsOf({ currency: '' })))
})

test('a probability is a whole number of percent, and only deals have one', () => {
  for (const probability of ['101', '-5', '33.3', 'высокая'])
    assert.deepEqual(problemsOf({ probability }), [{ code: 'crm.probability', value: probability }])
  assert.equal(fieldsOf({ probability: '0' })['probability'], '0')
  const invoice = resolve({ kind: 'invoice', pipeline: '', stage: '', probability: '60' }, { entity: 'invoice', numberField: '' })
  assert.deepEqual([invoice.problems, 'probability' in invoice.card.fields], [[], false])
})

test('an invoice gets its number and the own company that issues it; without that company it is an error', () => {
  const invoice = { kind: 'invoice' as const, pipeline: '', stage: 'Новый', dealType: 'Сервис', closeDate: '2026-03-12' }
  const options = { entity: 'invoice' as const, numberField: '' }
  const { card, problems } = resolve({ ...invoice, myCompany: 'ооо "Клевер"' }, options)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    ['accountNumber', 'mycompanyId', 'closedate', 'stageId', 'categoryId', 'typeId'].map((name) => card.fields[name]),
    ['0000012', '31', '2026-03-12', 'DT31_3:N', '3', undefined],
  )
  const unknown = { company: 'ИП Горин', near: '—', list: 'ООО «Клевер», ИП Горин О. И.' }
  assert.deepEqual(problemsOf({ ...invoice, myCompany: 'ИП Горин' }, options), [{ code: 'crm.my-company-unknown', ...unknown }])
  assert.deepEqual(problemsOf({ ...invoice, myCompany: 'ИП Горин' }, { ...options, missingValues: 'skip' }), [
    { code: 'crm.my-company-skipped', ...unknown },
  ])
  assert.deepEqual(resolve({ myCompany: 'ИП Горин' }).leftOut, ['myCompany'])
})

test('a smart process takes what its settings leave it, says what it lacks, and one that is not there is an error', () => {
  const process = { kind: 'process' as const, pipeline: '', stage: '', comments: '' }
  const rich = resolve(process, { entity: 'process:1032', numberField: '' })
  assert.deepEqual([rich.problems, rich.card.fields['opportunity']], [[], '30110'])
  const bare = resolve({ ...process, source: 'Веб-сайт', rows: [row] }, { entity: 'process:1036', numberField: '' })
  assert.deepEqual(
    bare.problems.map(({ code, args }) => [code, args['field']]),
    [
      ['crm.own-field-missing', 'sourceId'],
      ['crm.own-field-missing', 'begindate'],
      ['crm.own-field-missing', 'rows'],
      ['crm.own-field-missing', 'opportunity'],
    ],
  )
  assert.deepEqual(bare.leftOut, ['source', 'beginDate', 'rows', 'amount'])
  assert.equal(bare.card.rows, null)
  const unknown = resolve(process, { entity: 'process:1040' })
  assert.deepEqual(
    unknown.problems.map(({ code, args }) => ({ code, ...args })),
    [{ code: 'crm.process-unknown', process: '1040', list: 'Договоры (1032), Заявки (1036)' }],
  )
})

test('a value that the portal may have tomorrow does not count as written', () => {
  const { leftOut, missing, problems } = resolve({ dealType: 'Гарантия', custom: { Цвет: 'синий' } }, { missingValues: 'skip' })
  assert.deepEqual(leftOut, ['dealType', 'Цвет'])
  assert.deepEqual(missing, [])
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['crm.value-skipped', 'crm.field-skipped'],
  )
  assert.deepEqual(resolve({ dealType: 'Гарантия' }, { missingValues: 'create' }).missing, [
    { directory: 'DEAL_TYPE', name: 'Гарантия', entity: 'deal' },
  ])
})

test('the 1C id goes into the field that the settings name', () => {
  assert.equal(fieldsOf({}, { idField: 'Код 1С' })['UF_CRM_ID_1C'], 'w-12')
})

test('rows are said with price, discount without tax, rate and unit as the portal counts them', () => {
  const productIds = new Map([['p-1#v-2', 77]])
  const { card } = resolve(
    {
      amount: '',
      rows: [
        { ...row, product: '  Масло\u00A0 моторное ', productId: 'p-1#v-2', discount: '50', measure: '006' },
        {
          ...row,
          product: '',
          article: 'M-8',
          price: '66.666',
          quantity: '',
          vat: 'none',
          vatIncluded: false,
          measure: '',
          discount: '5',
        },
        { ...row, price: '', amount: '100', quantity: '3', vat: '', productId: 'p-2', discount: '0', measure: 'шт' },
        { ...row, price: '120', vat: '20', vatIncluded: false, discount: '10.005' },
      ],
    },
    { productIds },
  )
  assert.deepEqual(card.rows, [
    {
      productId: 77,
      productName: 'Масло моторное',
      price: '950',
      quantity: '4',
      // 1000 / 1,2 − 950 / 1,2, each to the kopeck: 833,33 − 791,67.
      discountSum: '41.66',
      taxRate: '20',
      taxIncluded: 'Y',
      measureCode: '6',
    },
    {
      productId: 0,
      productName: 'M-8',
      price: '66.67',
      quantity: '1',
      discountSum: '5',
      taxRate: '',
      taxIncluded: 'N',
      measureCode: '',
    },
    {
      productId: 0,
      productName: 'Масло моторное 5W-40',
      price: '33.33',
      quantity: '3',
      discountSum: '',
      taxRate: '',
      taxIncluded: 'N',
      measureCode: '',
    },
    {
      productId: 0,
      productName: 'Масло моторное 5W-40',
      price: '120',
      quantity: '4',
      discountSum: '10.01',
      taxRate: '20',
      taxIncluded: 'N',
      measureCode: '112',
    },
  ])
})

test('the portal counts the amount where its rows come to it to the kopeck, else it is told to leave it', () => {
  const modeOf = (more: Partial<DocumentDraft>) => ['opportunity', 'isManualOpportunity'].map((name) => fieldsOf(more)[name])
  assert.deepEqual(modeOf({ amount: '3800', rows: [row] }), ['3800', 'N'])
  assert.deepEqual(modeOf({ amount: '3800.01', rows: [row] }), ['3800.01', 'Y'])
  const third = { ...row, price: '33.33', quantity: '3', amount: '100' }
  assert.deepEqual(modeOf({ amount: '100', rows: [third] }), ['100', 'Y'])
  // 0,335 × 3 rows: the portal may round each of them, or their sum.
  const fraction = { ...row, price: '0.67', quantity: '0.5', amount: '0.335' }
  assert.deepEqual(modeOf({ amount: '1.01', rows: [fraction, fraction, fraction] }), ['1.01', 'Y'])
  assert.deepEqual(modeOf({ amount: '1.02', rows: [fraction, fraction, fraction] }), ['1.02', 'Y'])
  assert.deepEqual(modeOf({ amount: '0', rows: [] }), ['0', 'Y'])
})

test('an amount that 1C does not tell is that of its rows, and without rows nobody touches it', () => {
  const third = { ...row, price: '33.33', quantity: '3', amount: '100' }
  const { fields } = resolve({ amount: '', rows: [row, third] }).card
  assert.deepEqual([fields['opportunity'], fields['isManualOpportunity']], ['3900', 'Y'])
  const untold = resolve({ amount: '', rows: [{ ...row, amount: '' }] }).card
  assert.ok(!('opportunity' in untold.fields) && !('isManualOpportunity' in untold.fields) && untold.rows?.length === 1)
  assert.ok(!('opportunity' in fieldsOf({ amount: '' })))
  assert.deepEqual(problemsOf({ amount: 'много' }), [{ code: 'crm.value-unreadable', field: 'opportunity', value: 'много' }])
})

test('rows that 1C does not keep, or has none of, are left alone on the portal', () => {
  assert.equal(resolve({ rows: [row] }, { rows: false }).card.rows, null)
  assert.equal(resolve({ rows: [] }).card.rows, null)
  assert.equal(fieldsOf({ amount: '3800', rows: [row] }, { rows: false })['isManualOpportunity'], 'Y')
})

test('a field that the portal alone fills is not written', () => {
  const readOnly = (documentDirectories.fields['invoice'] ?? []).map((field) =>
    field.name === 'categoryId' ? { ...field, isReadOnly: true } : field,
  )
  const directories = { ...documentDirectories, fields: { ...documentDirectories.fields, invoice: readOnly } }
  const options = { entity: 'invoice' as const, numberField: '', directories }
  const { fields } = resolve({ kind: 'invoice', pipeline: 'Счета', stage: 'N' }, options).card
  assert.deepEqual([fields['categoryId'], fields['stageId']], [undefined, 'DT31_3:N'])
})
