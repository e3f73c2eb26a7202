import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Inputs, rounds, settings } from './kill-run-inputs.ts'

export interface KillReport {
  readonly kills: number
  readonly lives: number
  readonly starts: number
  /** How long an undisturbed run works, from the lock to the end. */
  readonly workMs: number
  /** How many kills fell into each tenth of that time. */
  readonly spread: readonly number[]
}

/**
 * Kills `obmen24 run` at random moments of its work, starting it again until it ends by itself, and compares what is left
 * with what an undisturbed exchange of the same files leaves. Ends after `kills` kills.
 */
export async function killRuns({ kills, seed }: { readonly kills: number; readonly seed: number }): Promise<KillReport> {
  const random = randomFrom(seed)
  const base = await mkdtemp(join(tmpdir(), 'obmen24 убитый '))
  try {
    const times: number[] = []
    const expected = await live(join(base, 'undisturbed'), async (root) => {
      times.push((await start(root, null)).workMs)
    })
    const workMs = Math.min(...times)
    const spread: number[] = new Array(10).fill(0)
    let killed = 0
    let starts = 0
    let lives = 0
    for (; killed < kills; lives++) {
      const root = join(base, String(lives))
      const left = await live(root, async () => {
        for (;;) {
          const after = killed < kills ? random() * workMs : null
          starts += 1
          const result = await start(root, after)
          if (!result.killed) break
          killed += 1
          spread[Math.min(9, Math.floor(((after ?? 0) / workMs) * 10))]! += 1
        }
      })
      for (const [round, after] of left.entries()) {
        const where = `seed ${seed}, life ${lives}, round ${round + 1}`
        assert.deepEqual(after.answers, expected[round]!.answers, `${where}: answers`)
        assert.deepEqual(after.imports, expected[round]!.imports, `${where}: import files`)
      }
      await rm(root, { recursive: true, force: true })
    }
    return { kills: killed, lives, starts, workMs, spread }
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/** What an exchange leaves behind after a round. */
interface Left {
  /** Name → text without the times. */
  readonly answers: Readonly<Record<string, string>>
  /** The import files of all runs, by the name of the set without its day. */
  readonly imports: Readonly<Record<string, string>>
}

/** Plays all rounds in a folder of its own, `work` does one; what must hold after each is checked here. */
async function live(root: string, work: (root: string) => Promise<void>): Promise<readonly Left[]> {
  await mkdir(join(root, 'in'), { recursive: true })
  await mkdir(join(root, 'share'))
  await writeFile(join(root, 'obmen24.yaml'), settings)
  const given: Inputs[] = []
  const left: Left[] = []
  for (const inputs of rounds()) {
    for (const [path, bytes] of Object.entries(inputs)) await writeFile(join(root, path), bytes)
    given.push(inputs)
    await work(root)
    await assertNothingLost(root, given)
    left.push({ answers: await answersOf(root), imports: await importsOf(root) })
  }
  const before = await treeOf(root)
  await start(root, null)
  const changed = changedFiles(before, await treeOf(root)).filter((name) => name !== 'out/status.txt')
  assert.deepEqual(changed, [], 'a further run changes nothing but the heartbeat')
  return left
}

/** Starts the program; kills it so long after it took the lock, or lets it end (null). Anything but an end or a kill throws. */
async function start(root: string, killAfterMs: number | null): Promise<{ readonly killed: boolean; readonly workMs: number }> {
  await rm(join(root, '.obmen24', 'lock.json'), { force: true })
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'run', root, '--quiet'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const end = once(child, 'close')
  let over = false
  void end.then(() => {
    over = true
  })
  while (!over && !existsSync(join(root, '.obmen24', 'lock.json'))) await pause(1)
  const began = performance.now()
  if (killAfterMs !== null) {
    while (!over && performance.now() - began < killAfterMs) await pause(1)
    child.kill('SIGKILL')
  }
  const [code, signal] = await end
  const killed = signal === 'SIGKILL' || (process.platform === 'win32' && killAfterMs !== null && code === 1)
  // 3: the broken file among the inputs was refused.
  assert.ok(killed || code === 0 || code === 3, `the program ended with ${code}:\n${said}`)
  return { killed, workMs: performance.now() - began }
}

const program = join(import.meta.dirname, '../../src/bin.ts')
// Hundreds of starts: what the first one compiles, the others find.
// No coverage of processes that are killed: half a report would spoil that of the whole test run.
const env = { ...process.env, NODE_V8_COVERAGE: '', NODE_COMPILE_CACHE: join(tmpdir(), 'obmen24-compiled') }

async function assertNothingLost(root: string, given: readonly Inputs[]): Promise<void> {
  const tree = await treeOf(root)
  const names = Object.keys(tree)
  assert.deepEqual(
    names.filter((name) => name.includes('.~obmen24-')),
    [],
    'temporary files',
  )
  assert.deepEqual(
    names.filter((name) => name.startsWith('in/') || name.startsWith('.obmen24/work/')),
    [],
    'inputs left behind',
  )
  const kept = names.filter((name) => /^(archive|failed)\//.test(name) && !name.endsWith('.reason.txt'))
  const all = given.flatMap((inputs) => Object.values(inputs))
  assert.deepEqual(kept.map((name) => tree[name]!).sort(), all.map(hashOf).sort(), 'every input is kept exactly once')
  for (const path of given.flatMap((inputs) => Object.keys(inputs))) {
    const answer = `out/${path.replace(/^in\//, '').replace('/', '_')}.result.csv`
    const text = await readFile(join(root, answer), 'utf8')
    assert.match(text, /\r\n#Конец;\d+\r\n$/, answer)
  }
}

async function answersOf(root: string): Promise<Left['answers']> {
  const names = (await readdir(join(root, 'out'))).filter((name) => name !== 'status.txt').sort()
  const texts = names.map(async (name) => {
    const text = await readFile(join(root, 'out', name), 'utf8')
    return [name, text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, 'time')] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

async function importsOf(root: string): Promise<Left['imports']> {
  const folder = join(root, 'import')
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.csv')).sort()
  const texts = paths.map(
    async (path) => [path.split(sep).join('/').slice('2026-03-05 '.length), await readFile(join(folder, path), 'utf8')] as const,
  )
  return Object.fromEntries(await Promise.all(texts))
}

/** Path → hash of every file but those in which the program keeps its own memory. */
async function treeOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = /^\.obmen24\/(?:ledger\.sqlite|lock\.|looks\.json|logs\/)/
  const pairs = paths.map(async (path) => [relative(root, path).split(sep).join('/'), hashOf(await readFile(path))] as const)
  return Object.fromEntries((await Promise.all(pairs)).filter(([path]) => !own.test(path)))
}

function changedFiles(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** mulberry32: the moments of the kills follow from the seed; what the machine does at such a moment does not. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
