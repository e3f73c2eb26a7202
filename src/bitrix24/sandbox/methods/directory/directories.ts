import type { PortalState, Row } from '../../state.ts'
import { typeById } from '../item/entity-type.ts'

/** `crm.status.entity.types`: every directory of the portal, the stages of each pipeline included. */
export function directoriesOf(state: PortalState): readonly Row[] {
  const pipelines = state.categories.flatMap((row) => {
    const [id, entityTypeId] = [Number(row['id']), Number(row['entityTypeId'])]
    const entityId = typeById(state, entityTypeId)?.stageDirectory(id) ?? null
    if (entityId === null) return []
    const prefix = directoryPrefix(entityId)
    return [
      {
        ID: entityId,
        NAME: `Стадии: ${row['name']}`,
        ...(id !== 0 && entityTypeId === 2 && { PARENT_ID: 'DEAL_STAGE' }),
        ...(prefix !== '' && { PREFIX: prefix }),
        FIELD_ATTRIBUTE_SCOPE: id === 0 ? '' : `category_${id}`,
        ENTITY_TYPE_ID: entityTypeId,
        CATEGORY_ID: id,
      },
    ]
  })
  return [...fixed, ...pipelines]
}

/** What stage codes of a pipeline begin with: `C5` of deals, `DT31_5` of invoices, `DT1032_7` of a process (`bitrix24-rest.md §2.8`). */
export function directoryPrefix(entityId: string): string {
  const deal = /^DEAL_STAGE_(\d+)$/.exec(entityId)
  if (deal !== null) return `C${deal[1]}`
  const dynamic = /^(?:SMART_INVOICE|DYNAMIC_(\d+))_STAGE_(\d+)$/.exec(entityId)
  return dynamic === null ? '' : `DT${dynamic[1] ?? 31}_${dynamic[2]}`
}

const fixed: readonly Row[] = [
  { ID: 'STATUS', NAME: 'Стадии лидов', ENTITY_TYPE_ID: 1 },
  { ID: 'SOURCE', NAME: 'Источники' },
  { ID: 'CONTACT_TYPE', NAME: 'Тип контакта' },
  { ID: 'COMPANY_TYPE', NAME: 'Тип компании' },
  { ID: 'EMPLOYEES', NAME: 'Кол-во сотрудников' },
  { ID: 'INDUSTRY', NAME: 'Сфера деятельности' },
  { ID: 'DEAL_TYPE', NAME: 'Тип сделки' },
  { ID: 'QUOTE_STATUS', NAME: 'Стадии предложений', ENTITY_TYPE_ID: 7 },
  { ID: 'HONORIFIC', NAME: 'Обращения' },
  { ID: 'CALL_LIST', NAME: 'Статусы обзвона' },
]
