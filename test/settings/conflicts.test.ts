import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describe } from '../../src/problems/describe.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

const told = (text: string) => parseSettings(text).problems.map(({ code, place }) => `${code} ${place.line} ${place.setting}`)

test('two uses of one folder are a conflict, however the path is written', () => {
  assert.deepEqual(told('folders: {out: in}'), ['settings.same-folder 1 folders.out'])
  assert.deepEqual(told('folders: {archive: ./out/}'), ['settings.same-folder 1 folders.archive'])
  assert.deepEqual(told("folders: {in: ['C:\\1c\\Обмен', 'c:/1c/обмен/']}"), ['settings.same-folder 1 folders.in[2]'])
})

test('a folder of ours inside a folder that is read with its subfolders is a conflict', () => {
  assert.deepEqual(told('folders: {in: {path: data, recursive: true}, archive: data/old}'), [
    'settings.same-folder 1 folders.archive',
  ])
  assert.deepEqual(told('folders: {in: {path: data, recursive: false}, archive: data/old}'), [])
  assert.equal(told('folders: {in: {path: ., recursive: true}}').length, 5)
  assert.deepEqual(
    told("folders: {in: {path: ., recursive: true}, out: ../out, import: 'D:\\b24', archive: ../a, failed: ../f, state: ../s}"),
    [],
  )
  assert.deepEqual(told('folders: {in: [data/sub, {path: data, recursive: true}]}'), ['settings.same-folder 1 folders.in[2]'])
})

test('patience shorter than quiet time is a conflict', () => {
  assert.deepEqual(told('readiness:\n  settle: 1m\n  giveUp: 30s\n'), ['settings.give-up-too-soon 3 readiness.giveUp'])
})

test('two exchanges of one name are a conflict', () => {
  assert.deepEqual(told('exchanges:\n  - {name: Товары, preset: catalogue}\n  - {name: "товары ", preset: orders}\n'), [
    'settings.same-name 3 exchanges[2].name',
  ])
})

test('without a header row a column has a number only', () => {
  assert.deepEqual(told('exchanges: [{name: a, preset: contacts, header: false, columns: {name: ФИО, phone: 2}}]'), [
    'settings.columns-need-numbers 1 exchanges[1].columns.name',
  ])
  assert.deepEqual(told('exchanges: [{name: a, preset: contacts, header: true, columns: {name: ФИО}}]'), [])
})

test('names of the portal are checked against its lists, with the near miss', () => {
  const { problems } = parseSettings('bitrix24: {companyType: Клент, source: Звонок}')
  assert.equal(problems.length, 1)
  assert.match(
    describe(problems[0]!, 'ru').message,
    /«Клент» нет среди названий в bitrix24\.lists\.companyTypes\. Похоже, имелось в виду «Клиент»\./,
  )
  assert.deepEqual(told('exchanges: [{name: a, preset: orders, source: Ярмарка, dealType: Аренда}]'), [
    'settings.not-in-list 1 exchanges[1].source',
    'settings.not-in-list 1 exchanges[1].dealType',
  ])
})

test('an empty list checks nothing', () => {
  assert.deepEqual(told('bitrix24: {companyType: Дилер, lists: {companyTypes: []}}'), [])
})

test('stages are checked against their pipeline once the pipelines are given', () => {
  const pipelines = 'bitrix24: {pipelines: {Сервис: [Новая, WON, LOSE], Продажи: [Лид, Победа]}}\n'
  const exchange = (more: string) => `${pipelines}exchanges: [{name: a, preset: work-orders, ${more}}]`
  assert.deepEqual(told(exchange('pipeline: Сервис, stages: {закрыт: WON}, finalStages: [WON, LOSE]')), [])
  assert.deepEqual(told(exchange('pipeline: Сервис, stages: {закрыт: Победа}')), [
    'settings.not-in-list 2 exchanges[1].stages.закрыт',
  ])
  assert.deepEqual(told(exchange('pipeline: Сервис, finalStages: [WON, LOST]')), [
    'settings.not-in-list 2 exchanges[1].finalStages[2]',
  ])
  assert.deepEqual(told(exchange('pipeline: Сервиз')), ['settings.not-in-list 2 exchanges[1].pipeline'])
  assert.deepEqual(told(exchange('stages: {закрыт: Победа}')), [], 'without a pipeline, a stage of any')
  assert.deepEqual(told('exchanges: [{name: a, preset: work-orders, pipeline: Любая, stages: {закрыт: Любая}}]'), [])
})

test('stages by sign are checked too, because the usual ones need not exist in another pipeline', () => {
  const text = (signs: string) =>
    `bitrix24: {pipelines: {Сервис: [Новая, WON, LOSE]}}\nexchanges: [{name: a, preset: orders, pipeline: Сервис, stagesBySign: {${signs}}}]`
  assert.deepEqual(told(text('posted: Новая, paid: Новая, shipped: Новая, completed: WON, cancelled: LOSE, deleted: ')), [
    'settings.not-in-list 2 exchanges[1].stagesBySign.deleted',
  ])
  assert.deepEqual(told(text("posted: Новая, paid: Новая, shipped: Новая, completed: WON, cancelled: LOSE, deleted: ''")), [])
})

