import { runBatch } from './batch.ts'
import { type BatchCommand, batchCommands, halts } from './batch-commands.ts'
import type { SandboxClock } from './clock.ts'
import { errorBody, successBody, type TimeBlock } from './envelope.ts'
import type { MethodResult, Params, RestFailure } from './method.ts'
import type { Portal } from './portal.ts'
import { jsonAnswer, type PortalAnswer } from './portal-answer.ts'
import type { Webhook } from './route.ts'
import { chargedOf, chargedTime, openRun, type Run, runCommand } from './run-command.ts'
import { systemError } from './system-errors.ts'

/** What is called: one method, or a batch of them. */
export interface Call {
  /** In lower case. */
  readonly method: string
  readonly params: Params
  /** What is in a batch, in the order of the batch. */
  readonly commands: readonly BatchCommand[]
}

export interface Ran {
  /** Null when the time of the request was over before its end. */
  readonly answer: PortalAnswer | null
  /** Commands that ran to their end. */
  readonly committed: number
}

export function callOf(method: string, params: Params): Call {
  return { method, params, commands: method === 'batch' ? batchCommands(params) : [] }
}

/** Does what the call asks for. `left`: so many commands may run before the request is cut. */
export async function runRequest(portal: Portal, webhook: Webhook, call: Call, clock: SandboxClock, left: number): Promise<Ran> {
  const run = openRun(portal, webhook, clock, left)
  const answer = await (call.method === 'batch' ? answerBatch(run, call) : answerSingle(run, call))
  return { answer, committed: run.committed }
}

async function answerSingle(run: Run, { method, params }: Call): Promise<PortalAnswer | null> {
  const end = await runCommand(run, method, params, false)
  if (end.kind === 'cut') return null
  return end.kind === 'failed' ? refused(end.failure) : done(end.result, end.time)
}

async function answerBatch(run: Run, { params, commands }: Call): Promise<PortalAnswer | null> {
  const charged = chargedOf(run, 'batch', false)
  if (run.portal.limits.operating.blocks(charged, run.startMs)) return refused(systemError('OPERATION_TIME_LIMIT'))
  const result = await runBatch(run, commands, halts(params))
  const time = chargedTime(run, charged, run.startMs)
  return result === null ? null : done(result, time)
}

function done(result: MethodResult, time: TimeBlock): PortalAnswer {
  return jsonAnswer(200, successBody(result, time))
}

function refused(failure: RestFailure): PortalAnswer {
  return jsonAnswer(failure.status, errorBody(failure))
}
