import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import type { ExchangeOf, Preset, Settings } from '../../src/settings/settings.ts'

const settingsOf = (text: string): Settings => {
  const { settings, problems } = parseSettings(text)
  assert.deepEqual(problems, [])
  assert.ok(settings !== null)
  return settings
}

const exchangeOf = <P extends Preset>(preset: P, more = ''): ExchangeOf<P> =>
  settingsOf(`exchanges:\n  - name: Проба\n    preset: ${preset}\n${more}`).exchanges[0] as ExchangeOf<P>

const minute = 60_000
const day = 24 * 60 * minute
const masks = ['*.xml', '*.csv', '*.txt', '*.zip']

test('an empty file gives every default', () => {
  const { bitrix24, ...rest } = settingsOf('')
  assert.deepEqual(rest, {
    language: 'ru',
    target: 'csv',
    folders: {
      in: [{ path: 'in', take: 'move', recursive: false, files: masks, marker: null, sentinel: null }],
      out: 'out',
      import: 'import',
      archive: 'archive',
      failed: 'failed',
      state: '.obmen24',
    },
    exchanges: [],
    outgoing: [],
    portal: {
      webhook: { file: 'webhook.txt', env: '' },
      rate: 'standard',
      originator: '1C',
      automation: false,
      unknownWait: 70_000,
      patience: 15 * minute,
      ca: '',
    },
    brake: { share: 0.5, from: 20, records: 1000 },
    answer: { files: ['csv'], encoding: 'utf-8-bom', keep: 30 * day, status: true, links: false },
    readiness: { settle: 3000, giveUp: 10 * minute, poll: 5000 },
    reading: { encoding: 'auto', country: 'RU' },
    archive: { keep: 365 * day },
    logs: { level: 'info', keep: 30 * day },
    limits: { zipSize: 2 * 1024 ** 3, zipRatio: 200, zipFiles: 1000 },
  })
  assert.equal(bitrix24.headers, 'titles')
  assert.equal(bitrix24.responsible, '')
  assert.equal(bitrix24.openToAll, true)
  assert.equal(bitrix24.companyType, 'Клиент')
  assert.equal(bitrix24.contactType, 'Клиенты')
  assert.equal(bitrix24.source, '')
  assert.equal(bitrix24.dealType, '')
  assert.equal(bitrix24.sectionLevels, 3)
  assert.deepEqual(bitrix24.presets, { organization: 'Организация', soleProprietor: 'ИП', person: 'Физ. лицо' })
  assert.deepEqual(bitrix24.idFields, { company: '', contact: '', deal: '' })
  assert.deepEqual(bitrix24.pipelines, {})
  assert.equal(bitrix24.vat['none'], 'Без НДС')
  assert.equal(bitrix24.vat['20'], 'НДС 20%')
  assert.equal(bitrix24.measures['796'], 'шт')
  assert.equal(bitrix24.measures['006'], 'м')
  assert.equal(bitrix24.currencies['руб'], 'RUB')
  assert.deepEqual(bitrix24.lists.companyTypes, ['Клиент', 'Поставщик', 'Конкурент', 'Партнер', 'Другое'])
  assert.ok(Object.values(bitrix24.lists).every((list) => list.length > 0))
})

test('the words that the settings use by default stand in the lists that they are checked against', () => {
  const { bitrix24 } = settingsOf('')
  assert.ok(Object.values(bitrix24.measures).every((unit) => bitrix24.lists.measures.includes(unit)))
  assert.ok(Object.values(bitrix24.currencies).every((code) => bitrix24.lists.currencies.includes(code)))
})

const common = { name: 'Проба', enabled: true, files: [], only: {}, values: {}, fields: {}, deleted: 'skip', responsible: '' }
const people = { soleProprietor: 'company', person: 'contact' }
const cards = {
  match: ['origin', 'id-field', 'inn', 'inn-in-text'],
  innFields: [],
  mode: 'create+update',
  conflict: '1c',
  blanks: 'keep',
  missingValues: 'skip',
  vanished: 'create',
  deletedMark: { field: '', value: 'Y' },
}
const documents = {
  pipeline: '',
  stages: {},
  finalStages: ['Сделка успешна', 'Сделка провалена'],
  numberField: '',
  clients: true,
  match: ['origin', 'number-field'],
  several: 'review',
  numberPrefix: 'B24-',
  mode: 'create+update',
  conflict: '1c',
  blanks: 'keep',
  missingValues: 'skip',
  vanished: 'create',
  deletedStage: '',
  clientMatch: ['origin', 'id-field', 'inn'],
  updateClients: true,
  pipelines: {},
  pipelineBy: 'organisation',
  probabilities: {},
  closeDates: {},
  rows: true,
  products: 'text',
  organisations: {},
  numbers: 'unique',
  attachments: { files: [], comment: '{{ name }}', alsoParent: false },
}
const eachRow = { sameNumber: 'each', sameNumberAmount: 'first' }
const table = { joinLines: true, columns: {} }

