import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { numberOf, phoneOf } from '../work-order-table.ts'

// The local portal with many deals and a contact each, in a process of its own; without limits, answering at once. Of the first
// deals, which the work orders are, every second has its number, every fourth only its contact; the others are of nobody.
const deals = Number(process.argv[2])
const sandbox = openSandbox({
  state: fixturePortal('moscow'),
  methods,
  limits: { rate: 'off', operating: 'off', requestSeconds: 'off' },
})
const { webhook } = await sandbox.listen()
for (let from = 1; from <= deals; from += 20) {
  const numbers = Array.from({ length: Math.min(20, deals - from + 1) }, (_, place) => from + place)
  const contacts = await bring(
    3,
    numbers.map((number) => ({
      name: 'Пётр',
      lastName: `Клиентов ${number}`,
      // Only every fourth stands where a work order could find it by its phone.
      PHONE: [{ VALUE: number % 4 === 1 ? phoneOf(number) : `+7901${String(number).padStart(7, '0')}`, VALUE_TYPE: 'WORK' }],
    })),
  )
  await bring(
    2,
    numbers.map((number, place) => ({
      title: `Сделка ${number}`,
      categoryId: 5,
      stageId: number % 10 === 9 ? 'C5:WON' : 'C5:NEW',
      contactIds: [contacts[place]],
      ...(number % 2 === 0 ? { UF_CRM_ID_1C: numberOf(number) } : {}),
    })),
  )
}
process.stdout.write(`${webhook}\n`)
process.stdin.resume().on('end', () => void sandbox.close())

async function bring(entityTypeId: number, data: readonly object[]): Promise<readonly number[]> {
  const answer = await sandbox.handle({
    method: 'POST',
    url: '/rest/1/sandbox/crm.item.batchImport',
    contentType: 'application/json',
    body: JSON.stringify({ entityTypeId, data, useOriginalUfNames: 'Y' }),
  })
  if (answer.kind === 'closed' || answer.status !== 200) throw new Error(JSON.stringify(answer))
  return JSON.parse(answer.body).result.items.map(({ item }: { item: { id: number } }) => item.id)
}
