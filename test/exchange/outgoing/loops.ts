import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { localIso } from '../../../src/exchange/clock.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { addDeal, backFolder, change, confirm, deal, message, runAfter } from './hands.ts'
import { ordersFile } from './orders-of-1c.ts'

interface Loaded {
  readonly amount: number
  readonly comment: string
}

/** What 1C makes of an order that it loads. */
export const wills: Readonly<Record<string, (order: Loaded, round: number) => Loaded>> = {
  'takes what it is told': (order) => order,
  'changes the amount of what it is told': ({ amount, comment }) => ({ amount: amount + 1, comment }),
  'stamps the comment anew with every load': ({ amount, comment }, round) => ({
    amount,
    comment: `${comment} (загружен ${round})`,
  }),
  'says something else every time': (_order, round) => ({ amount: 5000 + round, comment: `Своё ${round}` }),
}

/** How 1C lets one know that it has taken a message: by its number, by the date of its own files, or not at all. */
export const ways = ['by number', 'by date', 'not at all'] as const

export interface Loop {
  readonly conflict: '1c' | 'crm' | 'review'
  readonly will: string
  readonly confirms: (typeof ways)[number]
}

export function loopTitle({ conflict, will, confirms }: Loop): string {
  return `ten rounds both ways: a message for each change of a person at most (conflict: ${conflict}; 1C ${will}, confirms ${confirms})`
}

/** Ten rounds both ways with five changes by people, and four in which nobody touches anything. */
export async function goRound(t: TestContext, loop: Loop): Promise<void> {
  const { conflict, will } = loop
  const exchange = `exchanges:\n  - name: Заказы\n    preset: orders\n    match: [origin, number]\n    conflict: ${conflict}`
  const folder = await backFolder(t, '', exchange)
  const orders = new Map<string, Loaded>()
  await folder.run()
  const id = await addDeal(folder, { opportunity: 100, comments: 'Начало' })
  let edits = 1
  for (let round = 1; round <= 10; round += 1) {
    if (round % 2 === 0) {
      await change(folder, id, { opportunity: 100 * round, comments: `Правка ${round}` })
      edits += 1
    }
    await runAfter(folder)
    const { number } = await message(folder)
    assert.ok(number <= edits, `round ${round}: message ${number} after ${edits} changes`)
    await turnOf(folder, orders, loop, round)
  }
  const before = (await message(folder)).number
  for (let round = 11; round <= 14; round += 1) {
    await runAfter(folder)
    await turnOf(folder, orders, loop, round)
  }
  assert.equal((await message(folder)).number, before, 'nobody touches anything: nothing goes out')
  // What 1C shows to have loaded is agreed between both: its own word after that is a change, and no conflict with what a person wrote.
  const isLoaded = will === 'stamps the comment anew with every load' && loop.confirms !== 'by number'
  const last = isLoaded ? 'Правка 10 (загружен 10)' : 'Правка 10'
  if (conflict === 'crm') assert.equal(deal(folder, id)['comments'], last)
  if (will !== 'takes what it is told' || conflict === 'review') return
  assert.equal(before, edits, 'and every change of a person does')
  assert.deepEqual([...orders.values()], [{ amount: 1000, comment: 'Правка 10' }])
  assert.deepEqual((await message(folder)).lines, [], 'all has come back')
}

/** 1C reads the message, then exports all its orders. */
async function turnOf(
  folder: PortalExchange,
  orders: Map<string, Loaded>,
  { will, confirms }: Loop,
  round: number,
): Promise<void> {
  const { number, lines } = await message(folder)
  for (const line of lines) {
    orders.set(line['Номер']!, wills[will]!({ amount: Number(line['Сумма']), comment: line['Комментарий'] ?? '' }, round))
  }
  if (confirms === 'by number' && lines.length > 0) await confirm(folder, number)
  if (orders.size === 0) return
  const told = [...orders].map(([order, { amount, comment }]) => ({ number: order, amount: amount.toFixed(2), comment }))
  folder.now = new Date(folder.now.getTime() + 60_000)
  await folder.put({ 'in/orders.xml': ordersFile(told, confirms === 'by date' ? localIso(folder.now).slice(0, 19) : '') })
}
