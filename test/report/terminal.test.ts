import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTerminal, type TerminalOptions } from '../../src/report/terminal.ts'

/** A terminal whose two streams are kept as text. */
function made(options: Partial<TerminalOptions> = {}, { tty = true, env = {} as Record<string, string> } = {}) {
  const written = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    isTTY: tty,
    write: (text: string) => {
      written[name] += text
    },
  })
  const terminal = createTerminal({ language: 'ru', ...options }, { out: stream('out'), err: stream('err'), env })
  return { terminal, written }
}

test('results go to one stream, what is wrong to the other', () => {
  const { terminal, written } = made()
  terminal.out('asked for')
  terminal.say('done')
  terminal.warn('wrong')
  terminal.object({ a: 1 })
  assert.deepEqual(written, { out: 'asked for\ndone\n{"a":1}\n', err: 'wrong\n' })
})

test('--quiet leaves what is wrong, --json leaves objects alone', () => {
  for (const [options, expected] of [
    [{ quiet: true }, { out: '{}\n', err: 'wrong\n' }],
    [{ json: true }, { out: '{}\n', err: '' }],
  ] as const) {
    const { terminal, written } = made(options)
    terminal.say('done')
    terminal.progress('half')
    terminal.warn('wrong')
    terminal.object({})
    assert.deepEqual(written, expected)
  }
})

test('progress replaces itself on a terminal and is wiped before the next line', () => {
  const { terminal, written } = made()
  terminal.progress('rows: 10')
  terminal.progress('rows: 2')
  terminal.say('done')
  assert.equal(written.err, `rows: 10\r${' '.repeat(8)}\rrows: 2\r${' '.repeat(7)}\r`)
  assert.equal(written.out, 'done\n')
})

test('there is no progress where nobody looks', () => {
  const { terminal, written } = made({}, { tty: false })
  terminal.progress('rows: 10')
  terminal.progress('')
  assert.equal(written.err, '')
})

test('colours are for a terminal, and NO_COLOR or a dumb one has none', () => {
  const coloured = (how: Parameters<typeof made>[1]) => made({}, how).terminal.colors.red('x') !== 'x'
  assert.equal(coloured({}), true)
  assert.equal(coloured({ tty: false }), false)
  assert.equal(coloured({ env: { NO_COLOR: '1' } }), false)
  assert.equal(coloured({ env: { TERM: 'dumb' } }), false)
})

test('a reader that is behind is waited for', async () => {
  let drained = () => {}
  const out = {
    write: () => false,
    writableNeedDrain: true,
    once: (_event: 'drain', listener: () => void) => {
      drained = listener
    },
  }
  const terminal = createTerminal({ language: 'en' }, { out, err: out, env: {} })
  let caughtUp = false
  const waiting = terminal.caughtUp().then(() => {
    caughtUp = true
  })
  await Promise.resolve()
  assert.equal(caughtUp, false)
  drained()
  await waiting
  await createTerminal({ language: 'en' }, { out: { ...out, writableNeedDrain: false }, err: out, env: {} }).caughtUp()
})
