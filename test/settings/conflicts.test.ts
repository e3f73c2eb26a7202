import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describe } from '../../src/problems/describe.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

const told = (text: string) => parseSettings(text).problems.map(({ code, place }) => `${code} ${place.line} ${place.field}`)

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
})
