import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { watchProcess } from './watch-process.ts'

/** A program to measure: one of ours, run by this Node, or a foreign one. */
export interface Command {
  readonly program: 'node' | (string & {})
  readonly args: readonly string[]
}

/** What one whole process took, its start included. What the system does not tell is null. */
export interface Measurement {
  readonly wallMs: number
  readonly cpuMs: number | null
  readonly peakBytes: number | null
  readonly stdout: string
  readonly stderr: string
  /** Null: it did not end by itself. */
  readonly code: number | null
}

export interface MeasureOptions {
  /** Where a small file with the figures may stand meanwhile. */
  readonly scratch: string
  /** Module that makes one of our processes tell what it took. */
  readonly usageHook: string
  /** Options with which our processes run. */
  readonly nodeFlags: readonly string[]
  /** GNU time, where there is one; else foreign programs are watched through /proc. */
  readonly gnuTime: string | null
}

/** Runs a command as a whole process. A program that is not there gives the code null. */
export async function measure(command: Command, options: MeasureOptions): Promise<Measurement> {
  const usagePath = join(options.scratch, 'usage')
  await rm(usagePath, { force: true })
  const { program, args, told } = wrapped(command, options, usagePath)
  const started = process.hrtime.bigint()
  const child = spawn(program, args, {
    env: { ...process.env, OBMEN24_BENCH_USAGE: usagePath },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const watched = told === null && child.pid !== undefined ? watchProcess(child.pid) : null
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text))
  let wallMs = 0
  child.on('exit', () => (wallMs = Number(process.hrtime.bigint() - started) / 1e6))
  const code = await once(child, 'close').then(
    ([exitCode]) => exitCode as number | null,
    () => null,
  )
  const usage = watched?.stop() ?? told?.(await readFile(usagePath, 'utf8').catch(() => ''))
  return { wallMs, cpuMs: usage?.cpuMs ?? null, peakBytes: usage?.peakBytes ?? null, ...texts, code }
}

export interface Usage {
  readonly cpuMs: number | null
  readonly peakBytes: number | null
}

interface Wrapped {
  readonly program: string
  readonly args: readonly string[]
  /** Reads what the wrapper wrote; null where nothing wraps the program. */
  readonly told: ((text: string) => Usage) | null
}

function wrapped({ program, args }: Command, { gnuTime, usageHook, nodeFlags }: MeasureOptions, usagePath: string): Wrapped {
  if (program === 'node') {
    const flags = [...nodeFlags, '--disable-warning=ExperimentalWarning', '--import', pathToFileURL(usageHook).href]
    return { program: process.execPath, args: [...flags, ...args], told: toldByWorker }
  }
  if (gnuTime === null) return { program, args, told: null }
  return { program: gnuTime, args: ['-q', '-f', '%U %S %M', '-o', usagePath, program, ...args], told: toldByTime }
}

// A worker that ran out of memory told nothing.
function toldByWorker(text: string): Usage {
  return text === '' ? { cpuMs: null, peakBytes: null } : (JSON.parse(text) as Usage)
}

function toldByTime(text: string): Usage {
  const [user, system, kilobytes] = text.trim().split(' ').map(Number)
  if (user === undefined || system === undefined || kilobytes === undefined) return { cpuMs: null, peakBytes: null }
  return { cpuMs: (user + system) * 1000, peakBytes: kilobytes * 1024 }
}
