import type { ItemRow, Row } from '../../../src/bitrix24/sandbox/state.ts'
import { exitCodeOf } from '../../../src/cli/exit-code-of.ts'
import type { Home } from '../../../src/exchange/folder/home.ts'
import { type PlannedExchange, type PlanResult, planExchange } from '../../../src/exchange/folder/plan-exchange.ts'
import { type Retried, retryExchange } from '../../../src/exchange/folder/retry-exchange.ts'
import { type ExchangeHooks, runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { type Undone, undoExchange } from '../../../src/exchange/folder/undo-exchange.ts'
import type { CardPlan } from '../../../src/exchange/portal/plan/card-plan.ts'
import { readCsvAnswer } from '../folder/read-answer.ts'
import type { PortalExchange } from './portal-folder.ts'

/** The settings of one exchange of counterparties, `lines` its own keys. */
export function counterpartyExchange(lines = '', rest = ''): string {
  return `${rest}\nexchanges:\n  - name: Контрагенты\n    preset: counterparties\n${indented(lines)}`
}

/** A table as 1C writes it. */
export function table(columns: string, ...rows: readonly string[]): string {
  return [columns, ...rows, ''].join('\r\n')
}

/** A company that somebody made by hand, with what is said of it. */
export async function addCompany(
  folder: PortalExchange,
  title: string,
  { inn = '', kpp = '', phone = '', email = '', ...fields }: Readonly<Record<string, string>> = {},
): Promise<number> {
  const id = await addCard(folder, 4, { title, ...fields }, { phone, email })
  if (inn !== '') await addRequisite(folder, 4, id, { RQ_INN: inn, RQ_KPP: kpp })
  return id
}

export async function addContact(
  folder: PortalExchange,
  name: { readonly lastName: string; readonly name?: string },
  { inn = '', phone = '', email = '', ...fields }: Readonly<Record<string, string>> = {},
): Promise<number> {
  const id = await addCard(folder, 3, { ...name, ...fields }, { phone, email })
  if (inn !== '') await addRequisite(folder, 3, id, { RQ_INN: inn })
  return id
}

async function addCard(
  folder: PortalExchange,
  entityTypeId: number,
  fields: Row,
  points: { readonly phone: string; readonly email: string },
) {
  const fm = [
    ...(points.phone === '' ? [] : [{ typeId: 'PHONE', valueType: 'WORK', value: points.phone }]),
    ...(points.email === '' ? [] : [{ typeId: 'EMAIL', valueType: 'WORK', value: points.email }]),
  ]
  const params = { entityTypeId, fields: { ...fields, fm }, useOriginalUfNames: 'Y' }
  const { item } = (await folder.ask('crm.item.add', params)) as { item: { id: number } }
  return item.id
}

async function addRequisite(folder: PortalExchange, entityTypeId: number, id: number, fields: Row): Promise<number> {
  const params = { fields: { ENTITY_TYPE_ID: entityTypeId, ENTITY_ID: id, PRESET_ID: 1, NAME: 'Реквизиты', ...fields } }
  return Number(await folder.ask('crm.requisite.add', params))
}

/** A person changes a card. */
export async function edit(folder: PortalExchange, entityTypeId: 3 | 4, id: number, fields: Row): Promise<void> {
  await folder.ask('crm.item.update', { entityTypeId, id, fields, useOriginalUfNames: 'Y' })
}

export async function remove(folder: PortalExchange, entityTypeId: 3 | 4, id: number): Promise<void> {
  await folder.ask('crm.item.delete', { entityTypeId, id })
}

export function company(folder: PortalExchange, id: number): ItemRow {
  return folder.state.items[4]![id]!
}

/** The cards of a kind that carry the mark of the exchange, by 1C id. */
export function marked(folder: PortalExchange, entityTypeId: 3 | 4): Readonly<Record<string, ItemRow>> {
  const rows = Object.values(folder.state.items[entityTypeId] ?? {})
  return Object.fromEntries(
    rows.filter(({ originId }) => typeof originId === 'string').map((row) => [String(row['originId']), row]),
  )
}

export function requisitesOf(folder: PortalExchange, entityTypeId: 3 | 4, id: number): readonly Row[] {
  const all = Object.values(folder.state.requisites)
  return all.filter((row) => Number(row['ENTITY_TYPE_ID']) === entityTypeId && Number(row['ENTITY_ID']) === id)
}

export function points(row: ItemRow): readonly string[] {
  return row.fm.map(({ value }) => value)
}

/** `1C id → action code` of an answer, with the portal id where there is one. */
export async function answers(folder: PortalExchange, name: string): Promise<readonly string[]> {
  return (await lines(folder, name)).map((line) => [line['Ид1С'], line['Действие'], line['Код']].filter(Boolean).join(' '))
}

export async function lines(folder: PortalExchange, name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return readCsvAnswer(await folder.text(`out/${name}.result.csv`)).lines
}

/** One `obmen24 run` with what a person has decided. */
export function runWith(folder: PortalExchange, hooks: Partial<ExchangeHooks>) {
  return folder.withHome(async (home) => {
    const report = await runExchange(home, { patient: true, ...hooks })
    return { ...report, exit: exitCodeOf(report), codes: report.problems.map(({ code }) => code) }
  })
}

export function undo(folder: PortalExchange, run: number): Promise<Undone> {
  return folder.withHome((home) => ended(home, undoExchange(home, run, { patient: false })))
}

export function retry(folder: PortalExchange): Promise<Retried> {
  return folder.withHome((home) => ended(home, retryExchange(home, { patient: false })))
}

/** The plan with its cards, and what became of it. */
export function plan(
  folder: PortalExchange,
): Promise<PlanResult & { readonly planned: PlannedExchange | null; readonly plans: readonly CardPlan[] }> {
  return folder.withHome(async (home) => {
    let planned: PlannedExchange | null = null
    const plans: CardPlan[] = []
    const result = await ended(
      home,
      planExchange(home, {
        async show(shown) {
          planned = shown
          for await (const some of shown.cards()) plans.push(...some)
        },
      }),
    )
    return { ...result, planned, plans }
  })
}

// As the commands do when they close the exchange folder.
async function ended<T>(home: Home, work: Promise<T>): Promise<T> {
  try {
    return await work
  } finally {
    await home.releasePortal()
  }
}

function indented(lines: string): string {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `    ${line}`)
    .join('\n')
}
