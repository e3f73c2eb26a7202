import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** Rooms of the house from the top down (docs/architecture.md): each may use only what stands below it, in a later line. */
const floors: readonly (readonly string[])[] = [
  ['bin'],
  ['main'],
  ['cli'],
  ['report'],
  ['exchange'],
  ['settings', 'onec', 'bitrix24', 'ledger', 'folder'],
  ['records'],
  ['values'],
  ['problems'],
]

/** Rooms of one floor know nothing of each other, and these know less than their floor would allow. */
const only: Readonly<Record<string, readonly string[]>> = {
  ledger: ['problems'],
  folder: ['problems'],
  settings: ['values', 'problems'],
}

const sources = await readSources()

test('arrows between rooms only point down', () => {
  const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)))
  const wrong: string[] = []
  for (const { path, imports } of sources) {
    const from = roomOf(path)
    for (const target of imports) {
      const to = roomOf(target)
      if (from === to) continue
      const isDown = floorOf.get(to)! > floorOf.get(from)!
      if (!isDown || only[from]?.includes(to) === false) wrong.push(`${path} → ${target}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('every room stands on a floor', () => {
  const known = floors.flat()
  const rooms = [...new Set(sources.map(({ path }) => roomOf(path)))]
  assert.deepEqual(
    rooms.filter((room) => !known.includes(room)),
    [],
  )
})

// Types alone may refer to each other: they are gone when the program runs.
test('no file leads back to itself through its imports', () => {
  const importsOf = new Map(sources.map(({ path, atRuntime }) => [path, atRuntime]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (trail.includes(path) || done.has(path)) return
    for (const target of importsOf.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  assert.deepEqual(cycles, [])
})

test('no file is longer than 300 lines, but for the tables of words', () => {
  const long = sources.filter(({ path, lines }) => lines > 300 && !/^src\/problems\/table-/.test(path))
  assert.deepEqual(
    long.map(({ path, lines }) => `${path}: ${lines}`),
    [],
  )
})

test('nothing outside problems/ and the tests is imported by a path that leaves src/', () => {
  assert.deepEqual(
    sources.flatMap(({ path, imports }) =>
      imports.filter((target) => !target.startsWith('src/')).map((target) => `${path} → ${target}`),
    ),
    [],
  )
})

test('no runtime dependency has an install script, and the lockfile names no host', async () => {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const packages = Object.entries<{ hasInstallScript?: boolean; dev?: boolean; resolved?: string }>(lock.packages)
  assert.ok(packages.length > 10)
  const names = (found: typeof packages) => found.map(([name]) => name)
  assert.deepEqual(names(packages.filter(([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true)), [])
  assert.deepEqual(names(packages.filter(([, { resolved }]) => resolved !== undefined)), [])
})

// npm leaves out of the lockfile what the registry of the machine that made it does not offer; `npm ci` then refuses it.
test('the lockfile has the optional packages of every platform', async () => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const lost = Object.entries<{ optionalDependencies?: Record<string, string> }>(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  )
  assert.deepEqual(lost, [])
})

interface Source {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string
  readonly imports: readonly string[]
  /** Those of the imports that are not of types alone. */
  readonly atRuntime: readonly string[]
  readonly lines: number
}

async function readSources(): Promise<readonly Source[]> {
  const found: Source[] = []
  for await (const path of glob('src/**/*.ts', { cwd: root })) {
    const text = await readFile(join(root, path), 'utf8')
    const target = (given: string) => slashed(relative(root, resolve(root, dirname(path), given)))
    const all = [...text.matchAll(/^(?:import|export) (type )?(?:[^'"]*? from )?'(\.[^']+)'|import\('(\.[^']+)'\)/gm)]
    found.push({
      path: slashed(path),
      imports: all.map(([, , fixed, late]) => target((fixed ?? late)!)),
      atRuntime: all.flatMap(([, type, fixed]) => (type === undefined && fixed !== undefined ? [target(fixed)] : [])),
      lines: text.trimEnd().split('\n').length,
    })
  }
  assert.ok(found.length > 100)
  return found
}

function roomOf(path: string): string {
  return path.split('/')[1]!.replace(/\.ts$/, '')
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
