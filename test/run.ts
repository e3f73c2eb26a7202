import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// `npm test`: every `*.test.ts`. With `OBMEN24_COVERAGE=1`, as `.ci/run` has it, the lines of `src/` are counted too, which takes half
// as long again: less than 95 % fail. What the first file compiles the others find, but for counting, where it would blur the lines.
const counts = process.env['OBMEN24_COVERAGE'] === '1'
const coverage = ['--experimental-test-coverage', '--test-coverage-include=src/**', '--test-coverage-lines=95']
const args = [
  '--disable-warning=ExperimentalWarning',
  '--test',
  '--test-concurrency=4',
  ...(counts ? coverage : []),
  'test/**/*.test.ts',
]
const compiled = counts ? {} : { NODE_COMPILE_CACHE: join(tmpdir(), 'obmen24-compiled') }
const tests = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...compiled } })
tests.on('exit', (code) => {
  process.exitCode = code ?? 1
})
