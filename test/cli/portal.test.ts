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

test('stages of invoices are told where they are asked for, beside those of deals or alone', async (t) => {
  const { folder } = await practiceFolder(t)
  const both = inProcess(folder)
  await portal(both.context, { what: 'stages', dir: folder, of: ['deal', 'invoice'] })
  assert.match(
    both.out(),
    /^bitrix24:\n {2}pipelines:\n[\s\S]*\n# Стадии счетов\n# {3}Счета: {2}# воронка 3\n# {5}- Новый {2}# DT31_3:N\n/,
  )
  const alone = inProcess(folder, { json: true })
  await portal(alone.context, { what: 'stages', dir: folder, of: ['invoice'] })
  assert.deepEqual(Object.keys(JSON.parse(alone.out()).pipelines), ['invoice'])
})

test('fields of deals are told with those of companies and contacts, those of others where they are used', async (t) => {
  const { folder } = await practiceFolder(t, { more: 'exchanges: [{name: а, preset: contacts}]\n' })
  const usual = inProcess(folder)
  await portal(usual.context, { what: 'fields', dir: folder })
  assert.match(usual.out(), /# Поля сделки: [\s\S]* {2}UF_CRM_CAR: Автомобиль {2}# строка\n/)
  assert.doesNotMatch(usual.out(), /Поля счёта/)
  const invoice = inProcess(folder)
  await portal(invoice.context, { what: 'fields', dir: folder, of: ['invoice'] })
  assert.match(invoice.out(), /^# Поля счёта: /)
})

test('smart processes are told with their numbers and stages', async (t) => {
  const { folder, sandbox } = await practiceFolder(t)
  await sandbox.handle({
    method: 'POST',
    url: '/rest/1/sandbox/crm.type.add',
    contentType: 'application/json',
    body: JSON.stringify({ fields: { title: 'Аренда', isStagesEnabled: 'Y', isClientEnabled: 'Y' } }),
  })
  const screen = inProcess(folder)
  assert.equal(await portal(screen.context, { what: 'processes', dir: folder }), 0, screen.err())
  const number = /process: (\d+) {2}# Аренда\n# {3}\S+: {2}# воронка \d+\n# {5}- /.exec(screen.out())?.[1]
  assert.ok(number !== undefined, screen.out())
  const stages = inProcess(folder)
  await portal(stages.context, { what: 'stages', dir: folder, of: [`process:${Number(number)}`] })
  assert.match(stages.out(), new RegExp(`^# Стадии смарт-процесса «Аренда» \\(${number}\\)\n`))
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
