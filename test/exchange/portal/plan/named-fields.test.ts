import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedFields } from '../../../../src/exchange/portal/plan/named-fields.ts'
import { describe } from '../../../../src/problems/describe.ts'
import { problem } from '../../../../src/problems/problem.ts'
import { openCrmPortal } from '../../../bitrix24/crm/crm-portal.ts'

test('a field is called by its title on the portal, and one that these cards lack by its usual name', async (t) => {
  const { directories } = await openCrmPortal(t)
  const registered = await directories(['deal', 'process:1036'])
  const told = (entity: 'deal' | 'process:1036', field: string, language: 'ru' | 'en' = 'ru') =>
    namedFields([problem('crm.own-field-missing', { field })], entity, registered, language).map(
      (found) => describe(found, language).message,
    )
  assert.deepEqual(told('process:1036', 'opportunity'), ['Поле «Сумма» не записано: у этих карточек его нет'])
  assert.deepEqual(told('process:1036', 'begindate'), ['Поле «Дата начала» не записано: у этих карточек его нет'])
  assert.deepEqual(told('process:1036', 'rows', 'en'), ['The field “Products” was not written: these cards do not have it'])
  assert.deepEqual(told('deal', 'UF_CRM_NUMBER'), ['Поле «Номер в 1С» не записано: у этих карточек его нет'])
  assert.deepEqual(told('deal', 'UF_CRM_NOWHERE'), ['Поле «UF_CRM_NOWHERE» не записано: у этих карточек его нет'])
})
