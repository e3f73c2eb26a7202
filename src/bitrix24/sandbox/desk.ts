import { simulatedClock } from './clock.ts'
import { errorBody } from './envelope.ts'
import { answerBefore, answerOfCut, disturb, spoiled } from './fault-effects.ts'
import type { Fault } from './faults.ts'
import { RestFailure } from './method.ts'
import type { Portal } from './portal.ts'
import { jsonAnswer, movedAnswer, type PortalAnswer, type PortalRequest } from './portal-answer.ts'
import { type LoggedRequest, logEntry, type OpenEntry } from './request-log.ts'
import { authorize, type Credentials, type Webhook } from './route.ts'
import { type Call, runRequest } from './run-request.ts'
import { systemError } from './system-errors.ts'

export interface DeskSetup {
  readonly portal: Portal
  readonly log: LoggedRequest[]
  /** Another origin of the same portal, for when it is renamed. */
  openDoor(): Promise<string>
}

/** A request taken apart; `malformed`: why its body could not be. */
export interface Arrival {
  readonly request: PortalRequest
  readonly credentials: Credentials | null
  readonly call: Call
  readonly malformed: RestFailure | null
}

export interface Served {
  readonly answer: PortalAnswer
  /** How much later it reaches the caller. */
  readonly delayMs: number
}

/** Where requests are dealt with, one at a time. */
export class Desk {
  readonly #setup: DeskSetup
  /** Requests that a fault has put off. */
  readonly #late: { readonly dueAt: number; run(): Promise<void> }[] = []
  /** The origin that the portal has moved to. */
  #movedTo: string | null = null

  constructor(setup: DeskSetup) {
    this.#setup = setup
  }

  async serve(arrival: Arrival): Promise<Served> {
    const { portal, log } = this.#setup
    const entry = logEntry(portal, arrival.call)
    log.push(entry)
    const refusal = this.#turnsAway(arrival.request)
    const faults = refusal === null ? this.#faultsOf(arrival.call) : []
    entry.faults = faults.map((fault) => fault.do)
    const answer = refusal ?? (await this.#answer(arrival, entry, faults))
    entry.status = answer.kind === 'answer' ? answer.status : null
    return { answer, delayMs: faults.reduce((sum, fault) => sum + (fault.do === 'slow' ? fault.ms : 0), 0) }
  }

  /** What was put off runs when its time has come and somebody asks: nobody can tell that from running in time. */
  async catchUp(now: number): Promise<void> {
    this.#late.sort((one, other) => one.dueAt - other.dueAt)
    while (this.#late[0] !== undefined && this.#late[0].dueAt <= now) await this.#late.shift()?.run()
  }

  #turnsAway(request: PortalRequest): PortalAnswer | null {
    const { clock, limits } = this.#setup.portal
    if (this.#movedTo !== null && request.host !== new URL(this.#movedTo).host) return movedAnswer(this.#movedTo, request)
    return limits.rate.admits(clock.now()) ? null : refused(systemError('QUERY_LIMIT_EXCEEDED'))
  }

  #faultsOf({ method, commands }: Call): readonly Fault[] {
    const { portal } = this.#setup
    const faults = portal.faults.ofRequest([method, ...commands.map((command) => command.method)])
    for (const fault of faults) disturb(portal, fault)
    return faults
  }

  async #answer(arrival: Arrival, entry: OpenEntry, faults: readonly Fault[]): Promise<PortalAnswer> {
    const { portal, openDoor } = this.#setup
    const renamed = faults.find((fault) => fault.do === 'renamed')
    if (renamed !== undefined) {
      this.#movedTo = renamed.to ?? (await openDoor())
      return movedAnswer(this.#movedTo, arrival.request)
    }
    const before = faults.map(answerBefore).find((answer) => answer !== null)
    if (before !== undefined) return before
    const webhook = authorize(portal.state, arrival.credentials, portal.options)
    if (webhook instanceof RestFailure) return refused(webhook)
    if (arrival.malformed !== null) return refused(arrival.malformed)
    const late = faults.find((fault) => fault.do === 'late')
    return late === undefined
      ? this.#run(arrival.call, webhook, entry, faults)
      : this.#putOff(arrival.call, webhook, entry, late.ms)
  }

  async #run(call: Call, webhook: Webhook, entry: OpenEntry, faults: readonly Fault[]): Promise<PortalAnswer> {
    const { portal } = this.#setup
    const left = faults.find((fault) => fault.do === 'cut')?.commands ?? Number.POSITIVE_INFINITY
    const { answer, committed } = await runRequest(portal, webhook, call, portal.clock, left)
    entry.committed = committed
    return answer === null ? answerOfCut(faults) : faults.reduce(spoiled, answer)
  }

  // It will run on a time of its own: its work keeps nobody waiting.
  #putOff(call: Call, webhook: Webhook, entry: OpenEntry, ms: number): PortalAnswer {
    const { portal } = this.#setup
    const dueAt = portal.clock.now() + ms
    const run = async () => {
      const { committed } = await runRequest(portal, webhook, call, simulatedClock(dueAt), Number.POSITIVE_INFINITY)
      entry.committed = committed
    }
    this.#late.push({ dueAt, run })
    return { kind: 'closed', abruptly: false }
  }
}

function refused(failure: RestFailure): PortalAnswer {
  return jsonAnswer(failure.status, errorBody(failure))
}
