import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'
import { localIso } from '../../../src/exchange/clock.ts'
import { addDeal, backFolder, change, confirm, deal, message, runAfter, states } from './hands.ts'
import { ordersFile } from './orders-of-1c.ts'

export interface Interleaved {
  readonly seed: number
  readonly conflict: '1c' | 'crm'
}

/** What 1C has of an order; it never tells the car. */
interface Loaded {
  amount: string
  comment: string
  car: string
  isPosted: boolean
}

type Line = Readonly<Record<string, string>>

/**
 * People change a deal, 1C exports it and reads its file whenever it likes, in any order and not always after each other. Nothing counts as
 * confirmed that 1C has not read, no stale export undoes what a person has done, and in the end both sides say the same.
 */
export async function goThrough(t: TestContext, { seed, conflict }: Interleaved): Promise<void> {
  const random = seededRandom(seed)
  /** Do the files of 1C say when it made them? */
  const isDated = random() < 0.5
  /** Does somebody in 1C change what people change on the portal? */
  const isContested = random() < 0.3
  const confirmBy = random() < 0.3 ? 'file' : 'both'
  const pick = <T>(...items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)]!
  // What 1C never tells back counts as read with its next job, where that does both.
  const isJob = isDated && confirmBy === 'both' && random() < 0.5
  const requisites = isJob || confirmBy === 'file' ? 'requisites: { Автомобиль: UF_CRM_CAR }' : ''
  const exchange = `exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]\n    conflict: ${conflict}`
  const folder = await backFolder(t, `confirm: ${confirmBy}\n${requisites}`, exchange)
  await folder.run()
  const steps: string[] = []
  try {
    const id = await addDeal(folder, { opportunity: 100, comments: 'Начало' })
    const person = { opportunity: '100', comments: 'Начало' }
    const has: { order: Loaded | null; read: Line | null; number: number } = { order: null, read: null, number: 0 }
    const sent: { line: Line | null } = { line: null }
    let count = 0

    const write = async () => {
      if (has.order === null) return
      folder.now = new Date(folder.now.getTime() + 60_000)
      const { amount, comment, isPosted } = has.order
      const order = { number: `B24-${id}`, amount, comment, requisites: { Проведен: String(isPosted) } }
      const generated = isDated ? localIso(folder.now).slice(0, 19) : ''
      await folder.put({ 'in/orders.xml': ordersFile([order], generated) })
    }

    const deeds = {
      async people() {
        count += 1
        const fields = pick<Record<string, string>>(
          { opportunity: String(100 + count) },
          { comments: `Правка ${count}` },
          { opportunity: pick('100', String(200 + count)), comments: pick('Начало', `Обе ${count}`) },
          ...(requisites === '' ? [] : [{ UF_CRM_CAR: `Машина ${count}` }]),
        )
        Object.assign(person, fields)
        await change(folder, id, fields)
      },
      async reads() {
        const { number, lines } = await message(folder)
        has.number = number
        for (const line of lines) {
          has.read = line
          const car = (line['Реквизиты'] ?? '').replace('Автомобиль=', '')
          has.order = { amount: line['Сумма']!, comment: line['Комментарий']!, car, isPosted: has.order?.isPosted ?? false }
        }
      },
      async exports() {
        if (isJob && random() < 0.5) await deeds.reads()
        await write()
        if (isJob) await deeds.reads()
      },
      async confirms() {
        if (has.number > 0) await confirm(folder, has.number)
      },
      async works() {
        if (has.order === null) return
        has.order.isPosted = !has.order.isPosted
        if (isContested) {
          count += 1
          Object.assign(has.order, pick({ amount: `${500 + count}.00` }, { comment: `Своё ${count}` }))
        }
      },
      async runs() {
        await runAfter(folder, pick(1, 6, 6))
        await check()
      },
    } as const

    async function check() {
      const { lines } = await message(folder)
      sent.line = lines[0] ?? sent.line
      const [state] = await states(folder, [id])
      const told = (line: Line | null) => ['Сумма', 'Комментарий', 'Реквизиты'].map((name) => line?.[name])
      // What 1C changes itself stands in the file under the same number.
      if (isContested) return
      if (state === 'confirmed') assert.deepEqual(told(has.read), told(sent.line), '1C has read what counts as confirmed')
      const held = deal(folder, id)
      assert.deepEqual([Number(held['opportunity']), held['comments']], [Number(person.opportunity), person.comments], 'people')
    }

    const act = async (name: keyof typeof deeds) => {
      steps.push(name)
      await deeds[name]()
    }
    for (let step = 0; step < 24; step += 1) {
      await act(pick('people', 'people', 'reads', 'exports', 'exports', 'works', 'runs', 'runs', 'runs', 'confirms'))
    }
    // Everybody goes home, and only the machines work on.
    for (let round = 0; round < 5; round += 1)
      for (const each of ['runs', 'reads', 'exports', 'confirms'] as const) await act(each)
    await runAfter(folder)
    await check()
    const held = deal(folder, id)
    // A word of 1C that is not known to be newer than what it was sent is a conflict, and the portal's is not sent twice for it.
    if (!isContested || isDated || conflict === '1c') {
      assert.deepEqual([Number(held['opportunity']), held['comments']], [Number(has.order?.amount), has.order?.comment])
    }
    if (requisites !== '') assert.equal(has.order?.car, held['UF_CRM_CAR'] ?? '')
    // Where 1C took back a word that it may load all the same, only a dated export or a later message shows which it has.
    if (!isContested || (isDated && confirmBy === 'both')) {
      assert.deepEqual(await message(folder).then(({ lines }) => lines), [], 'all is confirmed')
    }
  } catch (error) {
    throw new Error(
      `seed ${seed}, conflict ${conflict}, ${confirmBy}, dated ${isDated}, contested ${isContested}: ${steps.join(', ')}`,
      { cause: error },
    )
  }
}
