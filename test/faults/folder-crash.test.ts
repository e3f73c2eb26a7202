import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { claimFile } from '../../src/folder/claim.ts'
import { recoverClaims } from '../../src/folder/recover-claims.ts'
import { sweep } from '../../src/folder/sweep.ts'
import { contentOf, filesIn, fill, inputFolder, oneFile, tempFolder } from '../folder/temp-folder.ts'

// Hundreds of short processes: what the first one compiles, the others find.
// No coverage of processes that are killed: half a report would spoil that of the whole test run.
const env = { ...process.env, NODE_V8_COVERAGE: '', NODE_COMPILE_CACHE: join(tmpdir(), 'obmen24-compiled') }
const child = join(import.meta.dirname, 'folder-crash-child.ts')
const bytes = `<a>${'Болт '.repeat(3000)}</a>`

// Every third step, another one each time; all of them in the long form.
const every = Number(process.env['OBMEN24_EVERY'] ?? 3)

/** Runs the child, killed before one call after another until it gets through; `check` sees the folder after each kill. */
async function killAtEveryStep(
  t: TestContext,
  act: string,
  prepare: (folder: string) => Promise<void>,
  check: (folder: string, step: string) => Promise<void>,
  device?: string,
): Promise<void> {
  for (let fatal = 1 + Math.floor(Math.random() * every); ; fatal += every) {
    const folder = await tempFolder(t)
    await prepare(folder)
    const args = [child, act, folder, String(fatal), device === undefined ? '' : join(folder, device)]
    const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit', env })
    const [code, signal] = await once(running, 'exit')
    await check(folder, `${act}, killed before call ${fatal}`)
    if (code === 0) {
      assert.ok(fatal > 5 - every, 'too few calls: was the file system passed on?')
      return
    }
    assert.equal(signal, 'SIGKILL')
  }
}

async function oneInput(folder: string): Promise<void> {
  await fill(join(folder, 'in'), { 'импорт 1.xml': bytes, 'импорт 1.xml.ready': '' })
}

async function oneClaim(folder: string): Promise<void> {
  await fill(join(folder, 'in'), { 'импорт 1.xml': bytes })
  const claim = await claimFile(await oneFile(inputFolder(join(folder, 'in'))), join(folder, 'work'), { take: 'move' })
  assert.equal(claim.kind, 'claimed')
}

/** What a next start does first. */
async function startAgain(folder: string) {
  const swept = await sweep({
    inputs: [inputFolder(join(folder, 'in'))],
    work: join(folder, 'work'),
    own: ['out', 'archive', 'failed'].map((name) => join(folder, name)),
  })
  const recovered = await recoverClaims(join(folder, 'work'))
  assert.deepEqual([...swept.problems, ...recovered.problems], [])
  return recovered.claims
}

const wholeFiles = async (folder: string) => Object.values(await contentOf(folder)).filter((text) => text === bytes).length

for (const device of [undefined, 'work']) {
  const where = device === undefined ? 'on one disk' : 'between two disks'
  test(`${where}: a move that is killed at any step leaves the file in exactly one of in/ and work/`, async (t) => {
    await killAtEveryStep(
      t,
      'move',
      oneInput,
      async (folder, step) => {
        const here = await wholeFiles(folder)
        assert.ok(device === undefined ? here === 1 : here >= 1, step)
        const claims = await startAgain(folder)
        const listed = await filesIn(inputFolder(join(folder, 'in'), { marker: '{name}.ready' }))
        assert.equal(claims.length + listed.length, 1, step)
        assert.equal(await wholeFiles(folder), 1, step)
        assert.ok(claims.every((claim) => claim.bytes === Buffer.byteLength(bytes) && claim.name === 'импорт 1.xml'))
        const left = await readdir(join(folder, 'in'))
        assert.deepEqual(left, listed.length === 1 ? ['импорт 1.xml', 'импорт 1.xml.ready'] : [], step)
        const work = Object.keys(await contentOf(join(folder, 'work')).catch(() => ({})))
        assert.equal(work.length, 2 * claims.length, `${step}: ${work.join()}`)
      },
      device,
    )
  })
}

test('a copy that is killed at any step leaves the source alone, and in work/ a whole copy or none', async (t) => {
  await killAtEveryStep(t, 'copy', oneInput, async (folder, step) => {
    assert.equal((await contentOf(join(folder, 'in')))['импорт 1.xml'], bytes, step)
    const claims = await startAgain(folder)
    assert.ok(claims.length <= 1 && claims.every((claim) => claim.bytes === Buffer.byteLength(bytes)), step)
    assert.equal(await wholeFiles(folder), 1 + claims.length, step)
  })
})

for (const act of ['archive', 'quarantine']) {
  for (const device of [undefined, 'work']) {
    test(`${act} (${device ?? 'one disk'}): killed at any step, the file is in work/ or where it should go`, async (t) => {
      await killAtEveryStep(
        t,
        act,
        oneClaim,
        async (folder, step) => {
          assert.ok((await wholeFiles(folder)) >= 1, step)
          const claims = await startAgain(folder)
          const there = await contentOf(join(folder, act === 'archive' ? 'archive' : 'failed')).catch(() => ({}))
          const names = Object.keys(there).map((name) => name.replace('2026-11-21/', ''))
          const arrived = names.includes('000012 импорт 1.xml')
          assert.ok(arrived || claims.length === 1, step)
          assert.ok(
            names.every((name) => ['000012 импорт 1.xml', '000012 импорт 1.xml.reason.txt'].includes(name)),
            step,
          )
          if (act === 'quarantine' && arrived) assert.ok(names.includes('000012 импорт 1.xml.reason.txt'), step)
        },
        device,
      )
    })
  }
}

test('an answer whose writing is killed at any step is the old one or the new one, whole', async (t) => {
  const seen = new Set<string | undefined>()
  await killAtEveryStep(
    t,
    'write',
    (folder) => fill(join(folder, 'out'), { 'answer.csv': 'old' }),
    async (folder, step) => {
      const before = (await contentOf(join(folder, 'out')))['answer.csv']
      assert.ok(before === 'old' || before === 'new', step)
      await startAgain(folder)
      const after = await contentOf(join(folder, 'out'))
      assert.deepEqual(Object.keys(after), ['answer.csv'], step)
      assert.ok(before === 'old' || after['answer.csv'] === 'new', step)
      seen.add(after['answer.csv'])
    },
  )
  assert.deepEqual([...seen].sort(), ['new', 'old'])
})
