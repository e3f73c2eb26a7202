import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartOrder, StartResult } from './kill-portal-child.ts'

/** What became of a start: it said what it came to, or its process ended first. */
export type StartEnd =
  | { readonly kind: 'said'; readonly result: StartResult }
  | { readonly kind: 'killed' }
  | { readonly kind: 'failed'; readonly how: string }

export interface Start {
  readonly end: Promise<StartEnd>
  kill(): void
}

/** Processes with the program loaded; one that lived through its start serves for another. */
export interface Clients {
  start(order: StartOrder): Start
  close(): Promise<void>
}

export function openClients(): Clients {
  const idle: Client[] = []
  const all = new Set<Client>()
  return {
    start(order) {
      const client = idle.pop() ?? openClient()
      all.add(client)
      const end = client.run(order).then((result) => {
        if (result.kind === 'said' && client.isAlive()) idle.push(client)
        if (result.kind !== 'said') all.delete(client)
        return result
      })
      return { end, kill: () => client.kill() }
    },
    async close() {
      await Promise.all([...all].map((client) => client.close()))
    },
  }
}

interface Client {
  run(order: StartOrder): Promise<StartEnd>
  kill(): void
  /** Nobody has killed it, not even too late. */
  isAlive(): boolean
  close(): Promise<void>
}

function openClient(): Client {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env,
  })
  const closed = once(child, 'close')
  let isKilled = false
  let said = ''
  let complained = ''
  let answer: (line: string) => void = () => undefined
  child.stdout.on('data', (text) => {
    said += text
    const end = said.indexOf('\n')
    if (end === -1) return
    answer(said.slice(0, end))
    said = said.slice(end + 1)
  })
  child.stderr.on('data', (text) => (complained += text))
  // One that is dead already takes no order, and `close` tells of it.
  child.stdin.on('error', () => undefined)
  return {
    run(order) {
      const line = new Promise<string>((resolve) => {
        answer = resolve
      })
      child.stdin.write(`${JSON.stringify(order)}\n`)
      const dead = closed.then(([code, signal]): StartEnd => {
        // Windows knows no signals; there the killed end with 1, and say nothing.
        const isDeath = signal === 'SIGKILL' || (process.platform === 'win32' && code === 1 && complained === '')
        const isMeant = isKilled || order.death !== null
        return isDeath && isMeant ? { kind: 'killed' } : { kind: 'failed', how: `${code} ${signal}: ${complained}` }
      })
      return Promise.race([dead, line.then((text): StartEnd => ({ kind: 'said', result: JSON.parse(text) as StartResult }))])
    },
    kill() {
      isKilled = true
      child.kill('SIGKILL')
    },
    isAlive: () => !isKilled && child.exitCode === null,
    async close() {
      child.stdin.end()
      await closed
    },
  }
}

const program = join(import.meta.dirname, 'kill-portal-child.ts')
// What the first one compiles, the others find.
// No coverage of processes that are killed: half a report would spoil that of the whole test run.
const env = { ...process.env, NODE_V8_COVERAGE: '', NODE_COMPILE_CACHE: join(tmpdir(), 'obmen24-compiled') }
