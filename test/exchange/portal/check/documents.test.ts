import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describe } from '../../../../src/problems/describe.ts'
import { checked } from './checked.ts'

const orders = (more: string) => `exchanges: [{name: а, preset: work-orders, ${more}}]`

test('B4: the number field has to be there and to be a text', async (t) => {
  const { names } = await checked(t)
  assert.deepEqual(await names(orders('numberField: UF_CRM_NUMBER')), [])
  assert.deepEqual(await names(orders('numberField: Номер в 1С')), [])
  assert.deepEqual(await names(orders('numberField: UF_CRM_PLAIN_NUMBER')), ['check.field-not-text exchanges.а.numberField'])
  assert.deepEqual(await names(orders('numberField: UF_CRM_ID_1C')), ['check.field-missing exchanges.а.numberField'])
  assert.deepEqual(await names(orders('numberField: Номер наряда')), ['crm.field-unknown exchanges.а.numberField'])
  assert.deepEqual(await names(orders('numberField: UF_CRM_ID_1C, enabled: false')), [])
})

test('B10: pipelines and stages of a deal are looked for where the settings name them', async (t) => {
  const { names, problems } = await checked(t)
  assert.deepEqual(await names(orders('pipeline: Сервис, stages: {закрыт: Выдан, отказ: LOSE, заявка: "C5:NEW"}')), [])
  assert.deepEqual(await names(orders('pipeline: Сервиз, stages: {закрыт: Любая}')), [
    'crm.pipeline-unknown exchanges.а.pipeline',
  ])
  const [stage] = await problems(orders('pipeline: Сервис, stages: {закрыт: Выдана}'))
  assert.deepEqual([stage?.code, stage?.place.setting], ['crm.stage-unknown', 'exchanges.а.stages.закрыт'])
  assert.match(describe(stage!, 'ru').message, /«Сервис» нет стадии «Выдана»\. Похожая: Выдан\. Есть: Приёмка/)
  assert.deepEqual(await names(orders('pipeline: Сервис, stages: {в работе: В работе}')), [
    'crm.stage-ambiguous exchanges.а.stages.в работе',
  ])
})

test('a stage has to be in every pipeline that documents may come to', async (t) => {
  const { names } = await checked(t)
  const both = (stage: string) => orders(`pipelines: {ИП Смирнов: Сервис}, stages: {закрыт: ${stage}}`)
  assert.deepEqual(await names(both('WON')), [])
  assert.deepEqual(await names(both('Выдан')), ['crm.stage-unknown exchanges.а.stages.закрыт'])
  assert.deepEqual(await names(orders('pipelines: {ИП Смирнов: Нет такой}')), [
    'crm.pipeline-unknown exchanges.а.pipelines.ИП Смирнов',
  ])
})

test('B10, E7: final stages of the settings and the stage of the deleted exist, the usual final ones need not', async (t) => {
  const { names } = await checked(t)
  assert.deepEqual(await names(orders('finalStages: [Успешна, Выдан, Отказ, В работе]')), [], 'of whatever pipeline')
  assert.deepEqual(await names(orders('finalStages: [Успешна, Выдана]')), ['crm.stage-unknown exchanges.а.finalStages'])
  const deleted = (more: string) => names(orders(`pipeline: Сервис, ${more}`))
  assert.deepEqual(await deleted('deleted: close'), [])
  assert.deepEqual(await deleted('deleted: close, deletedStage: Отказ'), [])
  assert.deepEqual(await deleted('deleted: close, deletedStage: Архив'), ['crm.stage-unknown exchanges.а.deletedStage'])
  assert.deepEqual(await deleted('deletedStage: Архив'), [], 'nothing is closed')
})

test('D5, E3: of the tables that a preset brings, what the portal lacks is told once and stops nothing', async (t) => {
  const { names, problems } = await checked(t)
  const bookings = (more: string) => `exchanges: [{name: а, preset: bookings, ${more}}]`
  const [usual, ...others] = await problems(bookings('pipeline: Сервис'))
  assert.deepEqual([usual?.code, usual?.place.setting, others], ['check.usual-stages', 'exchanges.а.stages', []])
  assert.match(describe(usual!, 'ru').message, /Временная → Новая; .*Выезд → Сделка успешна.*Есть — Сервис: Приёмка, В работе/)
  const own = 'Временная: Приёмка, Подтверждена: "", Проживание: WON, Выезд: WON, Отменена: LOSE, Незаезд: LOSE'
  assert.deepEqual(await names(bookings(`pipeline: Сервис, stages: {${own}}`)), [])
  assert.deepEqual(await names('exchanges: [{name: а, preset: orders, stagesBySign: {paid: Оплачен}}]'), [
    'crm.stage-unknown exchanges.а.stagesBySign.paid',
    'check.usual-stages exchanges.а.stagesBySign',
  ])
})

