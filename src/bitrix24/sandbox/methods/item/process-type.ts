import type { Row } from '../../state.ts'
import { integerOf, textOf } from '../params.ts'
import { clientFields, headFields, madeFields, moneyFields, movedFields, sourceFields } from './common-fields.ts'
import type { EntityType } from './entity-type.ts'
import { field, type ItemField } from './field.ts'

/** The type of the items of a smart process: which fields they have is set by the flags of its row (`bitrix24-rest.md §8`). */
export function processType(row: Row): EntityType {
  const id = integerOf(row['entityTypeId'])
  const isOn = (flag: string) => row[flag] === 'Y'
  const fields = [...plainFields, ...optional.flatMap(([flag, some]) => (isOn(flag) ? some : [])), ...endFields]
  const hasStages = isOn('isStagesEnabled')
  return {
    id,
    code: `T${id.toString(16)}`,
    userFieldEntity: `CRM_${integerOf(row['id'])}`,
    word: textOf(row['title']),
    isProcess: true,
    fields,
    fieldsByName: new Map(fields.map((one) => [one.name, one])),
    disabledNames: optional.flatMap(([flag, some]) => (isOn(flag) ? [] : some.map(({ name }) => name))),
    stageDirectory: (category) => (hasStages ? `DYNAMIC_${id}_STAGE_${category}` : null),
  }
}

const plainFields: readonly ItemField[] = [
  ...headFields,
  field('title', 'string', 'Название'),
  field('xmlId', 'string', 'Внешний код'),
  field('categoryId', 'crm_category', 'Воронка'),
]

const optional: readonly (readonly [flag: string, fields: readonly ItemField[]])[] = [
  ['isStagesEnabled', [field('stageId', 'crm_status', 'Стадия', { statusType: 'STAGES' }), ...movedFields]],
  ['isBeginCloseDatesEnabled', [field('begindate', 'date', 'Дата начала'), field('closedate', 'date', 'Дата завершения')]],
  ['isClientEnabled', clientFields],
  ['isMycompanyEnabled', [field('mycompanyId', 'crm_company', 'Реквизиты вашей компании')]],
  ['isLinkWithProductsEnabled', moneyFields],
  ['isSourceEnabled', sourceFields],
  ['isObserversEnabled', [field('observers', 'user', 'Наблюдатели', { isMultiple: true })]],
]

const endFields: readonly ItemField[] = madeFields.filter(({ name }) => name !== 'observers')
