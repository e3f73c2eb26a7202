import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { SandboxClock } from '../../../src/bitrix24/sandbox/clock.ts'
import type { ItemRow, Row } from '../../../src/bitrix24/sandbox/state.ts'
import { openHome } from '../../../src/cli/open-home.ts'
import { type ExchangeReport, runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { OutCard, Way } from '../../../src/ledger/outgoing.ts'
import type { Outgoing } from '../../../src/settings/settings.ts'
import { type PortalExchange, type PortalFolderOptions, portalFolder } from '../portal/portal-folder.ts'

export const wayName = 'Заказы в 1С'

/** An exchange folder with one way back to 1C, in a plain table unless `lines`, its own keys, say something else. */
export function backFolder(t: TestContext, lines = '', rest = '', options: PortalFolderOptions = {}): Promise<PortalExchange> {
  const usual = /^format:/m.test(lines) ? [] : ['format: csv', 'file: out/orders.csv']
  const way = [...usual, ...lines.split('\n').filter((line) => line.trim() !== '')]
  const yaml = `${rest}\noutgoing:\n  - name: ${wayName}\n${way.map((line) => `    ${line}`).join('\n')}\n`
  return portalFolder(t, { ...options, yaml })
}

/** Time goes by, for the exchange and for the portal. */
export async function pass(folder: PortalExchange, minutes: number): Promise<void> {
  await (folder.surroundings.timer as SandboxClock).sleep(minutes * 60_000)
  folder.now = new Date(folder.now.getTime() + minutes * 60_000)
}

/** So many minutes later, one whole run. */
export async function runAfter(folder: PortalExchange, minutes = 6) {
  await pass(folder, minutes)
  return folder.run()
}

/** So many minutes later, one whole run with one way back that is set otherwise. */
export async function runAs(folder: PortalExchange, way: Partial<Outgoing>): Promise<ExchangeReport> {
  await pass(folder, 6)
  const settings = { ...folder.settings, outgoing: folder.settings.outgoing.map((each) => ({ ...each, ...way })) }
  const opened = await openHome({ settings, root: folder.root }, 'run', () => folder.now, folder.surroundings)
  if (opened.kind !== 'open') throw new Error(opened.problem.code)
  try {
    return await runExchange(opened.home, { patient: true })
  } finally {
    await opened.close()
  }
}

/** A deal that somebody makes on the portal. */
export async function addDeal(folder: PortalExchange, fields: Row = {}, rows: readonly Row[] = []): Promise<number> {
  return addItem(folder, 2, { title: 'Продажа', currencyId: 'RUB', ...fields }, rows)
}

export async function addItem(
  folder: PortalExchange,
  entityTypeId: number,
  fields: Row,
  rows: readonly Row[] = [],
): Promise<number> {
  const { item } = (await folder.ask('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' })) as {
    item: { id: number }
  }
  if (rows.length > 0) await setRows(folder, item.id, rows, entityTypeId)
  return item.id
}

export async function setRows(folder: PortalExchange, id: number, rows: readonly Row[], entityTypeId = 2): Promise<void> {
  const ownerType = entityTypeId === 2 ? 'D' : entityTypeId === 31 ? 'SI' : `T${entityTypeId.toString(16)}`
  await folder.ask('crm.item.productrow.set', { ownerType, ownerId: id, productRows: rows })
}

/** Somebody changes a card. */
export async function change(folder: PortalExchange, id: number, fields: Row, entityTypeId = 2): Promise<void> {
  await folder.ask('crm.item.update', { entityTypeId, id, fields, useOriginalUfNames: 'Y' })
}

export function deal(folder: PortalExchange, id: number): ItemRow {
  return folder.state.items[2]![id]!
}

/** What stands in the file: the number of its message, and its lines. */
export async function message(folder: PortalExchange, file = 'out/orders.csv') {
  const { head, lines } = await readTable(await folder.text(file))
  return { number: Number(head[3]), lines, numbers: [...new Set(lines.map((line) => line['Номер']!))] }
}

async function readTable(text: string) {
  const all = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  const [head = [], columns = [], ...rest] = all
  const end = rest.at(-1)
  if (end?.[0] !== '#Конец' || Number(end[1]) !== rest.length - 1) throw new Error(`the file is not whole: ${end?.join(';')}`)
  const lines = rest.slice(0, -1).map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
  return { head, lines: lines as readonly Readonly<Record<string, string>>[] }
}

export async function modified(folder: PortalExchange, file = 'out/orders.csv'): Promise<number> {
  return (await stat(join(folder.root, file))).mtimeMs
}

export function wayOf(folder: PortalExchange): Promise<Way | null> {
  return folder.withHome(({ ledger }) => ledger.outgoing.way(wayName))
}

/** What the ledger knows of some cards: their state by their number. */
export function states(folder: PortalExchange, ids: readonly number[]): Promise<readonly (OutCard['state'] | null)[]> {
  return folder.withHome(async ({ ledger }) => {
    const rows = await ledger.outgoing.of(wayName, ids)
    return ids.map((id) => rows.get(id)?.state ?? null)
  })
}

/** 1C confirms what it has taken. */
export async function confirm(folder: PortalExchange, number: number): Promise<void> {
  await folder.put({ [`in/confirm-${number}.txt`]: `${number}\r\n` })
}
