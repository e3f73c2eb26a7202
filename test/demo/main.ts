// npm run demo: the main job on a sample exchange, step by step, through the real command line. Ends by itself.
import { copyFile, cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { rehearse } from './rehearsal.ts'
import { obmen24, root, say, title } from './screen.ts'

const people = join(root, 'samples', 'counterparties-csv')
const goods = join(root, 'samples', 'ut11')
const base = await mkdtemp(join(tmpdir(), 'obmen24-demo-'))
const folder = join(base, 'обмен')

title('Что показываем')
say('1С выгрузила в папку контрагентов и контактные лица (CSV) и товары с ценами (CommerceML).')
say('Все названия и ИНН выдуманы, а беды настоящие: файл открывали в Excel, кавычки, переводы строк, опечатки.')
await prepare()

title('1. Что лежит в папке in: obmen24 inspect')
obmen24('inspect', join(folder, 'in'))

title('2. Забрать, прочитать, подготовить импорт, ответить 1С: obmen24 run')
obmen24('run', folder)
const importFolder = join(folder, 'import', (await readdir(join(folder, 'import'))).sort()[0] ?? '')

title('3. Что прочитает 1С: ответ на каждую строку, out/kontragenty.csv.result.csv')
await showAnswer(join(folder, 'out', 'kontragenty.csv.result.csv'))

title('4. Что загрузит оператор: первая карточка из 1-companies.csv')
await showFirstCard(join(importFolder, '1-companies.csv'))

title('5. Ошибки в 1С исправили и выгрузили ещё раз: в импорт идёт только новое')
await exportAgain()
obmen24('run', folder)

title('6. Ту же выгрузку положили снова: загружать нечего')
await exportAgain()
obmen24('run', folder)

await rehearse(base)

title('Где посмотреть')
say(`  Страница оператора   ${join(importFolder, 'КАК-ЗАГРУЗИТЬ.html')}`)
say(`  Ответы для 1С        ${join(folder, 'out')}`)
say(`  Принятые файлы       ${join(folder, 'archive')}`)
say(`  Настройки            ${join(folder, 'obmen24.yaml')}`)
say(`  Код 1С для ответов   ${join(root, 'samples', '1c')}`)
say('')
say('Своя папка обмена: npm run -s obmen24 -- init ПАПКА')

/** The sample of counterparties and the goods of another in one exchange. Nobody is writing the files: no need to wait long. */
async function prepare(): Promise<void> {
  await cp(people, folder, { recursive: true })
  await cp(join(goods, 'in'), join(folder, 'in'), { recursive: true })
  const path = join(folder, 'obmen24.yaml')
  const settings = await readFile(path, 'utf8')
  await writeFile(path, `${settings.trimEnd()}\n  - name: Товары\n    preset: catalogue\nreadiness: {settle: 200ms}\n`)
}

async function showAnswer(path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\r\n').filter((line) => line.startsWith('контрагент;'))
  const rows = lines.map((line) => line.split(';')).map(([, id = '', , action = '', , text = '']) => ({ id, action, text }))
  const good = rows.filter(({ text }) => text === '')
  for (const { id, action, text } of [...good.slice(0, 2), ...rows.filter((row) => row.text !== '')]) {
    say(`  ${id}  ${action.padEnd(11)}  ${text}`.trimEnd())
  }
}

async function showFirstCard(path: string): Promise<void> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const [headers = [], first = []] = Papa.parse<string[]>(text, { delimiter: ';' }).data
  for (const [place, header] of headers.entries()) if (first[place]) say(`  ${header}: ${first[place]}`)
}

async function exportAgain(): Promise<void> {
  for (const name of await readdir(join(people, 'later'))) await copyFile(join(people, 'later', name), join(folder, 'in', name))
}
