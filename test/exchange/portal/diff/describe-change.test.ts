import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Change } from '../../../../src/bitrix24/crm/change.ts'
import { describeChange } from '../../../../src/exchange/portal/diff/describe-change.ts'
import { phone, requisite } from './cards.ts'

const names: Readonly<Record<string, string>> = {
  title: 'Название',
  RQ_KPP: 'КПП',
  CITY: 'Город',
  NAME: 'Название',
  lastName: 'Фамилия',
}
const inRussian = (change: Change) => describeChange(change, 'ru', (field) => names[field] ?? field).map(line)
const line = ({ what, from, to }: ReturnType<typeof describeChange>[number]) => `${what}: ${from} → ${to}`

describe('a change in words', () => {
  it('names what is written anew on a card', () => {
    const change: Change = {
      kind: 'create',
      entity: 'contact',
      originatorId: '1C',
      originId: 'К-1',
      fields: { lastName: 'Рябова' },
      points: [phone('+7 495 111-22-33')],
      companyIds: [8, 3],
    }
    assert.deepEqual(inRussian(change), ['Фамилия:  → Рябова', 'Телефон:  → +7 495 111-22-33', 'Компании контакта:  → № 8, № 3'])
  })

  it('names both values of what changes', () => {
    const there = { id: 1, ...phone('+7 495 111-22-33') }
    const change: Change = {
      kind: 'update',
      entity: 'company',
      id: 15,
      fields: { title: 'ООО Лютик', originatorId: '1C', originId: 'К-1', UF_CRM_5: '' },
      before: { title: 'ООО Ромашка', originatorId: '', originId: '', UF_CRM_5: 'да' },
      points: [
        { kind: 'add', point: { typeId: 'EMAIL', valueType: 'WORK', value: 'a@romashka.example' } },
        { kind: 'set', before: there, point: phone('+7 495 222-33-44') },
        { kind: 'remove', before: { ...there, typeId: 'WEB', value: 'romashka.example' } },
        { kind: 'remove', before: { ...there, typeId: 'IM', value: '@romashka' } },
      ],
      companyIds: null,
      companyIdsBefore: [8],
    }
    assert.deepEqual(inRussian(change), [
      'Название: ООО Ромашка → ООО Лютик',
      'Код из 1С:  → К-1',
      'UF_CRM_5: да → ',
      'Эл. почта:  → a@romashka.example',
      'Телефон: +7 495 111-22-33 → +7 495 222-33-44',
      'Сайт: romashka.example → ',
      'IM: @romashka → ',
    ])
  })

  it('names requisites, addresses and accounts', () => {
    const { presetId, xmlId, fields } = requisite()
    const bank = { NAME: 'Основной', RQ_ACC_NUM: '40702810900000000001', RQ_BANK_NAME: 'Банк Ромашка' }
    const address = { ADDRESS_1: 'ул. Мира, 4', CITY: 'Казань', POSTAL_CODE: '420000' }
    const changes: readonly Change[] = [
      { kind: 'addRequisite', presetId, xmlId, fields },
      { kind: 'addRequisite', presetId, xmlId, fields: { NAME: 'Осокин Иван' } },
      { kind: 'addRequisite', presetId, xmlId, fields: {} },
      {
        kind: 'setRequisite',
        id: 27,
        fields: { RQ_KPP: '160043001', XML_ID: 'К-1' },
        before: { RQ_KPP: '770701001', XML_ID: '' },
      },
      { kind: 'addAddress', requisiteId: null, typeId: 6, fields: address },
      {
        kind: 'setAddress',
        requisiteId: 27,
        typeId: 77,
        fields: { CITY: 'Тула' },
        whole: { CITY: 'Тула' },
        before: { CITY: 'Казань' },
      },
      { kind: 'addBank', requisiteId: null, xmlId: 'б', fields: bank },
      { kind: 'setBank', id: 40, fields: { NAME: 'Основной' }, before: { NAME: 'Расчётный' } },
    ]
    assert.deepEqual(changes.flatMap(inRussian), [
      'Реквизиты:  → новые, ИНН 7707083893',
      'Реквизиты:  → новые, Осокин Иван',
      'Реквизиты:  → новые',
      'Реквизиты: КПП: 770701001 → 160043001',
      'Реквизиты: Код из 1С:  → К-1',
      'Адрес (юридический):  → 420000, Казань, ул. Мира, 4',
      'Адрес (77): Город: Казань → Тула',
      'Банковский счёт:  → Банк Ромашка, 40702810900000000001',
      'Банковский счёт: Название: Расчётный → Основной',
    ])
  })

  it('calls requisites of a document and smart processes by their names, where those are known', () => {
    const link = { requisiteId: 8, bankId: 3, myRequisiteId: 2, myBankId: 0 }
    const file = { name: 'Акт.pdf', message: 4, sha256: 'ab', bytes: 5 }
    const changes: readonly Change[] = [
      { kind: 'linkRequisite', entity: 'deal', id: 5, link, before: { ...link, requisiteId: 7 } },
      { kind: 'addFile', entity: 'process:1032', id: 5, file, comment: '', mark: '' },
      { kind: 'delete', entity: 'process:1032', id: 5 },
    ]
    const called = {
      'requisite:8': 'ООО «Лютик» (ИНН 7707083893)',
      'requisite:2': 'ИП Рябова А.П.',
      'process:1032': 'Договоры',
    }
    const told = (names: Readonly<Record<string, string>>, language: 'ru' | 'en' = 'ru') =>
      changes.flatMap((change) => describeChange(change, language, String, names)).map(line)
    assert.deepEqual(told(called), [
      'Реквизиты в документе: № 7, ИП Рябова А.П. → ООО «Лютик» (ИНН 7707083893), ИП Рябова А.П.',
      'Файл:  → Акт.pdf («Договоры» № 5)',
      '«Договоры»: № 5 → ',
    ])
    assert.deepEqual(told({}), [
      'Реквизиты в документе: № 7, № 2 → № 8, № 2',
      'Файл:  → Акт.pdf (Элемент смарт-процесса № 5)',
      'Элемент смарт-процесса: № 5 → ',
    ])
    assert.equal(told(called, 'en')[2], '“Договоры”: № 5 → ')
  })

  it('names what an undo takes away, in the language asked for', () => {
    const changes: readonly Change[] = [
      { kind: 'delete', entity: 'company', id: 15 },
      { kind: 'deleteRequisite', id: 27 },
      { kind: 'deleteAddress', requisiteId: 27, typeId: 6 },
      { kind: 'deleteBank', id: 40 },
    ]
    assert.deepEqual(changes.flatMap((change) => describeChange(change, 'en', String)).map(line), [
      'Company: № 15 → ',
      'Requisites: № 27 → ',
      'Address (legal): of requisites № 27 → ',
      'Bank account: № 40 → ',
    ])
  })
})
