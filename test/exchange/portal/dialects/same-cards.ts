import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { lines } from '../hands.ts'
import { type PortalExchange, portalFolder } from '../portal-folder.ts'
import type { Client } from './client.ts'
import { writableIn } from './clients.ts'
import { commerceml210 } from './commerceml-2.ts'
import { encodingSetting } from './encodings.ts'
import { asTold, type LeftOut } from './left-out.ts'
import { neutralCards } from './neutral-text.ts'
import { type Writing, written } from './written.ts'

const yaml = `bitrix24: { idFields: { company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C } }
exchanges:
  - { name: Контрагенты, preset: counterparties, fields: { Менеджер в 1С: Менеджер } }
  - { name: Лица, preset: contacts }`

/** Plays the counterparties against a portal of its own: they become the expected cards, and told again they ask nothing. */
export async function playSameCards(t: TestContext, writing: Writing, leftOut: LeftOut): Promise<void> {
  const told = asTold(writableIn(writing.encoding), leftOut)
  const folder = await portalFolder(t, { yaml: `${encodingSetting(writing.encoding)}\n${yaml}` })
  const first = written(told, writing, { generated: '2026-03-05T09:05:07', changesOnly: false })
  await folder.put(first)
  assert.equal((await folder.run()).exit, 0)
  await assertAnswers(folder, told, writing, (client) => (client.deleted ? 'пропущен' : 'создан'))
  const made = neutralCards(folder.state, told, writing.dialect)
  assert.equal(made, await expectedCards(t, told))
  folder.requests()
  await folder.put(first)
  assert.equal((await folder.run()).exit, 0)
  assert.equal(folder.requests(), 0, 'the same file')
  // The same words in other bytes; what was read right once in this encoding is read right again.
  if (writing.encoding !== writing.dialect.encodings[0]) return
  const otherwise = told.toReversed().map((client) => ({ ...client, people: client.people.toReversed() }))
  await folder.put(written(otherwise, writing, { generated: '2026-03-06T09:05:07' }))
  assert.equal((await folder.run()).exit, 0)
  assert.equal(folder.requests(), 0, 'the same told again')
  await assertAnswers(folder, told, writing, (client) => (client.deleted ? 'пропущен' : 'без изменений'))
}

/** What the richest dialect makes of them. */
export async function expectedCards(t: TestContext, told: readonly Client[]): Promise<string> {
  const key = JSON.stringify(told)
  const known = expected.get(key)
  if (known !== undefined) return known
  const writing = { dialect: commerceml210, encoding: 'utf-8-bom' } as const
  const folder = await portalFolder(t, { yaml })
  await folder.put(written(told, writing, { generated: '2026-03-05T09:05:07' }))
  await folder.run()
  const cards = neutralCards(folder.state, told, writing.dialect)
  expected.set(key, cards)
  return cards
}

const expected = new Map<string, string>()

// People stand in a file of their own or inside their company; then no row of the answer is theirs.
async function assertAnswers(
  folder: PortalExchange,
  told: readonly Client[],
  { dialect }: Writing,
  actionOf: (client: Client) => string,
): Promise<void> {
  const [name = '', ofPeople] = (await folder.names('out')).filter((each) => each.endsWith('.result.csv'))
  const answered = await lines(folder, name.replace('.result.csv', ''))
  const expectedLines = told.map((client) => `${dialect.idOf(client.key)} ${actionOf(client)}`)
  assert.deepEqual(answered.map((line) => `${line['Ид1С']} ${line['Действие']}`).sort(), expectedLines.sort())
  if (ofPeople === undefined) return
  const people = told.flatMap((client) => client.people.map(({ key }) => `${dialect.idOf(key)} ${actionOf(client)}`))
  const answeredPeople = await lines(folder, ofPeople.replace('.result.csv', ''))
  assert.deepEqual(answeredPeople.map((line) => `${line['Ид1С']} ${line['Действие']}`).sort(), people.sort())
}
