import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { TestContext } from 'node:test'
import fc from 'fast-check'
import type { Fault } from '../../../../src/bitrix24/sandbox/faults.ts'
import { methods } from '../../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../../../src/bitrix24/sandbox/sandbox.ts'
import type { Home } from '../../../../src/exchange/folder/home.ts'
import { retryExchange } from '../../../../src/exchange/folder/retry-exchange.ts'
import { runExchange } from '../../../../src/exchange/folder/run-exchange.ts'
import { undoExchange } from '../../../../src/exchange/folder/undo-exchange.ts'
import type { Run } from '../../../../src/ledger/message.ts'
import { readCsvAnswer, totalsOf } from '../../folder/read-answer.ts'
import { portalFolder } from '../portal-folder.ts'
import type { ModelRules } from './expectation.ts'
import { openModel } from './judge.ts'
import { type Death, Killed, mortalHome } from './mortal-home.ts'
import { type CardView, type PortalView, viewKey, viewOf } from './portal-view.ts'
import {
  allKeys,
  commerceMlOf,
  companyKeys,
  contactPersonKeys,
  innOfKey,
  isCompany,
  personKeys,
  personTableOf,
  type ToldFile,
  tableOf,
  type WordSeed,
  wordOf,
} from './words.ts'

export type Step =
  | { readonly do: 'drop'; readonly file: number; readonly words: readonly WordSeed[]; readonly andRun: boolean }
  | { readonly do: 'edit'; readonly what: 'name' | 'comment' | 'requisite' | 'add phone' | 'remove phone'; readonly key: number }
  | { readonly do: 'delete'; readonly key: number }
  | { readonly do: 'merge'; readonly key: number; readonly with: number; readonly isMain: boolean }
  | { readonly do: 'make'; readonly inn: number }
  | { readonly do: 'run'; readonly trouble: readonly (readonly [kind: number, at: number])[]; readonly death: Death | null }
  | { readonly do: 'retry' | 'undo'; readonly death: Death | null }

export interface Sequence {
  readonly rules: ModelRules
  readonly steps: readonly Step[]
}

/** The first ones most often: only what happens to one and the same record again and again is of interest. */
function fewFirst(max: number): fc.Arbitrary<number> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(max) })
}

const seed = fc.record({
  key: fewFirst(5),
  name: fc.nat(2),
  full: fc.nat(2),
  comment: fc.nat(2),
  phones: fc.nat(7),
  company: fc.nat(4),
})
const death = fc.record({ at: fc.integer({ min: 1, max: 90 }), after: fc.boolean() })
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(6) },
  { weight: 3, arbitrary: fc.nat(allKeys.length - 1) },
)
const run = (trouble: fc.Arbitrary<readonly (readonly [number, number])[]>, end: fc.Arbitrary<Death | null>) =>
  fc.record({ do: fc.constant('run' as const), trouble, death: end })

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('drop' as const),
      file: fewFirst(5),
      words: fc.array(seed, { minLength: 1, maxLength: 4 }),
      andRun: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
    }),
  },
  { weight: 6, arbitrary: run(fc.constant([]), fc.constant(null)) },
  {
    weight: 2,
    arbitrary: run(
      fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 3 }),
      fc.constant(null),
    ),
  },
  { weight: 3, arbitrary: run(fc.constant([]), death) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      what: fc.constantFrom('name', 'comment', 'requisite', 'add phone', 'remove phone'),
      key,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), key }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('merge' as const), key: fewFirst(3), with: fc.nat(5), isMain: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('make' as const), inn: fewFirst(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), death: fc.option(death, { freq: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), death: fc.option(death, { freq: 3 }) }) },
)

const rules: fc.Arbitrary<ModelRules> = fc.record({
  conflict: fc.constantFrom('1c', 'crm', 'review'),
  blanks: fc.constantFrom('keep', 'clear'),
  mode: fc.oneof(
    { weight: 4, arbitrary: fc.constant('create+update' as const) },
    { weight: 1, arbitrary: fc.constantFrom('create' as const, 'update' as const) },
  ),
  vanished: fc.oneof(
    { weight: 3, arbitrary: fc.constant('create' as const) },
    { weight: 1, arbitrary: fc.constant('review' as const) },
  ),
})

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  rules,
  steps: fc.array(step, { minLength: 8, maxLength: 18, size: 'max' }),
})

