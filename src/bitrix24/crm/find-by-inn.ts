import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidatesById, gather } from './candidates.ts'
import { chunks } from './chunks.ts'
import { type CrmEntity, entityTypeId } from './entity.ts'
import type { Candidates, Probe } from './probe.ts'
import { idOf, textOf } from './rest-value.ts'

/**
 * Cards with a requisite of the same ИНН and КПП. Branches share an ИНН (`bitrix24-rest.md §4.1`), so two КПП must agree; a
 * side without one agrees with any, but only where none agrees exactly.
 */
export async function findByInn(client: PortalClient, entity: CrmEntity, probes: readonly Probe[]): Promise<Candidates | Failed> {
  const asking = probes.filter(({ inn }) => inn !== '')
  const inns = new Set(asking.map(({ inn }) => inn))
  const typeId = entityTypeId(entity)
  const answer = await ask(
    client,
    chunks([...inns], 49).map((part) => ({
      method: 'crm.requisite.list',
      params: {
        filter: { ENTITY_TYPE_ID: typeId, '@RQ_INN': part },
        select: ['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'RQ_INN', 'RQ_KPP'],
      },
      paging: 'ID' as const,
    })),
  )
  if (answer.kind === 'failed') return answer
  const held = answer.pages.flatMap(rowsOfPages).map((row) => ({
    cardId: idOf(row['ENTITY_ID']),
    typeId: idOf(row['ENTITY_TYPE_ID']),
    inn: textOf(row['RQ_INN']).trim(),
    kpp: textOf(row['RQ_KPP']).trim(),
  }))
  if (!held.every((each) => inns.has(each.inn) && each.typeId === typeId)) return filterIgnored('crm.requisite.list')
  const byInn = Map.groupBy(held, ({ inn }) => inn)
  const hits = asking.flatMap((probe) =>
    agreeing(probe, byInn.get(probe.inn) ?? []).map((cardId) => ({ key: probe.key, cardId })),
  )
  const cards = await candidatesById(
    client,
    entity,
    hits.map(({ cardId }) => cardId),
  )
  if (cards.kind === 'failed') return cards
  return gather(
    hits.flatMap(({ key, cardId }) => {
      const candidate = cards.candidates.get(cardId)
      return candidate === undefined ? [] : [[key, candidate] as const]
    }),
  )
}

interface HeldInn {
  readonly cardId: number
  readonly kpp: string
}

function agreeing({ kpp }: Probe, held: readonly HeldInn[]): readonly number[] {
  const exact = held.filter((each) => each.kpp === kpp)
  if (kpp !== '' && exact.length > 0) return exact.map(({ cardId }) => cardId)
  return held.filter((each) => each.kpp === '' || kpp === '').map(({ cardId }) => cardId)
}