test('a deletion mark can be shown only on a portal, and a mark needs its field', () => {
  const exchange = (more: string) => `exchanges: [{name: a, preset: contacts, ${more}}]\n`
  assert.deepEqual(told(exchange('deleted: close')), ['settings.needs-portal 1 exchanges[1].deleted'])
  assert.deepEqual(told(`${exchange('deleted: close')}target: portal`), [])
  assert.deepEqual(told(`${exchange('deleted: mark')}target: portal`), ['settings.mark-without-field 1 exchanges[1].deleted'])
  assert.deepEqual(told(`${exchange('deleted: mark, deletedMark: {field: UF_CRM_DELETED}')}target: portal`), [])
  assert.deepEqual(told(exchange('deleted: keep')), [])
  assert.deepEqual(told(exchange('deleted: close, enabled: false')), [], 'what is turned off does no harm')
})

const portal = (text: string) => told(`target: portal\n${text}`)
const codes = (found: readonly string[]) => found.map((each) => each.split(' ')[0])

test('what only a portal can do is refused where import files are made', () => {
  const exchange = (more: string) => `exchanges: [{name: a, ${more}}]`
  for (const [more, path] of [
    ['preset: contracts', 'preset'],
    ['preset: invoices', 'preset'],
    ['preset: document-rows', 'preset'],
    ['preset: bookings, deleted: close', 'deleted'],
    ['preset: orders, deleted: delete', 'deleted'],
    ['preset: work-orders, into: invoice', 'into'],
    ["preset: work-orders, attachments: {files: '*.pdf'}", 'attachments.files'],
  ] as const) {
    assert.deepEqual(told(exchange(more)), [`settings.needs-portal 1 exchanges[1].${path}`])
    assert.deepEqual(told(exchange(`${more}, enabled: false`)), [])
    assert.deepEqual(portal(exchange(more)), [])
  }
  assert.deepEqual(told(exchange('preset: bookings, attachments: {files: []}')), [])
  assert.deepEqual(told(exchange('preset: catalogue, deleted: deactivate')), [])
  assert.deepEqual(told('outgoing: [{name: a}]'), ['settings.needs-portal 1 outgoing[1]'])
  assert.deepEqual(told('outgoing: [{name: a, enabled: false}]'), [])
})

test('items of a smart process need its number, and a number needs items', () => {
  const exchange = (more: string) => `exchanges: [{name: a, preset: contracts, ${more}}]`
  assert.deepEqual(portal(exchange('into: process')), ['settings.process-missing 2 exchanges[1].into'])
  assert.deepEqual(portal(exchange('process: 1032')), ['settings.process-unused 2 exchanges[1].process'])
  assert.deepEqual(portal(exchange('into: process, process: 1032')), [])
  assert.deepEqual(portal('outgoing:\n  - name: a\n    into: process\n'), ['settings.process-missing 4 outgoing[1].into'])
})

test('B4: who asks for the number field by name has to say which it is', () => {
  const exchange = (more: string) => `exchanges: [{name: a, preset: work-orders${more}}]`
  assert.deepEqual(told(exchange('')), [], 'the usual ways pass over a field that is not there')
  assert.deepEqual(told(exchange(', match: [origin, number-field]')), ['settings.number-field-missing 1 exchanges[1].match'])
  assert.deepEqual(told(exchange(', match: [origin, number-field], numberField: UF_CRM_ID_1C')), [])
  assert.deepEqual(told(exchange(', match: [origin, phone]')), [])
})

test('the number and the 1C id of a deal do not share a field', () => {
  const text = (preset: string, field: string) =>
    `bitrix24: {idFields: {deal: UF_CRM_ID_1C}}\nexchanges: [{name: a, preset: ${preset}, numberField: ${field}}]`
  assert.deepEqual(told(text('orders', 'UF_CRM_ID_1C')), ['settings.same-field 2 exchanges[1].numberField'])
  assert.deepEqual(told(text('work-orders', 'uf_crm_id_1c')), ['settings.same-field 2 exchanges[1].numberField'])
  assert.deepEqual(told(text('orders', 'UF_CRM_NUMBER')), [])
  assert.deepEqual(portal(text('invoices', 'UF_CRM_ID_1C')), [])
})

test('rows of documents have no fields and no responsible person of their own', () => {
  const text = (more: string) => portal(`exchanges: [{name: a, preset: document-rows${more}}]`)
  assert.deepEqual(text(', fields: {comments: x}, responsible: Мария Ларина'), [
    'settings.no-use 2 exchanges[1].fields',
    'settings.no-use 2 exchanges[1].responsible',
  ])
  assert.deepEqual(text(', values: {unit: {штука: шт}}, only: {document: ЗН-1}'), [])
})

