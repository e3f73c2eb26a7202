import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { execa } from 'execa'
import { oldNode } from '../old-node.ts'
import { counterpartiesCsv } from './obmen24.ts'

const root = join(import.meta.dirname, '..', '..')
let pack = ''

/** The package as npm would install it: `dist/` out of the sources, beside its package.json and its dependencies. */
before(async () => {
  pack = await mkdtemp(join(tmpdir(), 'obmen24 built '))
  const { bin } = JSON.parse(await readFile(join(root, 'node_modules', 'typescript', 'package.json'), 'utf8'))
  const tsc = join(root, 'node_modules', 'typescript', bin.tsc)
  await execa(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(pack, 'dist')])
  await cp(join(root, 'package.json'), join(pack, 'package.json'))
  await symlink(join(root, 'node_modules'), join(pack, 'node_modules'), 'junction')
})

after(() => rm(pack, { recursive: true, force: true, maxRetries: 5 }))

function installed(args: readonly string[], node = process.execPath) {
  return execa(node, [join(pack, 'dist', 'bin.js'), ...args], { cwd: pack, reject: false, env: { OBMEN24_LANGUAGE: '' } })
}

test('the built command does what the sources do, and is silent about its Node', async () => {
  const version = await installed(['--version'])
  assert.equal(version.stdout, JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version)
  assert.equal((await installed(['init', 'обмен'])).exitCode, 0)
  const settings = join(pack, 'обмен', 'obmen24.yaml')
  await writeFile(settings, `readiness: {settle: 100ms}\n`)
  await writeFile(join(pack, 'обмен', 'in', 'a.csv'), counterpartiesCsv())
  const { exitCode, stdout, stderr } = await installed(['run', 'обмен'])
  assert.equal(exitCode, 0, stderr)
  assert.equal(stderr, '')
  assert.match(stdout, /a\.csv +принят +подготовлено: 2/)
})

test('the built command can be started by npm', async () => {
  const { bin } = JSON.parse(await readFile(join(pack, 'package.json'), 'utf8'))
  const text = await readFile(join(pack, bin.obmen24), 'utf8')
  assert.match(text, /^#!\/usr\/bin\/env node\n/)
})

const old = await oldNode()

test('an older Node says in one sentence what to install, and ends with 2', {
  skip: old === null ? 'there is no Node older than 22.18 on this machine' : false,
}, async () => {
  for (const args of [[], ['run'], ['--help']]) {
    const { exitCode, stdout, stderr } = await installed(args, old!)
    assert.equal(exitCode, 2)
    assert.equal(stdout, '')
    assert.equal(stderr.split('\n').length, 1, stderr)
    assert.match(stderr, /нужен Node\.js 22\.18 или новее.*24 LTS.*Node\.js 22\.18 or newer is needed/)
  }
})
