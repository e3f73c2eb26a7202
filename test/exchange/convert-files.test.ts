import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import iconv from 'iconv-lite'
import { type ConvertOptions, convertFiles } from '../../src/exchange/convert-files.ts'
import { exchangesOf } from '../../src/exchange/folder/home.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { catalogue, counterparties } from './folder/exchange-folder.ts'
import { readCsvAnswer } from './folder/read-answer.ts'

async function setting(t: TestContext, yaml = '') {
  const root = await mkdtemp(join(tmpdir(), 'obmen24 convert '))
  t.after(() => rm(root, { recursive: true, force: true }))
  const settings = parseSettings(yaml).settings!
  const out = join(root, 'out')
  const options: ConvertOptions = {
    settings,
    exchanges: exchangesOf(settings),
    language: 'ru',
    out,
    clock: () => new Date('2026-03-05T09:05:07'),
  }
  const put = async (path: string, content: string | Uint8Array) => {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), content)
    return join(root, path)
  }
  return { root, out, options, put }
}

test('files are converted as one set: goods of one, prices of another, the answer to each beside the import files', async (t) => {
  const { out, options, put } = await setting(t)
  const offers = `<КоммерческаяИнформация><ПакетПредложений><Предложения><Предложение><Ид>id-d091d0bed0bbd182</Ид>
<Цены><Цена><ЦенаЗаЕдиницу>12.5</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены></Предложение></Предложения></ПакетПредложений></КоммерческаяИнформация>`
  const steps: number[] = []
  const paths = [await put('offers.xml', offers), await put('import.xml', catalogue(['Болт']))]
  const { answers, files } = await convertFiles(paths, { ...options, progress: (rows) => steps.push(rows) })
  assert.deepEqual(
    answers.map(({ input, verdict, rows }) => `${input} ${verdict} ${rows}`),
    ['offers.xml done 1', 'import.xml done 1'],
  )
  assert.deepEqual(
    files.map(({ entity, cards }) => `${entity} ${cards}`),
    ['product 1'],
  )
  assert.deepEqual(steps, [1, 2])
  assert.match(await readFile(join(out, '3-products.csv'), 'utf8'), /"Болт".*"12\.50"/)
  assert.deepEqual((await readdir(out)).sort(), [
    '3-products.csv',
    'import.xml.result.csv',
    'offers.xml.result.csv',
    'КАК-ЗАГРУЗИТЬ.html',
  ])
})

test('the same call gives the same bytes, and nothing is remembered from one to the next', async (t) => {
  const { out, options, put } = await setting(t)
  const path = await put('import.xml', catalogue(['Болт', 'Гайка']))
  const made: Buffer[][] = []
  for (let round = 0; round < 2; round++) {
    await convertFiles([path], options)
    made.push(await Promise.all((await readdir(out)).sort().map((name) => readFile(join(out, name)))))
  }
  assert.deepEqual(made[0], made[1])
  assert.deepEqual(await readFile(path, 'utf8'), catalogue(['Болт', 'Гайка']), 'the input is only read')
})

test('a refused file gets its answer and its problem, and the others are converted', async (t) => {
  const { out, options, put } = await setting(t)
  const paths = [await put('bad.xml', '<a><b></a>'), await put('import.xml', catalogue(['Болт']))]
  const { answers, problems } = await convertFiles(paths, options)
  assert.deepEqual(
    answers.map(({ verdict }) => verdict),
    ['refused', 'done'],
  )
  assert.equal(problems[0]!.place.file, 'bad.xml')
  assert.equal(readCsvAnswer(await readFile(join(out, 'bad.xml.result.csv'), 'utf8')).head['Итог'], 'отказ')
})

test('files of one name from different folders get an answer each, also where one is refused or differs in case', async (t) => {
  const { out, options, put } = await setting(t)
  const paths = [
    await put('a/import.xml', '<a><b></a>'),
    await put('b/import.xml', catalogue(['Болт'])),
    await put('c/Import.XML', catalogue(['Гайка'])),
  ]
  await convertFiles(paths, options)
  const answers = (await readdir(out)).filter((name) => name.endsWith('.result.csv')).sort()
  assert.deepEqual(answers, ['2 import.xml.result.csv', '3 Import.XML.result.csv', 'import.xml.result.csv'])
})

test('import files of an earlier conversion that this one has nothing for are gone, other files of the folder stay', async (t) => {
  const { out, options, put } = await setting(t)
  await convertFiles(
    [await put('kontragenty.csv', counterparties(['1;Ромашка ООО;;7701000019', '2;Орлова Анна Петровна;;']))],
    options,
  )
  await put('out/заметки.txt', 'мои')
  assert.equal((await readdir(out)).includes('2-contacts.csv'), true)
  await convertFiles([await put('import.xml', catalogue(['Болт']))], options)
  const left = (await readdir(out)).filter((name) => /^\d-|\.txt$/.test(name)).sort()
  assert.deepEqual(left, ['3-products.csv', 'заметки.txt'])
})

test('an encoding that the call names is believed over the settings', async (t) => {
  const { out, options, put } = await setting(t)
  const path = await put('kontragenty.csv', iconv.encode(counterparties(['1;Ромашка ООО;;7701000019']), 'cp866'))
  await convertFiles([path], { ...options, encoding: 'cp866' })
  assert.match(await readFile(join(out, '1-companies.csv'), 'utf8'), /Ромашка ООО/)
})

test('in English the page for the operator has an English name and text', async (t) => {
  const { out, options, put } = await setting(t)
  await convertFiles([await put('import.xml', catalogue(['Bolt']))], { ...options, language: 'en' })
  assert.match(await readFile(join(out, 'HOW-TO-IMPORT.html'), 'utf8'), /<html lang="en"/)
})

test('without any card no import file and no page is made', async (t) => {
  const { out, options, put } = await setting(t)
  const { files } = await convertFiles([await put('t.csv', 'Погода;Настроение\r\nясно;хорошее\r\n')], options)
  assert.deepEqual(files, [])
  assert.deepEqual(await readdir(out), ['t.csv.result.csv'])
})

test('a disk that refuses is an error of the call, and no scratch is left behind', async (t) => {
  const { root, options, put } = await setting(t)
  const before = (await readdir(tmpdir())).filter((name) => /^obmen24-\w{6}$/.test(name))
  await put('file', '')
  await assert.rejects(
    convertFiles([await put('import.xml', catalogue(['Болт']))], { ...options, out: join(root, 'file') }),
    /EEXIST|ENOTDIR/,
  )
  const after = (await readdir(tmpdir())).filter((name) => /^obmen24-\w{6}$/.test(name))
  assert.deepEqual(
    after.filter((name) => !before.includes(name)),
    [],
  )
})