test('source, deal type, responsible and custom fields of an exchange of documents exist', async (t) => {
  const { names } = await checked(t)
  assert.deepEqual(await names(orders('source: Веб-сайт, dealType: Сервис, responsible: Мария Ларина')), [])
  assert.deepEqual(
    await names(orders('source: Ярмарка, dealType: Аренда, responsible: Пётр Волков, fields: {Авто: Автомобиль}')),
    [
      'crm.field-unknown exchanges.а.fields.Авто',
      'check.user exchanges.а.responsible',
      'check.value exchanges.а.source',
      'check.value exchanges.а.dealType',
    ],
  )
  assert.deepEqual(await names(`bitrix24: {idFields: {deal: UF_CRM_X}, dealType: Аренда}\n${orders('')}`.replace(', }', '}')), [
    'check.field-missing bitrix24.idFields.deal',
    'check.value bitrix24.dealType',
  ])
})

test('C1, C4: contracts and invoices are looked at where they go', async (t) => {
  const { names } = await checked(t)
  const contracts = (more: string) => `exchanges: [{name: а, preset: contracts, into: process, ${more}}]`
  assert.deepEqual(await names(contracts('process: 1032, stages: {Действует: Подписан, Расторгнут: FAIL}')), [])
  assert.deepEqual(await names(contracts('process: 1032, stages: {Действует: Новая}')), [
    'crm.stage-unknown exchanges.а.stages.Действует',
  ])
  assert.deepEqual(await names(contracts('process: 1050, stages: {Действует: Новая}, numberField: UF_CRM_7_N')), [
    'crm.process-unknown exchanges.а.process',
  ])
  const invoices = (more: string) => `exchanges: [{name: а, preset: invoices, ${more}}]`
  assert.deepEqual(await names(invoices('stages: {Выставлен: Новый}')), [])
  assert.deepEqual(await names(invoices('organisations: {Ромашка: ООО Ромашка}')), [
    'crm.my-company-unknown exchanges.а.organisations.Ромашка',
  ])
  assert.deepEqual(await names(invoices('numberField: UF_CRM_ID_1C')), ['check.field-code exchanges.а.numberField'])
})

test('the way back to 1C names pipelines, stages and fields that exist', async (t) => {
  const { names } = await checked(t)
  const back = (more: string) => names(`exchanges: [{name: к, preset: contacts}]\noutgoing: [{name: а, ${more}}]`)
  assert.deepEqual(
    await back('pipelines: [Сервис], stages: [Выдан, Приёмка], statuses: {Отказ: Отменен, В работе: Согласован}'),
    [],
  )
  assert.deepEqual(await back('pipelines: [Сервиз]'), ['crm.pipeline-unknown outgoing.а.pipelines'])
  assert.deepEqual(await back('stages: [Новая, Выдан, Нигде], statuses: {Нигде: x}'), [
    'crm.stage-unknown outgoing.а.stages',
    'crm.stage-unknown outgoing.а.statuses',
  ])
  assert.deepEqual(await back('pipelines: [Сервис], stages: [Новая]'), ['crm.stage-unknown outgoing.а.stages'])
  const requisites = `requisites: {Организация: 'ООО "Лютик"', Склад: UF_CRM_STORE, Договор: '{{ UF_CRM_NUMBER }} от {{ UF_CRM_DATE }}', Тема: '{{ title }} № {{ id }}, {{ titel }}'}`
  assert.deepEqual(await back(requisites), [
    'crm.field-unknown outgoing.а.requisites.Склад',
    'crm.field-unknown outgoing.а.requisites.Договор',
    'crm.field-unknown outgoing.а.requisites.Тема',
  ])
  assert.deepEqual(await back('into: process, process: 1050'), ['crm.process-unknown outgoing.а.process'])
  assert.deepEqual(await back('into: process, process: 1050, enabled: false'), [])
})
