import assert from 'node:assert/strict'
import { fixturePortal } from '../../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { type MethodContext, type MethodResult, type Params, RestFailure } from '../../../../src/bitrix24/sandbox/method.ts'
import { methods } from '../../../../src/bitrix24/sandbox/methods/index.ts'
import { formatMoment } from '../../../../src/bitrix24/sandbox/methods/portal-time.ts'
import type { PortalState } from '../../../../src/bitrix24/sandbox/state.ts'

/** A portal whose methods are called as they are, with a clock that stands unless it is moved. */
export interface Calling {
  readonly state: PortalState
  /** The whole answer. */
  ask(method: string, params?: Params): MethodResult
  /** Its `result`, in the shape that the caller knows it to have. */
  call<T = Params>(method: string, params?: Params): T
  /** `status error: description` of the refusal. */
  refusal(method: string, params?: Params): string
  hide(entityTypeId: number, id: number): void
  wait(seconds: number): void
  readonly isAdmin: (admin: boolean) => void
}

export function calling(portal: 'moscow' | 'vladivostok' | PortalState = 'moscow'): Calling {
  const state = typeof portal === 'string' ? fixturePortal(portal) : portal
  const hidden = new Set<string>()
  let clock = Date.parse('2026-08-20T09:00:00+03:00')
  let admin = true
  const context = (): MethodContext => ({
    state,
    userId: 1,
    isAdmin: admin,
    scopes: ['crm', 'user', 'userfieldconfig'],
    now: () => formatMoment(clock, state.zone),
    nowMs: () => clock,
    isHidden: (entityTypeId, id) => hidden.has(`${entityTypeId}:${id}`),
  })
  const ask = (name: string, params: Params = {}) => {
    const method = methods.find((one) => one.name === name)
    assert.ok(method, `no method ${name}`)
    return method.run(params, context())
  }
  return {
    state,
    ask,
    call: <T>(name: string, params?: Params) => ask(name, params).result as T,
    refusal: (name, params) => {
      const before = JSON.stringify(state)
      try {
        const answer = ask(name, params)
        return `no refusal: ${JSON.stringify(answer)}`
      } catch (error) {
        if (!(error instanceof RestFailure)) throw error
        assert.ok(JSON.stringify(state) === before, 'a refused call changes nothing')
        return `${error.status} ${JSON.stringify(error.error)}: ${error.description}`
      }
    },
    hide: (entityTypeId, id) => hidden.add(`${entityTypeId}:${id}`),
    wait: (seconds) => {
      clock += seconds * 1000
    },
    isAdmin: (given) => {
      admin = given
    },
  }
}
