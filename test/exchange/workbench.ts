import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import Papa from 'papaparse'
import type { ImportEntity } from '../../src/bitrix24/import-csv/entity.ts'
import type { RowSource } from '../../src/exchange/handle/handler.ts'
import { handlersOf } from '../../src/exchange/handle/handlers.ts'
import type { Outcome } from '../../src/exchange/handle/outcome.ts'
import type { Workshop } from '../../src/exchange/handle/workshop.ts'
import { type WrittenGoods, writeGoods } from '../../src/exchange/handle/write-goods.ts'
import { type ImportFileFacts, openImportSet } from '../../src/exchange/import-set.ts'
import { contexts } from '../../src/exchange/map/contexts.ts'
import { profileOf } from '../../src/exchange/profile.ts'
import { createRoutes } from '../../src/exchange/routes.ts'
import { compareInputs } from '../../src/exchange/stage.ts'
import { usualExchanges } from '../../src/exchange/usual-exchanges.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'
import type { FileFacts, ReadRow } from '../../src/onec/read/reading.ts'
import type { Problem } from '../../src/problems/problem.ts'
import type { OnecRecord } from '../../src/records/record.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import type { Settings } from '../../src/settings/settings.ts'

/** What stands in one file of a run: records, or whole rows where a test needs cells or a refused one. */
export interface TestFile {
  readonly name?: string
  /** `ДатаФормирования`. */
  readonly generated?: string
  readonly rows: readonly (OnecRecord | ReadRow)[]
  /** How many rows come to the handler at once. */
  readonly batch?: number
}

export type Card = Readonly<Record<string, string>>

/** What one run made. */
export interface TestRun {
  /** Outcomes of each file, by its place in the call. */
  readonly outcomes: readonly (readonly Outcome[])[]
  /** Rows of the import files by their header, read back from disk. */
  readonly company: readonly Card[]
  readonly contact: readonly Card[]
  readonly deal: readonly Card[]
  readonly product: readonly Card[]
  readonly files: readonly ImportFileFacts[]
  /** Problems of the run as a whole. */
  readonly problems: readonly Problem[]
  readonly remarks: WrittenGoods['remarks']
  readonly contexts: ReturnType<typeof contexts>
}

export interface Workbench {
  readonly settings: Settings
  readonly ledger: Ledger
  /** One run over a list of rows, or over several files. */
  run(files: readonly TestFile[] | readonly OnecRecord[]): Promise<TestRun>
  /** The same, but the program dies before the end: nothing of it may be left. */
  crash(files: readonly TestFile[]): Promise<void>
  /** Earlier than at the end of the test, for tests that open many. */
  close(): Promise<void>
}

/** Handlers, a real ledger and a real import set over a temporary folder, by settings as a user writes them. */
export async function openWorkbench(t: TestContext, yaml = ''): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 верстак '))
  const ledger = openSqliteLedger(join(folder, 'ledger.sqlite'))
  let isOpen = true
  const close = async () => {
    if (isOpen) await ledger.close()
    isOpen = false
    await rm(folder, { recursive: true, force: true })
  }
  t.after(close)
  return { ...workbenchOver(settingsOf(yaml), ledger, folder), close }
}

export function settingsOf(yaml: string): Settings {
  const { settings, problems } = parseSettings(yaml)
  assert.deepEqual(problems, [])
  return settings!
}

export function workbenchOver(settings: Settings, ledger: Ledger, folder: string): Omit<Workbench, 'close'> {
  let runs = 0
  const run = async (given: readonly TestFile[] | readonly OnecRecord[], end: () => void): Promise<TestRun> => {
    runs += 1
    const importFolder = join(folder, `import ${runs}`)
    const files = given.map((each) => ('rows' in each && Array.isArray(each.rows) && !('kind' in each) ? each : null))
    const whole = files.includes(null) ? [{ rows: given as readonly OnecRecord[] }] : (files as TestFile[])
    const messages = await Promise.all(whole.map((_file, place) => addMessage(ledger, runs, place)))
    const made = await ledger.atomically(async () => {
      const worked = await workOff(settings, ledger, importFolder, whole, messages)
      end()
      return worked
    })
    const read = (entity: ImportEntity) => cardsOf(importFolder, made.files, entity)
    return {
      ...made,
      company: await read('company'),
      contact: await read('contact'),
      deal: await read('deal'),
      product: await read('product'),
    }
  }
  return {
    settings,
    ledger,
    run: (files) => run(files, () => {}),
    async crash(files) {
      await assert.rejects(
        run(files, () => {
          throw new Error('killed')
        }),
        /killed/,
      )
    },
  }
}

