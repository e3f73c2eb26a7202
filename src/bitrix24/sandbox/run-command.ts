import type { SandboxClock } from './clock.ts'
import { type TimeBlock, timeBlock } from './envelope.ts'
import { type MethodContext, type MethodDefinition, type MethodResult, type Params, RestFailure } from './method.ts'
import { formatMoment } from './methods/portal-time.ts'
import type { Charged } from './operating-limit.ts'
import type { Portal } from './portal.ts'
import { findMethod, type Webhook } from './route.ts'
import type { PortalState } from './state.ts'
import { systemError } from './system-errors.ts'

/** One HTTP request while it runs, with everything that its commands share. */
export interface Run {
  readonly portal: Portal
  readonly webhook: Webhook
  readonly clock: SandboxClock
  readonly context: MethodContext
  readonly startMs: number
  /** So many commands may still run before the request is cut. */
  left: number
  /** Commands that ran to their end, so that whatever they write is written. */
  committed: number
}

export type CommandEnd =
  | { readonly kind: 'done'; readonly result: MethodResult; readonly time: TimeBlock }
  | { readonly kind: 'failed'; readonly failure: RestFailure }
  /** The time of the request, or what a fault grants it, is over: this command did not run and none after it will. */
  | { readonly kind: 'cut' }

export function openRun(portal: Portal, webhook: Webhook, clock: SandboxClock, left: number): Run {
  const { state, hidden } = portal
  const context: MethodContext = {
    state,
    userId: webhook.user,
    isAdmin: isAdmin(state, webhook.user),
    scopes: webhook.scopes,
    now: () => formatMoment(clock.now(), state.zone),
    nowMs: () => clock.now(),
    isHidden: (entityTypeId, id) => hidden.get(entityTypeId)?.has(id) === true,
  }
  return { portal, webhook, clock, context, startMs: clock.now(), left, committed: 0 }
}

/** `name`: in lower case. A method runs first and its time passes after it: nobody can look in between. */
export async function runCommand(run: Run, name: string, params: Params, inBatch: boolean): Promise<CommandEnd> {
  const { portal, clock } = run
  if (run.left <= 0) return { kind: 'cut' }
  const startMs = clock.now()
  const charged = chargedOf(run, name, inBatch)
  const method = admit(run, charged, params, startMs)
  if (method instanceof RestFailure) return { kind: 'failed', failure: method }

  const cost = typeof method.seconds === 'number' ? method.seconds : method.seconds(params)
  const leftMs = run.startMs + portal.limits.requestMs - startMs
  if (clock.takes(cost) > leftMs) {
    await clock.sleep(leftMs)
    return { kind: 'cut' }
  }
  run.left -= 1
  const result = attempt(method, params, run.context)
  if (result instanceof RestFailure) return { kind: 'failed', failure: result }
  run.committed += 1
  portal.changed(name)
  await clock.work(cost)
  return { kind: 'done', result, time: chargedTime(run, charged, startMs) }
}

export function chargedOf(run: Run, method: string, inBatch: boolean): Charged {
  return { method, inBatch, webhook: `${run.webhook.user}/${run.webhook.code}` }
}

/** Puts the time since then to the account of a call, and tells it. */
export function chargedTime({ portal, clock }: Run, charged: Charged, startMs: number): TimeBlock {
  const { limits, state, options } = portal
  const finishMs = clock.now()
  const processingMs = finishMs - startMs
  limits.operating.charge(charged, processingMs / 1000, finishMs)
  return timeBlock({ startMs, finishMs, processingMs, ...limits.operating.told(charged, finishMs) }, state.zone, options)
}

/** User 1 has set the portal up; of others their row says so. */
function isAdmin({ users }: PortalState, userId: number): boolean {
  const user = users.find((row) => Number(row['ID']) === userId)
  return typeof user?.['ADMIN'] === 'boolean' ? user['ADMIN'] : userId === 1
}

/** The method, if nothing speaks against running it now. */
function admit({ portal, webhook }: Run, charged: Charged, params: Params, now: number): MethodDefinition | RestFailure {
  const method = findMethod(portal.methods, charged.method, webhook.scopes, portal.options)
  if (method instanceof RestFailure) return method
  if (charged.inBatch && isOutOfBatch(method, params, portal.state)) return systemError('ERROR_BATCH_METHOD_NOT_ALLOWED')
  if (portal.limits.operating.blocks(charged, now)) return systemError('OPERATION_TIME_LIMIT')
  return portal.faults.ofCommand(charged.method) ?? method
}

function isOutOfBatch({ notInBatch = false }: MethodDefinition, params: Params, state: PortalState): boolean {
  return typeof notInBatch === 'boolean' ? notInBatch : notInBatch(params, state)
}

function attempt(method: MethodDefinition, params: Params, context: MethodContext): MethodResult | RestFailure {
  try {
    return method.run(params, context)
  } catch (error) {
    if (error instanceof RestFailure) return error
    throw error
  }
}
