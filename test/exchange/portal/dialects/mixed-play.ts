import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { type ReadAnswer, readCsvAnswer, readJsonAnswer, readXmlAnswer, totalsOf } from '../../folder/read-answer.ts'
import { runWith } from '../hands.ts'
import { type PortalExchange, portalFolder } from '../portal-folder.ts'
import type { Client } from './client.ts'
import { encodingSetting } from './encodings.ts'
import { judgeFirst, judgeLater } from './mixed-rules.ts'
import { type MixedSettings, settingsText } from './mixed-settings.ts'
import { firstTold, laterTold, makeByHand, meddle } from './mixed-world.ts'
import { type Writing, written } from './written.ts'

/** 1C tells, people meddle, 1C tells anew and then the same once more; what must hold with any settings, and what with these. */
export async function playMixed(t: TestContext, mixed: MixedSettings, writing: Writing): Promise<void> {
  const folder = await portalFolder(t, { yaml: `${encodingSetting(writing.encoding)}\n${settingsText(mixed)}` })
  const scene = { folder, mixed, dialect: writing.dialect }
  const tell = async (told: readonly Client[], generated: string) => {
    await folder.put(written(told, writing, { generated }))
    const stopped = await folder.run()
    const report = stopped.exit === 7 ? await runWith(folder, { decision: 'allow' }) : stopped
    assert.ok([0, 3].includes(report.exit), `exit ${report.exit}: ${report.codes.join(' ')}`)
    assertMarks(folder)
    assert.equal((await folder.names('out')).includes('links.csv'), mixed.links === 'true')
    return answerOf(folder, mixed, told, writing)
  }
  await makeByHand(folder, writing.dialect)
  await tell(firstTold, '2026-03-05T09:05:07')
  judgeFirst(scene)
  await meddle(folder, writing.dialect)
  await tell(laterTold, '2026-03-05T10:05:07')
  judgeLater(scene)

  const done = stateText(folder)
  const again = await tell(laterTold.toReversed(), '2026-03-05T11:05:07')
  assert.equal(stateText(folder), done, 'told once more, nothing is written')
  const actions = again.lines.map((line) => line['Действие'] ?? '')
  assert.ok(!actions.includes('создан') && !actions.includes('обновлен'), actions.join(', '))
  await folder.run()
  assert.equal(stateText(folder), done, 'with nothing new there is nothing to do')
}

function stateText({ state }: PortalExchange): string {
  const { items, requisites, bankDetails, addresses, statuses } = state
  return JSON.stringify({ items, requisites, bankDetails, addresses, statuses })
}

/** No 1C id has two cards. */
function assertMarks(folder: PortalExchange): void {
  const marks = [...folder.companies(), ...folder.contacts()].flatMap(({ originId }) => originId ?? [])
  assert.deepEqual(marks, [...new Set(marks)])
  const ids = Object.values(folder.state.requisites).flatMap(({ XML_ID: mark }) => mark ?? [])
  assert.deepEqual(ids, [...new Set(ids)])
}

/** The answer in the form that was asked for: every row once, and the totals add up to them. */
async function answerOf(
  folder: PortalExchange,
  { files, encoding }: MixedSettings,
  told: readonly Client[],
  { dialect }: Writing,
): Promise<ReadAnswer> {
  const kind = files.slice(1, -1)
  const [[, bytes] = ['', Buffer.of()], ...others] = Object.entries(await folder.files('out')).filter(([name]) =>
    name.includes('.result.'),
  )
  assert.equal(others.length, 0, 'one answer for one file')
  const text = new TextDecoder(kind === 'csv' ? encoding.replace('-bom', '') : 'utf-8', { fatal: true }).decode(bytes)
  const answer = kind === 'csv' ? readCsvAnswer(text) : kind === 'xml' ? readXmlAnswer(text) : readJsonAnswer(text)
  assert.deepEqual(answer.lines.map((line) => line['Ид1С']).sort(), told.map(({ key }) => dialect.idOf(key)).sort())
  const { totals, sum } = totalsOf(answer)
  assert.equal(sum, told.length)
  for (const [name, word] of Object.entries(totalWords)) {
    assert.equal(totals[name], answer.lines.filter((line) => line['Действие'] === word).length, name)
  }
  for (const line of answer.lines.filter(({ Действие: action = '' }) =>
    ['создан', 'обновлен', 'без изменений'].includes(action),
  )) {
    const cards = [...folder.companies(), ...folder.contacts()].filter(({ originId }) => originId === line['Ид1С'])
    assert.deepEqual(
      cards.map(({ id }) => String(id)),
      [line['ИдБ24']],
      'the card that the answer names carries the mark',
    )
  }
  return answer
}

const totalWords = {
  Создано: 'создан',
  Обновлено: 'обновлен',
  БезИзменений: 'без изменений',
  Пропущено: 'пропущен',
  Ожидает: 'ждет',
  НаПроверку: 'на проверку',
  Ошибок: 'ошибка',
}
