import assert from 'node:assert/strict'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { execa } from 'execa'
import { until } from './cli/until.ts'
import { oldNode } from './old-node.ts'

const launcher = join(import.meta.dirname, '..', 'launch.mjs')
const onPosix = { skip: process.platform === 'win32' ? 'signals are those of POSIX' : false }

async function tempFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 launch '))
  context.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

test('arguments go to Node as they are, and its exit code comes back', async () => {
  const { exitCode, stdout } = await execa(
    process.execPath,
    [launcher, '-e', 'console.log(process.argv.slice(1).join("|")); process.exitCode = 7', 'один два', 'src/**'],
    { reject: false },
  )
  assert.equal(exitCode, 7)
  assert.equal(stdout, 'один два|src/**')
})

// The child writes what it is told into a file: `npm test` and its pipes stay out of it.
const listener = `
  import { appendFileSync } from 'node:fs'
  const [file] = process.argv.slice(2)
  const staying = setInterval(() => {}, 1000)
  process.on('SIGINT', () => appendFileSync(file, 'SIGINT\\n'))
  process.on('SIGTERM', () => { appendFileSync(file, 'SIGTERM\\n'); clearInterval(staying); process.exitCode = 5 })
  appendFileSync(file, 'ready\\n')
`

test('Ctrl-C of a terminal reaches the child once, and SIGTERM is sent on', onPosix, async (context) => {
  const folder = await tempFolder(context)
  const heard = join(folder, 'heard')
  await writeFile(join(folder, 'listener.mjs'), listener)
  const launched = execa(process.execPath, [launcher, join(folder, 'listener.mjs'), heard], { reject: false, detached: true })
  await until(async () => assert.match(await readFile(heard, 'utf8'), /ready/))
  process.kill(-launched.pid!, 'SIGINT')
  await until(async () => assert.match(await readFile(heard, 'utf8'), /SIGINT/))
  launched.kill('SIGTERM')
  const { exitCode } = await launched
  assert.equal(exitCode, 5)
  assert.equal(await readFile(heard, 'utf8'), 'ready\nSIGINT\nSIGTERM\n')
})

test('a child that was killed is told as a shell tells it', onPosix, async () => {
  const { exitCode } = await execa(process.execPath, [launcher, '-e', 'process.kill(process.pid, "SIGKILL")'], { reject: false })
  assert.equal(exitCode, 137)
})

const old = await oldNode()
const onOld = {
  skip:
    process.platform === 'win32'
      ? 'the fake Node is a shell script'
      : old === null
        ? 'there is no Node older than 22.18 on this machine'
        : false,
}

/** A checkout whose npm is ours: it "installs" a Node that only says that it was started. */
async function checkout(context: TestContext, npm: string) {
  const folder = await tempFolder(context)
  await cp(launcher, join(folder, 'launch.mjs'))
  await writeFile(join(folder, 'npm.mjs'), npm)
  await writeFile(join(folder, 'node.sh'), '#!/bin/sh\necho "fetched node got: $*"\n')
  await chmod(join(folder, 'node.sh'), 0o755)
  await mkdir(join(folder, 'elsewhere'))
  return () =>
    execa(old!, [join(folder, 'launch.mjs'), 'one', 'two'], {
      cwd: join(folder, 'elsewhere'),
      env: { npm_execpath: join(folder, 'npm.mjs') },
      reject: false,
    })
}

const goodNpm = `
  import { copyFileSync, mkdirSync } from 'node:fs'
  import { dirname, join } from 'node:path'
  const args = process.argv.slice(2)
  const prefix = args[args.indexOf('--prefix') + 1]
  const name = args.at(-1).replace(/@24$/, '')
  if (!args.includes('--no-save') || !args.includes('--ignore-scripts')) process.exit(1)
  const folder = join(prefix, 'node_modules', name, 'bin')
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(dirname(process.argv[1]), 'node.sh'), join(folder, 'node'))
`

test('where the own Node is too old, Node 24 is fetched once and used from then on', onOld, async (context) => {
  const launch = await checkout(context, goodNpm)
  const first = await launch()
  assert.equal(first.exitCode, 0, first.stderr)
  assert.equal(first.stdout, 'fetched node got: one two')
  assert.match(first.stderr, /is too old for obmen24; fetching Node 24/)
  const second = await launch()
  assert.equal(second.stdout, 'fetched node got: one two')
  assert.equal(second.stderr, '')
})

test('where Node 24 cannot be fetched, one sentence says what to install', onOld, async (context) => {
  const launch = await checkout(context, 'process.exit(1)')
  const { exitCode, stderr } = await launch()
  assert.equal(exitCode, 1)
  assert.match(stderr, /Install Node 22\.18 or newer from https:\/\/nodejs\.org/)
})