test('presets of people and goods bring their usual settings', () => {
  assert.deepEqual(exchangeOf('counterparties'), {
    ...common,
    ...people,
    ...cards,
    ...table,
    preset: 'counterparties',
    contactPersons: true,
  })
  assert.deepEqual(exchangeOf('contacts'), {
    ...common,
    ...cards,
    ...table,
    match: ['origin', 'id-field'],
    preset: 'contacts',
  })
  assert.deepEqual(exchangeOf('catalogue'), {
    ...common,
    ...table,
    preset: 'catalogue',
    priceType: '',
    warehouses: [],
    variants: 'separate',
    imagesUrl: '',
  })
})

test('B6, B8, B9, B11: work orders are found by number and phone, made anew and correct their clients, unless told otherwise', () => {
  assert.deepEqual(exchangeOf('work-orders'), {
    ...common,
    ...people,
    ...documents,
    ...eachRow,
    ...table,
    preset: 'work-orders',
    title: 'Заказ-наряд {{ number }}',
    match: ['origin', 'number-field', 'phone'],
    clientMatch: ['origin', 'id-field', 'inn', 'phone'],
    into: 'deal',
    process: 0,
  })
})

test('E3: bookings come with stages and probabilities of their states, and rows of one number are one booking', () => {
  assert.deepEqual(exchangeOf('bookings'), {
    ...common,
    ...people,
    ...documents,
    ...table,
    preset: 'bookings',
    title: 'Заявка №{{ number }} ({{ surname }}) {{ beginDay }} - {{ endDay }}',
    match: ['origin', 'portal-id', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn', 'phone'],
    stages: {
      Временная: 'Новая',
      Подтверждена: 'В работе',
      Проживание: 'Сделка успешна',
      Выезд: 'Сделка успешна',
      Отменена: 'Сделка провалена',
      Незаезд: 'Сделка провалена',
    },
    probabilities: { Временная: '30', Подтверждена: '60', Отменена: '0', Незаезд: '0' },
    sameNumber: 'one',
    sameNumberAmount: 'first',
  })
})

test('E3: what the file says of a state is added to the usual table or replaces its line', () => {
  const { stages, probabilities } = exchangeOf(
    'bookings',
    "    stages: {Временная: Бронь, Перенос: Новая, Незаезд: ''}\n    probabilities: {Временная: 40%, Перенос: 5 %, Отменена: ''}\n",
  )
  assert.deepEqual(
    [stages['Временная'], stages['Перенос'], stages['Незаезд'], stages['Выезд']],
    ['Бронь', 'Новая', '', 'Сделка успешна'],
  )
  assert.deepEqual(probabilities, { Временная: '40', Подтверждена: '60', Отменена: '', Незаезд: '0', Перенос: '5' })
})

test('D4, D5, D6: orders are only updated, by their number; signs lead to stages; clients go by 1C id, then by name', () => {
  assert.deepEqual(exchangeOf('orders'), {
    ...common,
    ...people,
    ...documents,
    preset: 'orders',
    title: 'Заказ {{ number }}',
    match: ['origin', 'number', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn', 'title'],
    mode: 'update',
    stagesBySign: {
      notPosted: 'Новая',
      posted: 'Подготовка документов',
      paid: 'В работе',
      shipped: 'Финальный счёт',
      completed: 'Сделка успешна',
      cancelled: 'Сделка провалена',
      deleted: 'Сделка провалена',
    },
  })
})

test('C1, C4: contracts become deals and invoices invoices, with the PDF files beside them', () => {
  const portal = <P extends Preset>(preset: P) =>
    settingsOf(`target: portal\nexchanges: [{name: Проба, preset: ${preset}}]`).exchanges[0] as ExchangeOf<P>
  assert.deepEqual(portal('contracts'), {
    ...common,
    ...people,
    ...documents,
    ...eachRow,
    ...table,
    preset: 'contracts',
    title: 'Договор {{ number }}{% if date %} от {{ date }}{% endif %}',
    into: 'deal',
    process: 0,
  })
  assert.deepEqual(portal('invoices'), {
    ...common,
    ...people,
    ...documents,
    ...eachRow,
    ...table,
    preset: 'invoices',
    title: 'Счёт {{ number }}{% if date %} от {{ date }}{% endif %}',
    stages: { Оплачен: 'Оплачен', Отменен: 'Не оплачен', Отменён: 'Не оплачен', Аннулирован: 'Не оплачен' },
    attachments: { files: ['*.pdf'], comment: '{{ name }}', alsoParent: false },
    into: 'invoice',
    process: 0,
  })
  assert.deepEqual(portal('document-rows'), { ...common, ...table, preset: 'document-rows', of: 'work-orders' })
})

test('D3, C4: the way back to 1C has its usual settings, too', () => {
  const [usual] = settingsOf('target: portal\noutgoing: [{name: Заказы}]').outgoing
  assert.deepEqual(usual, {
    name: 'Заказы',
    enabled: true,
    confirmations: ['confirm*.txt', 'confirm*.xml', 'confirm*.csv'],
    confirm: 'both',
    into: 'deal',
    process: 0,
    format: 'commerceml',
    file: 'out/orders.xml',
    bom: false,
    every: 5 * minute,
    overlap: 10 * minute,
    pipelines: [],
    stages: [],
    newOnes: true,
    withRows: false,
    numberPrefix: 'B24-',
    statuses: {},
    currencies: {},
    requisites: {},
    unknownGoods: 'refuse',
    forgetAfter: 30 * day,
  })
})

test('a column is a header, a list of headers or a number', () => {
  const { columns } = exchangeOf('work-orders', '    columns: {number: Номер, phone: [Телефон, Тел.], amount: 5}')
  assert.deepEqual(columns, { number: ['Номер'], phone: ['Телефон', 'Тел.'], amount: 5 })
})

test('a folder is a path, a block of keys, or a list of both', () => {
  const folders = (text: string) => settingsOf(`folders:\n  in: ${text}`).folders.in.map(({ path, take }) => [path, take])
  assert.deepEqual(folders('обмен'), [['обмен', 'move']])
  assert.deepEqual(folders('{path: обмен, take: copy}'), [['обмен', 'copy']])
  assert.deepEqual(folders("[in, '\\\\server\\1c', {path: 'C:\\1c\\webdata', take: copy}]"), [
    ['in', 'move'],
    ['\\\\server\\1c', 'move'],
    ['C:\\1c\\webdata', 'copy'],
  ])
})

test('one value serves where a list is wanted', () => {
  assert.deepEqual(settingsOf('answer: {files: json}').answer.files, ['json'])
  assert.deepEqual(settingsOf('answer: {files: []}').answer.files, [])
  assert.deepEqual(exchangeOf('catalogue', "    files: 'import*.xml'").files, ['import*.xml'])
  assert.deepEqual(exchangeOf('orders', '    only: {Организация: ИП Смирнов А.А.}').only, { Организация: ['ИП Смирнов А.А.'] })
})

test('a dictionary that comes filled is added to, a list that comes filled is replaced', () => {
  const { bitrix24 } = settingsOf("bitrix24: {vat: {20: 'НДС 20'}, measures: {упак.: упак}, lists: {measures: [шт, упак]}}")
  assert.equal(bitrix24.vat['20'], 'НДС 20')
  assert.equal(bitrix24.vat['10'], 'НДС 10%')
  assert.equal(bitrix24.measures['упак.'], 'упак')
  assert.equal(bitrix24.measures['шт.'], 'шт')
  assert.deepEqual(bitrix24.lists.measures, ['шт', 'упак'])
})

test('the brake is written in percent, and any takes a limit away', () => {
  assert.deepEqual(settingsOf('brake: {share: 12.5%, records: any}').brake, { share: 0.125, from: 20, records: null })
  assert.equal(settingsOf('brake: {share: 100 %, records: 5}').brake.records, 5)
  assert.equal(settingsOf('brake: {share: 100 %}').brake.share, 1)
})

test('one way to find a card needs no list', () => {
  assert.deepEqual(exchangeOf('counterparties', '    match: inn\n').match, ['inn'])
  assert.deepEqual(exchangeOf('contacts', '    match: [phone, email]\n    innFields: UF_CRM_INN\n').innFields, ['UF_CRM_INN'])
})

test('forever is kept as null', () => {
  assert.equal(settingsOf('archive: {keep: forever}').archive.keep, null)
})

test('settings are frozen all the way down, and the next file does not feel it', () => {
  const settings = settingsOf('')
  assert.throws(() => (settings.folders.in as unknown[]).push('x'), TypeError)
  assert.throws(() => Object.assign(settings.bitrix24.vat, { '20': 'x' }), TypeError)
  assert.deepEqual(settingsOf(''), settings)
})
