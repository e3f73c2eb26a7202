import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { portal, portalParts } from '../../src/cli/portal.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { inProcess } from './command-context.ts'
import { practiceFolder } from './practice-folder.ts'

test('everything that is told of a portal can be pasted into settings that parse', async (t) => {
  const { folder } = await practiceFolder(t, { name: 'vladivostok' })
  for (const what of ['stages', 'users', 'presets', 'directories'] as const) {
    const screen = inProcess(folder)
    assert.equal(await portal(screen.context, { what, dir: folder }), 0, screen.err())
    // The usual words of the settings are not those of this portal.
    const pasted = `${screen.out()}  companyType: ''\n  contactType: ''\n`
    assert.deepEqual(parseSettings(pasted).problems, [], pasted)
  }
})

test('pipelines are told with their stages in order', async (t) => {
  const { folder } = await practiceFolder(t)
  const screen = inProcess(folder)
  await portal(screen.context, { what: 'stages', dir: folder })
  assert.match(
    screen.out(),
    / {4}Сервис: {2}# воронка 5\n {6}- Заявка {2}# C5:NEW\n(?:.*\n)+ {6}- Закрыт {2}# C5:WON, успех\n {6}- Отказ {2}# C5:LOSE, провал\n/,
  )
})

test('fields are told by code, title and kind, users without those who left', async (t) => {
  const { folder } = await practiceFolder(t)
  const fields = inProcess(folder)
  await portal(fields.context, { what: 'fields', dir: folder })
  assert.match(fields.out(), / {2}UF_CRM_REGIONS: Регионы {2}# список, несколько значений, Центр \| Урал \| Сибирь\n/)
  const users = inProcess(folder)
  await portal(users.context, { what: 'users', dir: folder })
  assert.match(users.out(), / {2}responsible: Марина Орлова/)
  assert.doesNotMatch(users.out(), /Громов/)
})

test('programs get the same as data', async (t) => {
  const { folder } = await practiceFolder(t)
  for (const what of portalParts) {
    const screen = inProcess(folder, { json: true })
    assert.equal(await portal(screen.context, { what, dir: folder }), 0)
    assert.ok(Object.values(JSON.parse(screen.out())).every((part) => typeof part === 'object'))
  }
})

test('a portal that says no is told in words, without the secret', async (t) => {
  const { folder, sandbox } = await practiceFolder(t)
  sandbox.state.webhooks[0]!.code = 'another'
  const screen = inProcess(folder)
  assert.equal(await portal(screen.context, { what: 'fields', dir: folder }), 5)
  assert.match(screen.err(), /\[portal\.webhook-rejected\]/)
  assert.doesNotMatch(screen.err() + screen.out(), /rest\/1\//)
})

test('a folder without a webhook is told what to put where', async (t) => {
  const { folder } = await practiceFolder(t)
  await rm(join(folder, 'webhook.txt'))
  const screen = inProcess(folder)
  assert.equal(await portal(screen.context, { what: 'users', dir: folder }), 2)
  assert.match(screen.err(), /\[portal\.webhook-unreadable\]/)
})
