import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sandbox } from '../../src/cli/sandbox.ts'
import { inProcess } from './command-context.ts'
import { tempFolder } from './obmen24.ts'
import { until } from './until.ts'

const usual = { port: 0, state: undefined, portal: 'moscow' } as const

async function call(webhook: string, method: string, params: object): Promise<unknown> {
  const answer = await fetch(webhook + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return ((await answer.json()) as { result: unknown }).result
}

test('a practice portal answers at the address that it tells, until it is stopped, and is kept in its file', async (t) => {
  const folder = await tempFolder(t)
  const round = async (work: (webhook: string) => Promise<void>) => {
    const screen = inProcess(folder, { json: true })
    t.after(screen.stop)
    const running = sandbox(screen.context, { ...usual, state: 'portal.json' })
    await until(async () => assert.ok(screen.out().includes('\n')))
    const { webhook, page, kept } = JSON.parse(screen.out())
    assert.ok(webhook.startsWith(`${page}/rest/1/`))
    await work(webhook)
    screen.stop()
    assert.equal(await running, 0)
    return kept
  }
  const first = await round(async (webhook) => {
    await call(webhook, 'crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Сова»' } })
  })
  assert.equal(first, 'new')
  const second = await round(async (webhook) => {
    const { items } = (await call(webhook, 'crm.item.list', { entityTypeId: 4, filter: { isMyCompany: 'N' } })) as {
      items: { title: string }[]
    }
    assert.deepEqual(
      items.map(({ title }) => title),
      ['ООО «Сова»'],
    )
  })
  assert.equal(second, 'kept')
})

test('it says in words where it is and how it is used', async (t) => {
  const screen = inProcess(await tempFolder(t))
  t.after(screen.stop)
  const running = sandbox(screen.context, { ...usual, portal: 'vladivostok' })
  await until(async () => assert.ok(screen.out().includes('Ctrl-C')))
  screen.stop()
  await running
  assert.match(
    screen.out(),
    /Учебный портал «СТО «Восток»» работает: http:\/\/127\.0\.0\.1:\d+\nАдрес вебхука: http.*\/rest\/1\/sandbox\/\n/,
  )
  assert.match(screen.out(), /остановлен\.\n$/)
})

test('a port that is taken is told so', async (t) => {
  const folder = await tempFolder(t)
  const first = inProcess(folder, { json: true })
  t.after(first.stop)
  const running = sandbox(first.context, usual)
  await until(async () => assert.ok(first.out().includes('\n')))
  const second = inProcess(folder)
  const port = Number(new URL(JSON.parse(first.out()).page).port)
  assert.equal(await sandbox(second.context, { ...usual, port }), 2)
  assert.match(second.err(), /\[command\.port-taken\]/)
  first.stop()
  await running
})

test('a file that cannot be read is put aside, not lost', async (t) => {
  const folder = await tempFolder(t)
  await writeFile(join(folder, 'portal.json'), 'this is no portal')
  const screen = inProcess(folder)
  t.after(screen.stop)
  const running = sandbox(screen.context, { ...usual, state: 'portal.json' })
  await until(async () => assert.ok(screen.out().includes('Ctrl-C')))
  screen.stop()
  await running
  assert.match(screen.err(), /отложен в сторону/)
  assert.notEqual(await readFile(join(folder, 'portal.json'), 'utf8').catch(() => ''), 'this is no portal')
})
