import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { describe, entryOf } from '../problems/describe.ts'
import type { Problem } from '../problems/problem.ts'
import { withoutSecrets } from './secrets.ts'

/** The log of the program, a file a day, for the one who looks for a fault. */
export interface Log {
  report(report: LoggedReport): void
  failure(error: unknown): void
  /** The log for the present day: itself, or the next day's. */
  ofToday(): Log
  close(): Promise<void>
}

interface LoggedReport {
  readonly runs: readonly { readonly run: number; readonly answers: readonly LoggedAnswer[] }[]
  readonly waiting: number
  readonly gone: number
  readonly problems: readonly Problem[]
}

interface LoggedAnswer {
  readonly message: number
  readonly input: string
  readonly verdict: string
  readonly rows: number
  readonly counts: Readonly<Record<string, number>>
}

export function openLog(folder: string, level: 'debug' | 'info' | 'warn' | 'error', today = day()): Log {
  mkdirSync(folder, { recursive: true })
  const destination = pino.destination({ dest: join(folder, `${today}.log`), append: true, sync: true })
  const logger = pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: withoutSecrets } },
    destination,
  )
  const log: Log = {
    report({ runs, waiting, gone, problems }) {
      for (const { run, answers } of runs) {
        for (const { message, input, verdict, rows, counts } of answers)
          logger.info({ run, message, input, verdict, rows, counts }, 'answered')
      }
      if (runs.length === 0) logger.debug({ waiting, gone }, 'nothing new')
      for (const found of problems)
        logger[levels[entryOf(found).severity]]({ code: found.code, place: found.place }, describe(found, 'en').message)
    },
    failure: (error) => logger.error(error instanceof Error ? error : new Error(String(error)), 'failure'),
    ofToday() {
      const now = day()
      if (now === today) return log
      destination.end()
      return openLog(folder, level, now)
    },
    async close() {
      destination.end()
    },
  }
  return log
}

function day(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

const levels = { error: 'error', warning: 'warn', notice: 'info' } as const
