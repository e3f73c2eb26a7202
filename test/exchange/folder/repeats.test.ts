import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue, counterparties, exchangeFolder } from './exchange-folder.ts'
import { readCsvAnswer } from './read-answer.ts'

test('a file that comes again byte for byte is answered and changes nothing', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт', 'Гайка']) })
  const first = await exchange.run()
  const imports = await exchange.files('import')
  await exchange.put({ 'in/import.xml': catalogue(['Болт', 'Гайка']) })
  const second = await exchange.run()
  assert.deepEqual(
    [first, second].map(({ runs }) => runs.flatMap(({ answers }) => answers.map(({ verdict, rows }) => `${verdict} ${rows}`))),
    [['done 2'], ['repeat 0']],
  )
  assert.equal(second.exit, 0)
  assert.deepEqual(await exchange.files('import'), imports)
  const { head } = readCsvAnswer(await exchange.text('out/import.xml.result.csv'))
  assert.deepEqual([head['Итог'], head['ПовторСообщения'], head['Сообщение']], ['повтор', '1', '2'])
  assert.equal((await exchange.names('archive')).length, 2, 'the repeat is kept as well')
})

test('the same bytes under another name are worked off, and every row is found unchanged', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт', 'Гайка']) })
  await exchange.run()
  await exchange.put({ 'in/копия import.xml': catalogue(['Болт', 'Гайка']) })
  const { runs } = await exchange.run()
  assert.equal(runs[0]!.importFolder, null)
  const { lines } = readCsvAnswer(await exchange.text('out/копия import.xml.result.csv'))
  assert.deepEqual(
    lines.map((line) => line['Действие']),
    ['без изменений', 'без изменений'],
  )
})

test('old bytes that come after newer ones are no repeat: 1C took a change back', async (t) => {
  const exchange = await exchangeFolder(t)
  const seen: string[] = []
  for (const phone of ['+74951111111', '+74952222222', '+74951111111']) {
    await exchange.put({ 'in/kontragenty.csv': counterparties([`1;Ромашка ООО;${phone};7701000019`]) })
    const { runs } = await exchange.run()
    const companies = await exchange.text(`import/2026-03-05 ${String(runs[0]!.run).padStart(6, '0')}/1-companies.csv`)
    seen.push(...companies.match(/\+7\d{10}/g)!)
  }
  assert.deepEqual(seen, ['+74951111111', '+74952222222', '+74951111111'])
})

test('a file that failed in part is worked off again, and only what failed or changed is written', async (t) => {
  const exchange = await exchangeFolder(t)
  const table = counterparties(['1;Ромашка ООО;;7701000019', '2;;;'])
  await exchange.put({ 'in/kontragenty.csv': table })
  const first = await exchange.run()
  assert.equal(first.exit, 3)
  await exchange.put({ 'in/kontragenty.csv': table })
  const second = await exchange.run()
  const { head, lines } = readCsvAnswer(await exchange.text('out/kontragenty.csv.result.csv'))
  assert.equal(head['Итог'], 'частично')
  assert.deepEqual(
    lines.map((line) => line['Действие']),
    ['без изменений', 'ошибка'],
  )
  assert.equal(second.runs[0]!.importFolder, null, 'nothing new to import')
})

test('a file with a row that waits is told to be taken in part, and is worked off again', async (t) => {
  const exchange = await exchangeFolder(t)
  const offers = `<КоммерческаяИнформация><ПакетПредложений><Предложения>
<Предложение><Ид>g1</Ид><Количество>5</Количество></Предложение></Предложения></ПакетПредложений></КоммерческаяИнформация>`
  for (const expected of ['ждет', 'ждет']) {
    await exchange.put({ 'in/offers.xml': offers })
    const { exit } = await exchange.run()
    const { head, lines } = readCsvAnswer(await exchange.text('out/offers.xml.result.csv'))
    assert.deepEqual([head['Итог'], lines[0]!['Действие'], exit], ['частично', expected, 0])
  }
})

test('a refused file that comes again is refused again, with its reason, and lies in failed/ twice', async (t) => {
  const exchange = await exchangeFolder(t)
  for (const number of [1, 2]) {
    await exchange.put({ 'in/bad.xml': '<a><b></a>' })
    const { exit } = await exchange.run()
    assert.equal(exit, 3)
    assert.equal(readCsvAnswer(await exchange.text('out/bad.xml.result.csv')).head['Сообщение'], String(number))
  }
  assert.deepEqual(await exchange.names('failed'), [
    '000001 bad.xml',
    '000001 bad.xml.reason.txt',
    '000002 bad.xml',
    '000002 bad.xml.reason.txt',
  ])
})