test('D4: numbers that come back are known by the prefix with which they went', () => {
  const both = (here: string, there: string, more = '') =>
    portal(
      `exchanges: [{name: a, preset: orders, numberPrefix: '${here}'${more}}]\noutgoing: [{name: b, numberPrefix: '${there}'}]`,
    )
  assert.deepEqual(both('B24-', 'B24-'), [])
  assert.deepEqual(both('B24-', 'CRM-'), ['settings.prefix-differs 2 exchanges[1].numberPrefix'])
  assert.deepEqual(both('B24-', 'CRM-', ', match: [origin]'), [])
  assert.deepEqual(both('B24-', 'CRM-', ', enabled: false'), [])
  const invoices = 'exchanges: [{name: a, preset: invoices, match: [number], numberPrefix: СЧ-}]\noutgoing: [{name: b}]'
  assert.deepEqual(portal(invoices), [], 'deals go to 1C, invoices do not')
})

test('a file for 1C lies where nothing of ours takes it or clears it away', () => {
  const to = (file: string, folders = '') => codes(portal(`${folders}outgoing: [{name: a, file: '${file}'}]`))
  assert.deepEqual(to('in/orders.xml'), ['settings.outgoing-place'])
  assert.deepEqual(to('IN\\orders.xml'), ['settings.outgoing-place'])
  assert.deepEqual(to('in/to1c/orders.xml'), [])
  assert.deepEqual(to('data/x/orders.xml', 'folders: {in: {path: data, recursive: true}}\n'), ['settings.outgoing-place'])
  assert.deepEqual(to('C:/1c/orders.xml', "folders: {in: 'c:\\1C'}\n"), ['settings.outgoing-place'])
  for (const folder of ['import', 'archive', 'failed', '.obmen24/x']) {
    assert.deepEqual(to(`${folder}/orders.xml`), ['settings.outgoing-place'], folder)
  }
  assert.deepEqual(to('orders.xml'), [])
  assert.deepEqual(to('out/to1c.xml'), [])
})

test('a file for 1C has a name of its own', () => {
  const one = (file: string) => codes(portal(`outgoing: [{name: a, format: csv, file: '${file}'}]`))
  assert.deepEqual(one('out/links.csv'), ['settings.outgoing-taken'])
  assert.deepEqual(one('out/zn.csv.result.csv'), ['settings.outgoing-taken'])
  assert.deepEqual(one('links.csv'), [])
  const two = (file: string) =>
    portal(`outgoing:\n  - {name: a}\n  - {name: b, into: invoice, numberPrefix: S-, file: '${file}'}\n`)
  assert.deepEqual(two('OUT\\orders.xml'), ['settings.outgoing-taken 4 outgoing[2].file'])
  assert.deepEqual(two('out/invoices.xml'), [])
  assert.deepEqual(portal('outgoing: [{name: a, enabled: false}, {name: b}, {name: c, enabled: false, file: in/x.csv}]'), [])
  assert.deepEqual(portal('outgoing: [{name: a}, {name: " A", file: b.xml}]'), ['settings.same-name 2 outgoing[2].name'])
})

test('ways of two kinds of cards have numbers of their own', () => {
  const ways = (prefix: string) => `target: portal
outgoing:
  - { name: Заказы, file: to1c/orders.xml }
  - { name: Счета, into: invoice, format: csv, file: to1c/invoices.csv, numberPrefix: '${prefix}' }
`
  const codesOf = (text: string) => parseSettings(text).problems.map(({ code }) => code)
  assert.deepEqual(codesOf(ways('B24-')), ['settings.numbers-shared'])
  assert.deepEqual(codesOf(ways('S24-')), [])
})

test('a file for 1C is called by what it is', () => {
  const one = (format: string, file: string) => codes(portal(`outgoing: [{name: a, format: ${format}, file: ${file}}]`))
  assert.deepEqual(codes(portal('outgoing: [{name: a, format: csv}]')), ['settings.outgoing-extension'])
  assert.deepEqual(one('xml', 'out/deals.csv'), ['settings.outgoing-extension'])
  assert.deepEqual(one('csv', 'out/deals.csv'), [])
  assert.deepEqual(one('csv', 'out/deals.txt'), [])
})

test('of the usual states of a booking only those that the file names are checked, since the others may never come', () => {
  const text = (more: string) =>
    `bitrix24: {pipelines: {Брони: [Заявка, Заселён]}}\nexchanges: [{name: a, preset: bookings, pipeline: Брони, finalStages: Заселён${more}}]`
  assert.deepEqual(told(text('')), [])
  assert.deepEqual(told(text(', stages: {Временная: Зявка}')), ['settings.not-in-list 2 exchanges[1].stages.Временная'])
  assert.deepEqual(told(text(', pipelines: {ИП Смирнов А.А.: Бронь}')), [
    'settings.not-in-list 2 exchanges[1].pipelines.ИП Смирнов А.А.',
  ])
})

test('stages of what is no deal are not looked for among those of deals', () => {
  const text = (into: string) =>
    `target: portal\nbitrix24: {pipelines: {Продажи: [Новая]}}\nexchanges: [{name: a, preset: invoices, into: ${into}, stages: {Выставлен: Отправлен}}]`
  assert.deepEqual(told(text('invoice')), [])
  assert.deepEqual(told(text('deal')), ['settings.not-in-list 3 exchanges[1].stages.Выставлен'])
})