const troubles: readonly Fault[] = [
  { on: 'any', do: 'lose-answer' },
  { on: 'any', do: 'fail-after' },
  { on: 'batch', do: 'cut', commands: 1 },
  { on: 'batch', do: 'cut', commands: 2, how: 'html' },
  { on: 'any', do: 'truncated' },
  { on: 'any', do: 'html', status: 502 },
  { on: 'any', do: 'empty' },
  { on: 'any', do: 'reset' },
  { on: 'any', do: 'late', ms: 40_000 },
  { on: 'any', do: 'refuse-before', status: 500 },
]

/** Plays the steps on a real folder and a real portal of this machine, and judges every run that the exchange finishes. */
export async function play({ rules: given, steps }: Sequence): Promise<void> {
  const endings: (() => unknown)[] = []
  // All that the folder wants of a test is to be told its end.
  const life = { after: (end: () => unknown) => endings.unshift(end) } as unknown as TestContext
  try {
    await playIn(life, given, steps)
  } finally {
    for (const end of endings) await end()
  }
}

async function playIn(t: TestContext, given: ModelRules, steps: readonly Step[]): Promise<void> {
  const { conflict, blanks, mode, vanished } = given
  const common = `conflict: ${conflict}, blanks: ${blanks}, mode: ${mode}, vanished: ${vanished}`
  const yaml = `exchanges:
  - { name: Контрагенты, preset: counterparties, match: [origin, inn], ${common} }
  - { name: Лица, preset: contacts, match: [origin], ${common} }
`
  const folder = await portalFolder(t, { yaml })
  const people = openSandbox({ state: folder.state, methods })
  t.after(() => people.close())
  const model = openModel(given)
  const files = new Map<string, ToldFile>()
  const starts = new Map<number, PortalView[]>()
  /** Cards that people have deleted, and how many of them when a run began. */
  const deleted: CardView[] = []
  const deletedBefore = new Map<number, number>()
  const ends = new Map<number, PortalView>()
  const asked = new Set<number>()
  const judged = new Set<number>()
  const begunAt = new Map<number, number>()
  let count = 0
  let lastRun = 0

  for (const each of steps) {
    count += 1
    await take(each)
  }
  // In the end the exchange is only started again until all is well.
  for (let start = 1; ; start += 1) {
    const report = await round(null, (home) => runExchange(home, { patient: true }))
    if (report !== null && !report.unfinished && folderIsEmpty(await folder.names('in'))) break
    assert.ok(start < 12, 'twelve starts were not enough')
  }

  async function take(each: Step): Promise<void> {
    switch (each.do) {
      case 'drop':
        await drop(each)
        if (each.andRun) await round(null, (home) => runExchange(home, { patient: true }))
        return
      case 'make':
        return make(each.inn)
      case 'edit':
        return edit(each)
      case 'delete': {
        const card = cardOf(each.key)
        if (card !== null) await ask('crm.item.delete', { entityTypeId: card.entityTypeId, id: card.id })
        if (card !== null) deleted.push(card)
        return
      }
      case 'merge':
        return merge(each)
      case 'run': {
        folder.sandbox.plan(...each.trouble.map(([kind, at]): Fault => ({ ...troubles[kind]!, at })))
        await round(each.death, (home) => runExchange(home, { patient: true }))
        return
      }
      case 'retry': {
        let asking = 0
        await round(each.death, async (home) => {
          const open = await home.ledger.openRun()
          const { number } = (await home.ledger.runs(1))[0] ?? { number: 0 }
          asking = number + 1
          if (open === null) asked.add(asking)
          const retried = await retryExchange(home, { patient: true })
          if (retried.kind !== 'run') asked.delete(asking)
        })
        // Killed before its run was begun, it asked for nothing.
        await folder.withHome(async ({ ledger }) => {
          if ((await ledger.runByNumber(asking)) === null) asked.delete(asking)
        })
        return
      }
      case 'undo':
        if (lastRun > 0) await round(each.death, (home) => undoExchange(home, lastRun, { patient: true }))
    }
  }

  async function drop({ file: place, words: seeds }: Extract<Step, { do: 'drop' }>): Promise<void> {
    const words = (keys: readonly string[]) => seeds.map((each) => wordOf(keys, each))
    const counterparties = [...companyKeys, ...personKeys]
    const date = `2026-03-05T10:${String(count).padStart(2, '0')}:00`
    const made = [
      () => tableOf('a.csv', words(counterparties)),
      () => tableOf('b.csv', words(counterparties)),
      () => commerceMlOf('a.xml', words(counterparties), date),
      () => commerceMlOf('b.xml', words(counterparties), date),
      () => personTableOf('lica.csv', words(contactPersonKeys)),
      () => personTableOf('lica2.csv', words(contactPersonKeys)),
    ][place]!()
    files.set(`${made.name} ${createHash('sha256').update(made.text).digest('hex')}`, made)
    await folder.put({ [`in/${made.name}`]: made.text })
  }

  async function make(place: number): Promise<void> {
    const fields = {
      title: `Заведена вручную ${count}`,
      fm: [{ typeId: 'PHONE', valueType: 'WORK', value: `+7900000${1000 + count}` }],
    }
    const { item } = (await ask('crm.item.add', { entityTypeId: 4, fields })) as { item: { id: number } }
    const inn = innOfKey(companyKeys[place] ?? '')
    if (inn === '') return
    await ask('crm.requisite.add', {
      fields: { ENTITY_TYPE_ID: 4, ENTITY_ID: item.id, PRESET_ID: 1, NAME: 'Реквизиты', RQ_INN: inn },
    })
  }

  async function edit({ what, key: place }: Extract<Step, { do: 'edit' }>): Promise<void> {
    const card = cardOf(place)
    if (card === null) return
    const { entityTypeId, id } = card
    const update = (fields: Readonly<Record<string, unknown>>) => ask('crm.item.update', { entityTypeId, id, fields })
    const points = folder.state.items[entityTypeId]![id]!.fm
    switch (what) {
      case 'name':
        await update({ [entityTypeId === 4 ? 'title' : 'lastName']: `Правка ${count}` })
        return
      case 'comment':
        await update({ comments: `правка ${count}` })
        return
      case 'requisite': {
        const [requisite] = card.requisites
        if (requisite !== undefined)
          await ask('crm.requisite.update', { id: requisite.id, fields: { RQ_COMPANY_FULL_NAME: `Правка ${count}` } })
        return
      }
      case 'add phone':
        await update({ fm: [...points, { typeId: 'PHONE', valueType: 'MOBILE', value: `+7999000${1000 + count}` }] })
        return
      case 'remove phone': {
        const told = points.find(({ value }) => value.startsWith('+7495'))
        if (told !== undefined) await update({ fm: points.map((each) => (each === told ? { id: each.id, value: '' } : each)) })
      }
    }
  }

  /** As a person does it: chooses what the merged card says, then merges. */
  async function merge({ key: place, with: other, isMain }: Extract<Step, { do: 'merge' }>): Promise<void> {
    const card = cardOf(place)
    const hand = [...viewOf(folder.state).values()].find(({ entityTypeId, mark }) => entityTypeId === 4 && mark === '')
    const partner = other < companyKeys.length ? cardOf(other) : (hand ?? null)
    if (card === null || partner === null || card.id === partner.id) return
    const [main, gone] = isMain ? [card, partner] : [partner, card]
    const { title, comments } = folder.state.items[4]![main.id]!
    const same = { title, comments: comments ?? '', typeId: folder.state.items[4]![main.id]!['typeId'] }
    await ask('crm.item.update', { entityTypeId: 4, id: gone.id, fields: same })
    const answer = await ask('crm.entity.mergeBatch', { params: { entityTypeId: 4, entityIds: [main.id, gone.id] } })
    assert.equal((answer as { STATUS: string }).STATUS, 'SUCCESS')
  }

  /** The card that 1C's id has by the mark or the memory of the model. */
  function cardOf(place: number): CardView | null {
    const name = allKeys[place]!
    const view = viewOf(folder.state)
    const type = isCompany(name) ? 4 : 3
    const link = model.linkOf(name)
    const linked = link === null ? undefined : view.get(viewKey(type, link))
    return linked ?? [...view.values()].find(({ entityTypeId, mark }) => entityTypeId === type && mark === `1C|${name}`) ?? null
  }

  async function ask(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
    const answer = await people.handle({
      method: 'POST',
      url: `/rest/1/sandbox/${method}`,
      contentType: 'application/json',
      body: JSON.stringify(params),
    })
    if (answer.kind === 'closed' || answer.status !== 200) throw new Error(`${method}: ${JSON.stringify(answer)}`)
    return JSON.parse(answer.body).result
  }

  /** One start of the program, which may be killed; then every run that was finished is judged. */
  async function round<R>(end: Death | null, work: (home: Home) => Promise<R>): Promise<R | null> {
    let result: R | null = null
    await folder.withHome(async (home) => {
      const begun = await home.ledger.openRun()
      if (begun !== null) starts.get(begun.number)!.push(viewOf(folder.state))
      const watched = mortalHome(home, end, {
        called(name, args, got) {
          if (name === 'beginRun') {
            starts.set((got as Run).number, [viewOf(folder.state)])
            deletedBefore.set((got as Run).number, deleted.length)
            begunAt.set((got as Run).number, folder.sandbox.log.length)
          }
          if (name === 'finishRun') ends.set(args[0] as number, viewOf(folder.state))
        },
      })
      try {
        result = await work(watched)
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
    })
    await folder.withHome(judgeFinished)
    return result
  }

  async function judgeFinished({ ledger }: Home): Promise<void> {
    const runs = (await ledger.runs(1000)).filter(({ state, number }) => state === 'done' && !judged.has(number))
    for (const { number, direction, undoOf } of runs.toSorted((a, b) => a.number - b.number)) {
      judged.add(number)
      if (direction === 'out') throw new Error('nothing goes out here')
      const messages = await ledger.messagesOfRun(number)
      const fileOf = ({ name, sha256 }: (typeof messages)[number]) => files.get(`${name} ${sha256}`)!
      const cards = await ledger.cards.inState(number, 'done', '', 0, 1000)
      model.judge({
        number,
        direction,
        undoOf,
        files: messages.filter(({ repeatOf }) => repeatOf === null).map(fileOf),
        starts: starts.get(number)!,
        deleted: deleted.slice(deletedBefore.get(number)),
        end: ends.get(number)!,
        isTroubled: isTroubled(number),
        outcomes: new Map(cards.map(({ key: name, result }) => [name, { action: result!.action, code: result!.code }])),
        isAsked: asked.has(number),
      })
      if (direction !== 'undo') lastRun = number
      const newest = new Map((await ledger.newestBySource()).map((message) => [message.name, message.number]))
      for (const message of messages) {
        assert.equal(message.state, 'answered', `message ${message.number} is answered`)
        if (newest.get(message.name) === message.number) await checkAnswer(fileOf(message), message.repeatOf !== null)
      }
    }
    await checkLinks(ledger)
  }

  function isTroubled(run: number): boolean {
    return folder.sandbox.log.slice(begunAt.get(run)).some(({ faults }) => faults.length > 0)
  }

  /** Every row of a file stands in exactly one line, and the totals add up. */
  async function checkAnswer({ name, words }: ToldFile, isRepeat: boolean): Promise<void> {
    const answer = readCsvAnswer(await folder.text(`out/${name}.result.csv`))
    const ids = isRepeat ? [] : words.map((word) => word.key)
    assert.deepEqual(
      answer.lines.map((line) => line['Ид1С']),
      ids,
      `the answer to ${name}`,
    )
    assert.equal(totalsOf(answer).sum, ids.length, `the totals of the answer to ${name}`)
    const done = answer.lines.filter((line) => ['создан', 'обновлен', 'обновлён'].includes(line['Действие']!))
    for (const line of done) {
      const link = model.linkOf(line['Ид1С']!)
      if (link !== null) assert.equal(line['ИдБ24'], String(link), `${line['Ид1С']} in the answer to ${name}`)
    }
  }

  /** What the exchange remembers is what the model knows, whenever no run is open. */
  async function checkLinks(ledger: Home['ledger']): Promise<void> {
    if ((await ledger.openRun()) !== null) return
    for (const name of allKeys) {
      const entity = isCompany(name) ? 'company' : 'contact'
      const link = (await ledger.links.of(entity, [name])).get(name)?.portalId ?? null
      const { seen } = model.memories.get(name)!
      if (seen.length === 0) assert.equal(link, model.linkOf(name), `the link of ${name}`)
    }
  }
}

function folderIsEmpty(names: readonly string[]): boolean {
  return names.length === 0
}
