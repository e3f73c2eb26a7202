import { errorBody } from './envelope.ts'
import type { Fault, WhichRecord } from './faults.ts'
import type { RestFailure } from './method.ts'
import { formatMoment } from './methods/portal-time.ts'
import { changeRow, forgetIndexes } from './methods/store/store.ts'
import type { Portal } from './portal.ts'
import { htmlAnswer, jsonAnswer, type PortalAnswer } from './portal-answer.ts'
import { systemError } from './system-errors.ts'

/** What somebody does in the portal before the request is looked at. */
export function disturb(portal: Portal, fault: Fault): void {
  const now = portal.clock.now()
  if (fault.do === 'operation-limit') portal.limits.operating.block(fault.method, now + (fault.seconds ?? 300) * 1000)
  if (fault.do === 'remove-status') {
    const { statuses } = portal.state
    const index = statuses.findIndex((row) => row['ENTITY_ID'] === fault.entityId && row['STATUS_ID'] === fault.statusId)
    if (index !== -1) statuses.splice(index, 1)
  }
  if (fault.do === 'hide') hide(portal, fault.entityTypeId, fault.id)
  if (fault.do === 'edit') edit(portal, fault, formatMoment(now, portal.state.zone))
  if (['remove-status', 'edit'].includes(fault.do)) portal.changed(fault.do)
}

/** The answer that leaves no command running, null when the fault lets them run. */
export function answerBefore(fault: Fault): PortalAnswer | null {
  if (fault.do === 'reset') return { kind: 'closed', abruptly: true }
  const refusal = refusalBefore(fault)
  return refusal === null ? null : jsonAnswer(refusal.status, errorBody(refusal))
}

/** What reaches the caller of an answer, when everything has run. */
export function spoiled(answer: PortalAnswer, fault: Fault): PortalAnswer {
  if (answer.kind === 'closed') return answer
  switch (fault.do) {
    case 'fail-after': {
      const failure = systemError('INTERNAL_SERVER_ERROR')
      return jsonAnswer(failure.status, errorBody(failure))
    }
    case 'lose-answer':
      return { kind: 'closed', abruptly: false }
    case 'truncated':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
    case 'empty':
      return { ...answer, body: '' }
    case 'html':
      return htmlAnswer(fault.status ?? 502)
    default:
      return answer
  }
}

/** When the time of a request is over in the middle of it. */
export function answerOfCut(faults: readonly Fault[]): PortalAnswer {
  const cut = faults.find((fault) => fault.do === 'cut')
  return cut?.how === 'close' ? { kind: 'closed', abruptly: false } : htmlAnswer(504)
}

function refusalBefore(fault: Fault): RestFailure | null {
  switch (fault.do) {
    case 'refuse-before':
      return systemError(fault.status === 500 ? 'INTERNAL_SERVER_ERROR' : 'QUERY_LIMIT_EXCEEDED')
    case 'overload':
      return systemError('OVERLOAD_LIMIT')
    case 'not-commercial':
      return systemError('ACCESS_DENIED')
    case 'https-required':
      return systemError('INVALID_REQUEST')
    case 'expired':
      return systemError('expired_token')
    default:
      return null
  }
}

function hide({ state, hidden }: Portal, entityTypeId: number, which: WhichRecord): void {
  const ids = hidden.get(entityTypeId) ?? new Set()
  hidden.set(entityTypeId, ids)
  for (const id of idsOf(state.items[entityTypeId] ?? {}, which)) ids.add(id)
}

function edit({ state }: Portal, fault: Fault & { do: 'edit' }, now: string): void {
  if ('change' in fault) {
    fault.change(state)
    forgetIndexes(state)
    return
  }
  const rows = state.items[fault.entityTypeId] ?? {}
  for (const id of idsOf(rows, fault.id)) {
    const row = rows[id]
    if (row !== undefined) changeRow(state, `item:${fault.entityTypeId}`, row, { updatedTime: now, ...fault.fields })
  }
}

function idsOf(rows: Readonly<Record<number, unknown>>, which: WhichRecord): readonly number[] {
  if (typeof which === 'number') return [which]
  const ids = Object.keys(rows).map(Number)
  if (which === 'first') return ids.slice(0, 1)
  return which === 'last' ? ids.slice(-1) : ids
}
