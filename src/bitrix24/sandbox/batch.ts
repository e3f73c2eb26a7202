import { type BatchCommand, commandParams } from './batch-commands.ts'
import { errorOf } from './envelope.ts'
import type { MethodResult, RestFailure } from './method.ts'
import { phpArray } from './php-array.ts'
import { type CommandEnd, type Run, runCommand } from './run-command.ts'
import { systemError } from './system-errors.ts'

const maxCommands = 50

/** Runs the commands one after another (`bitrix24-rest.md §1.5`); null when the request was cut in the middle of them. */
export async function runBatch(run: Run, commands: readonly BatchCommand[], halt: boolean): Promise<MethodResult | null> {
  const results = new Map<string, unknown>()
  const sections: Sections = { result: [], result_error: [], result_total: [], result_next: [], result_time: [] }
  for (const [index, command] of commands.entries()) {
    const end = index < maxCommands ? await runOne(run, command, results) : tooLong
    if (end.kind === 'cut') return null
    if (end.kind === 'failed') {
      sections.result_error.push([command.key, errorOf(end.failure)])
      if (halt) break
      continue
    }
    const { result, total, next } = end.result
    results.set(command.key, result)
    sections.result.push([command.key, result ?? null])
    if (total !== undefined) sections.result_total.push([command.key, total])
    if (next !== undefined) sections.result_next.push([command.key, next])
    sections.result_time.push([command.key, end.time])
  }
  return { result: Object.fromEntries(Object.entries(sections).map(([name, pairs]) => [name, phpArray(pairs)])) }
}

type Sections = Record<'result' | 'result_error' | 'result_total' | 'result_next' | 'result_time', [string, unknown][]>

const tooLong: CommandEnd = { kind: 'failed', failure: systemError('ERROR_BATCH_LENGTH_EXCEEDED') }

async function runOne(run: Run, command: BatchCommand, results: ReadonlyMap<string, unknown>): Promise<CommandEnd> {
  if (command.method === 'batch') return { kind: 'failed', failure: systemError('ERROR_BATCH_METHOD_NOT_ALLOWED') }
  const end = await runCommand(run, command.method, commandParams(command, results), true)
  return end.kind === 'failed' ? { kind: 'failed', failure: asInBatch(end.failure) } : end
}

// Inside a batch this one has no text (`bitrix24-rest.md §1.2`).
function asInBatch(failure: RestFailure): RestFailure {
  return failure.error === 'insufficient_scope' ? systemError('insufficient_scope', { description: '' }) : failure
}