async function workOff(
  settings: Settings,
  ledger: Ledger,
  importFolder: string,
  files: readonly TestFile[],
  messages: readonly number[],
) {
  const exchanges = settings.exchanges.length > 0 ? settings.exchanges : usualExchanges()
  const mapping = contexts(settings.bitrix24)
  const shop: Workshop = {
    language: settings.language,
    routes: createRoutes(exchanges),
    ledger,
    importSet: openImportSet(importFolder, profileOf(settings.bitrix24, exchanges)),
    isOfThisRun: (message) => messages.includes(message),
    firstMessage: messages[0]!,
    contextOf: mapping.contextOf,
  }
  const touched = new Map()
  const handlers = handlersOf(shop, touched)
  const outcomes: Outcome[][] = files.map(() => [])
  const inputs = files.map((file, place) => ({ file, place, message: messages[place]!, facts: factsOf(file) }))
  for (const { file, place, message } of inputs.sort(compareInputs)) {
    const source: RowSource = { message, file: file.name ?? 'file.xml', generated: file.generated ?? '' }
    for (const batch of batchesOf(file.rows.map(readRow), file.batch ?? 1000)) {
      outcomes[place]!.push(...(await handlers[batch[0]!.kind].handle(batch, source)))
    }
  }
  const goods = await writeGoods(shop, touched)
  return { outcomes, files: await shop.importSet.close(), problems: goods.problems, remarks: goods.remarks, contexts: mapping }
}

function readRow(given: OnecRecord | ReadRow, place: number): ReadRow {
  if ('record' in given) return given
  return { record: given, kind: given.kind, id: given.id, line: place + 1, row: place + 1, problems: given.problems }
}

/** A row with the cells of its table. */
export function rowOf(record: OnecRecord, cells: Readonly<Record<string, string>>): ReadRow {
  return { ...readRow(record, 0), cells }
}

/** Neighbours of one kind go together, as in a run. */
function batchesOf(rows: readonly ReadRow[], size: number): readonly (readonly ReadRow[])[] {
  const batches: ReadRow[][] = []
  for (const row of rows) {
    const last = batches.at(-1)
    if (last?.[0]?.kind === row.kind && last.length < size) last.push(row)
    else batches.push([row])
  }
  return batches
}

function factsOf({ name = 'file.xml', generated, rows }: TestFile): FileFacts {
  const counts: Record<string, number> = {}
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
  const encoding = { declared: null, actual: 'utf-8', bom: false }
  const nothing = { schemaVersion: null, namespace: null, changesOnly: null, warnings: [], error: null }
  return { file: name, bytes: 1, sha256: '', format: 'commerceml', encoding, ...nothing, generatedAt: generated ?? null, counts }
}

async function addMessage(ledger: Ledger, run: number, place: number): Promise<number> {
  const name = `${run}-${place}.xml`
  const about = { source: `/in/${name}`, name, bytes: 1, sha256: name, modifiedMs: 0, takenAt: '', keptAt: name, repeatOf: null }
  return (await ledger.addMessage(about)).number
}

async function cardsOf(folder: string, files: readonly ImportFileFacts[], entity: ImportEntity): Promise<readonly Card[]> {
  const facts = files.find((each) => each.entity === entity)
  if (facts === undefined) return []
  const text = (await readFile(join(folder, facts.name), 'utf8')).replace(/^\ufeff/, '')
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' })
  assert.deepEqual(errors, [])
  const [headers = [], ...rows] = data
  assert.equal(rows.length, facts.rows)
  return rows.map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])))
}

/** The only element. */
export function only<T>(list: readonly T[]): T {
  assert.equal(list.length, 1, `expected one, got ${JSON.stringify(list)}`)
  return list[0]!
}

export function actions({ outcomes }: Pick<TestRun, 'outcomes'>): readonly string[] {
  return outcomes.flat().map(({ action }) => action)
}

export function codes({ outcomes }: Pick<TestRun, 'outcomes'>): readonly string[] {
  return outcomes.flat().map(({ code }) => code)
}
