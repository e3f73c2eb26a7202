import type { PortalClient, SendHooks } from '../../src/bitrix24/client/portal-client.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Death } from './kill-portal-child.ts'

/** How often something was done that a process may die of. */
export interface Steps {
  ledger: number
  requests: number
}

/** The ledger, counting its calls that write; at the fatal one the process is killed as from outside. */
export function dieAtStep(ledger: Ledger, steps: Steps, death: Death | null): Ledger {
  const fatal = death?.at === 'ledger' ? death : null
  return mortal(ledger, (call) => {
    steps.ledger += 1
    const isFatal = fatal?.step === steps.ledger
    if (isFatal && fatal.when === 'before') die()
    const result = call()
    if (isFatal) return result.then(die)
    return result
  })
}

const tables = ['links', 'cards', 'operations', 'companyNames', 'outgoing']
const writing = new Set(
  (
    'addMessage setKeptAt answered beginRun setStage finishRun put toldAgain remove stage retell planned done addRows sending settle ' +
    'atomically remember seen addPoll putWay number confirm'
  ).split(' '),
)

function mortal<T extends object>(part: T, step: (call: () => Promise<unknown>) => Promise<unknown>): T {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value === 'object' && value !== null && tables.includes(String(name))) return mortal(value, step)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const call = () => Reflect.apply(value, target, args)
        // `done` of the operations reads: only what promises something is a step.
        return writing.has(String(name)) && !isGenerator(value) ? step(call) : call()
      }
    },
  })
}

function isGenerator(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object AsyncGeneratorFunction]'
}

/** The client, counting the requests that are written down before they leave. */
export function dieWhileSending(client: PortalClient, steps: Steps, death: Death | null): PortalClient {
  const fatal = death?.at === 'request' ? death : null
  const isTime = (when: string) => fatal?.step === steps.requests && fatal.when === when
  const hooked = (hooks: SendHooks): SendHooks => ({
    async sending(indexes) {
      await hooks.sending?.(indexes)
      steps.requests += 1
      if (isTime('unsent')) die()
    },
    async answered(results) {
      if (isTime('answered')) die()
      await hooks.answered?.(results)
      if (isTime('noted')) die()
    },
  })
  return {
    ...client,
    get address() {
      return client.address
    },
    call: (command, hooks) => client.call(command, hooks === undefined ? undefined : hooked(hooks)),
    batch: (commands, hooks) => client.batch(commands, hooks === undefined ? undefined : hooked(hooks)),
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}
