import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { keepState, loadState } from '../../../src/bitrix24/sandbox/keep-state.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { ask, openSmall, smallMethods, smallState, titles } from './small-portal.ts'

async function stateFileOf(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24-portal-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return { folder, stateFile: join(folder, 'portal.json') }
}

test('a portal is kept in its file from one start to the next', async (t) => {
  const { folder, stateFile } = await stateFileOf(t)
  const first = openSandbox({ state: smallState(), methods: smallMethods, stateFile })
  assert.equal(first.origin, 'new')
  await ask(first, 'note.add', { title: 'kept' })
  await first.close()
  assert.deepEqual(await readdir(folder), ['portal.json'])
  const second = openSmall(t, { stateFile })
  assert.equal(second.origin, 'kept')
  assert.deepEqual(titles(second), ['kept'])
  assert.deepEqual(second.state, first.state)
})

test('a portal that was only read writes nothing', async (t) => {
  const { folder, stateFile } = await stateFileOf(t)
  const sandbox = openSandbox({ state: smallState(), methods: smallMethods, stateFile })
  await ask(sandbox, 'note.list')
  await ask(sandbox, 'note.add')
  await sandbox.close()
  assert.deepEqual(await readdir(folder), [])
})

test('a file that is no portal is put aside, and the portal starts anew', async (t) => {
  const { folder, stateFile } = await stateFileOf(t)
  for (const text of ['{"items":', '[]', 'null']) {
    await writeFile(stateFile, text)
    const sandbox = openSandbox({ state: smallState(), methods: smallMethods, stateFile })
    assert.equal(sandbox.origin, 'broken')
    await sandbox.close()
    assert.deepEqual(await readdir(folder), ['portal.json.broken'])
    assert.equal(await readFile(`${stateFile}.broken`, 'utf8'), text)
  }
})

test('a file that cannot be opened is not taken for a missing one', async (t) => {
  const { folder } = await stateFileOf(t)
  assert.throws(() => loadState(folder), { code: 'EISDIR' })
})

test('changes are written a moment later, as they are then, each time as a whole', async (t) => {
  const { stateFile } = await stateFileOf(t)
  const state = smallState()
  const keeper = keepState(stateFile, state, 1)
  state.name = 'one'
  keeper.changed()
  state.name = 'two'
  await until(async () => nameIn(stateFile) === 'two')
  state.name = 'three'
  keeper.changed()
  keeper.changed()
  await keeper.close()
  assert.equal(nameIn(stateFile), 'three')
})

test('a file that cannot be written is told at the end', async (t) => {
  const { folder } = await stateFileOf(t)
  const keeper = keepState(join(folder, 'no', 'portal.json'), smallState())
  keeper.changed()
  await assert.rejects(keeper.close(), { code: 'ENOENT' })
})

function nameIn(path: string): string | null {
  const loaded = loadState(path)
  return loaded.kind === 'kept' ? loaded.state.name : null
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 2))
}
