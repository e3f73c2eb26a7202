// The second part of npm run demo: the same counterparties applied through REST to a portal on this computer.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { obmen24, programOf, root, say, title } from './screen.ts'

const people = join(root, 'samples', 'counterparties-csv')

/** Plan, run, run again, an edit by hand that survives, undo; `base` is a folder of the demonstration. */
export async function rehearse(base: string): Promise<void> {
  const folder = join(base, 'обмен с порталом')
  const state = join(base, 'portal.json')
  title('7. То же через REST: учебный портал на этом компьютере, obmen24 sandbox')
  const portal = await openPortal(state)
  try {
    say(`  Портал ${portal.page}, вебхук записан в webhook.txt; в настройках стоит target: portal.`)
    await prepare(folder, portal.webhook)

    title('8. Что изменится на портале, если запустить: obmen24 plan')
    const page = join(base, 'план.html')
    obmen24('plan', folder, '--html', page)

    title('9. Выполнить план: obmen24 run. В ответах для 1С теперь номера карточек Битрикс24')
    obmen24('run', folder)
    await showIds(join(folder, 'out', 'kontragenty.csv.result.csv'))

    title('10. Менеджер поправил карточку: своё название и второй телефон')
    const id = await cardOf(portal.webhook, '00-000002')
    await edit(portal.page, id, { title: 'Захаров А.Ю. ИП (звонить утром)', newPhone: '+7 900 111-22-33' })
    await showCard(portal.webhook, id)

    title('11. 1С выгрузила снова, уже с исправлениями: меняется только то, что изменила 1С')
    await copyFile(join(people, 'later', 'kontragenty.csv'), join(folder, 'in', 'kontragenty.csv'))
    obmen24('plan', folder)
    obmen24('run', folder)
    await showCard(portal.webhook, id)

    title('12. Ту же выгрузку положили ещё раз: к порталу ни одного запроса')
    await copyFile(join(people, 'later', 'kontragenty.csv'), join(folder, 'in', 'kontragenty.csv'))
    obmen24('run', folder)

    title('13. Последний запуск с изменениями оказался ошибкой: obmen24 undo')
    obmen24('history', folder)
    obmen24('undo', '2', folder)
    await showCard(portal.webhook, id)

    title('Где посмотреть на портал')
    say(`  План страницей       ${page}`)
    say(`  Портал в браузере    obmen24 sandbox --port 8024 --state ${state}`)
  } finally {
    portal.process.kill()
  }
}

async function prepare(folder: string, webhook: string): Promise<void> {
  await mkdir(folder)
  await cp(join(people, 'in'), join(folder, 'in'), { recursive: true })
  await writeFile(join(folder, 'webhook.txt'), `${webhook}\n`)
  const settings = await readFile(join(people, 'obmen24.yaml'), 'utf8')
  await writeFile(join(folder, 'obmen24.yaml'), `target: portal\n${settings.trimEnd()}\nreadiness: {settle: 200ms}\n`)
}

interface Portal {
  readonly process: ChildProcess
  readonly page: string
  readonly webhook: string
}

async function openPortal(state: string): Promise<Portal> {
  const child = spawn(process.execPath, [...programOf(['sandbox', '--json', '--state', state])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout! })) return { process: child, ...JSON.parse(line) }
  throw new Error('the portal did not start')
}

/** What a person does on the page of the card. */
async function edit(page: string, id: number, fields: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams({ action: 'save', userId: '6', ...fields })
  const { status } = await fetch(`${page}/crm/company/details/${id}/`, { method: 'POST', body, redirect: 'manual' })
  if (status !== 303) throw new Error(`the page answered ${status}`)
}

async function cardOf(webhook: string, originId: string): Promise<number> {
  const { items } = await call(webhook, 'crm.item.list', { entityTypeId: 4, filter: { originId } })
  return (items as { id: number }[])[0]!.id
}

async function showCard(webhook: string, id: number): Promise<void> {
  const { item } = await call(webhook, 'crm.item.get', { entityTypeId: 4, id })
  const { title: name, fm } = item as { title: string; fm: { value: string }[] }
  say(`  Компания № ${id}: ${name}; телефоны и почта: ${fm.map(({ value }) => value).join(', ')}`)
}

async function call(webhook: string, method: string, params: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${webhook}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  })
  return ((await response.json()) as { result: Record<string, unknown> }).result
}

async function showIds(path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\r\n').filter((line) => line.startsWith('контрагент;'))
  for (const line of lines.slice(0, 4)) {
    const [, id = '', bitrixId = '', action = ''] = line.split(';')
    say(`  ${id}  ${action.padEnd(11)}  Битрикс24: ${bitrixId}`)
  }
}
