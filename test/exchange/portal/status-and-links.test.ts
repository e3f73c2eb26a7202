import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { answers, counterpartyExchange, lines, retry, runWith, table, undo } from './hands.ts'
import { innOf } from './inns.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;ИНН'
const firms = (count: number, more = '') =>
  table(columns, ...Array.from({ length: count }, (_, at) => `${at + 1};ООО Фирма ${at + 1}${more};${innOf(at + 1)}`))
const exchange = counterpartyExchange('contactPersons: false')

test('status.txt says that the brake waits for a person, and after retry and undo that all is done', async (t) => {
  const folder = await portalFolder(t, { yaml: `${exchange}\nbrake: { records: 1 }` })
  await folder.put({ 'in/a.csv': firms(2) })
  assert.equal((await folder.run()).exit, 7)
  assert.deepEqual(await status(folder), ['failure', '1', 'Обмен остановлен тормозом и ждёт решения человека'])
  await runWith(folder, { decision: 'discard' })
  assert.deepEqual((await status(folder)).slice(0, 2), ['success', '1'])
  await retry(folder)
  assert.deepEqual((await status(folder)).slice(0, 2), ['failure', '2'])
  await runWith(folder, { decision: 'allow' })
  assert.deepEqual(await answers(folder, 'a.csv'), ['1 создан', '2 создан'])
  await undo(folder, 2)
  assert.deepEqual((await status(folder)).slice(0, 2), ['success', '3'])
})

test('a row that a person has to see to says in its answer what to do', async (t) => {
  const folder = await portalFolder(t, { yaml: `${exchange}\nbrake: { records: 1 }` })
  await folder.put({ 'in/a.csv': firms(2) })
  await folder.run()
  await runWith(folder, { decision: 'discard' })
  for (const line of await lines(folder, 'a.csv')) assert.match(line['Текст']!, /obmen24 retry/)
})

test('links.csv is encoded as the answers are, and after an undo has no card that the undo took away', async (t) => {
  const folder = await portalFolder(t, { yaml: `${exchange}\nanswer: { links: true, encoding: windows-1251 }` })
  await folder.put({ 'in/a.csv': firms(2) })
  await folder.run()
  assert.deepEqual(await keys(folder), ['компания 1', 'компания 2'])
  await folder.put({ 'in/b.csv': firms(3) })
  await folder.run()
  assert.deepEqual(await keys(folder), ['компания 1', 'компания 2', 'компания 3'])
  await undo(folder, 2)
  assert.deepEqual(await keys(folder), ['компания 1', 'компания 2'])
})

async function status(folder: PortalExchange): Promise<readonly string[]> {
  const [state = '', ...rest] = (await folder.text('out/status.txt')).trimEnd().split('\r\n')
  const values = Object.fromEntries(rest.map((line) => line.split('=')))
  return [state, values['run'], values['text']]
}

async function keys(folder: PortalExchange): Promise<readonly string[]> {
  const bytes = await readFile(join(folder.root, 'out/links.csv'))
  const rows = new TextDecoder('windows-1251').decode(bytes).split('\r\n').slice(2)
  return rows.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(';').slice(0, 2).join(' '))
}
