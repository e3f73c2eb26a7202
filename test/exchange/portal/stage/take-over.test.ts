import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clients, openStaging, type StagedRun, table } from './staging.ts'

const settings = `
target: portal
exchanges:
  - { name: Н, preset: work-orders, files: 'zn*' }
  - { name: К, preset: counterparties, files: 'k*' }
  - { name: Л, preset: contacts, files: 'lica*' }
`
const zn = (...rows: readonly string[]) => ({ 'zn.csv': table('Номер;Сумма;Заказчик;ИНН;Телефон', ...rows) })
const lica = (...rows: readonly string[]) => ({ 'lica.csv': table('Ид;ФИО;Код контрагента;Телефон', ...rows) })
const refsOf = ({ documents }: Pick<StagedRun, 'documents'>) =>
  documents.map(({ says }) => says.refs.flatMap(({ keys }) => keys).join())

test('a client whom documents knew by the ИНН, the phone or the name goes on under the 1C id that comes later', async (t) => {
  const { stage, apply, ledger } = await openStaging(t, settings)
  const rows = ['1;1;ООО Лютик;7701000019;', '2;1;Рябова Анна Львовна;;+79161234567', '3;1;ООО «Ирис»;;'] as const
  const first = await stage(zn(...rows))
  assert.deepEqual(refsOf(first), ['inn:7701000019/', 'phone:+79161234567', 'name:ооо«ирис»/'])
  await apply(first)
  const idOf = async (entity: string, key: string) => (await ledger.links.of(entity, [key])).get(key)?.portalId
  const ids = [
    await idOf('company', 'inn:7701000019/'),
    await idOf('contact', 'phone:+79161234567'),
    await idOf('company', 'name:ооо«ирис»/'),
  ]
  const own = await stage({
    'k.xml': clients([
      { id: 'k1', name: 'ООО «Лютик»', inn: '7701000019' },
      { id: 'k3', name: 'ООО «Ирис»' },
    ]),
    ...lica('p2;Рябова Анна;;+79161234567'),
  })
  assert.deepEqual(
    own.cards.map(({ key }) => key),
    ['k1', 'k3', 'p2'],
  )
  assert.deepEqual([await idOf('company', 'k1'), await idOf('contact', 'p2'), await idOf('company', 'k3')], ids, 'the same cards')
  await apply(own)
  const again = await stage(zn(...rows))
  assert.deepEqual([refsOf(again), again.cards], [['k1', 'p2', 'k3'], []], 'their documents belong to them')
})

test('a doubt never guesses: a namesake, a family, a branch and a client who waits keep their own cards', async (t) => {
  const { stage, apply, ledger } = await openStaging(t, settings)
  const first = await stage(zn('1;1;Рябова Анна;;+79161234567', '2;1;ООО «Ирис»;7707083893;', '3;1;Ким Олег;;+79160000001'))
  await apply(first, { 'phone:+79160000001': { action: 'review', code: 'plan.several', text: '', portalId: null } })
  const own = await stage({
    'k.xml': clients([{ id: 'k1', name: 'ООО «Ирис»', inn: '7701000019' }]),
    ...lica('p1;Рябов Пётр;;+79161234567', 'p2;Ким Олег;;+79160000001'),
  })
  assert.equal(own.cards.length, 3)
  for (const [entity, key] of [
    ['company', 'k1'],
    ['contact', 'p1'],
    ['contact', 'p2'],
  ] as const) {
    assert.equal((await ledger.links.of(entity, [key])).size, 0, key)
  }
  assert.equal((await ledger.links.of('contact', ['phone:+79161234567'])).size, 1)
})

test('what another row of 1C told is nobody else’s', async (t) => {
  const { stage, apply, ledger } = await openStaging(t, settings)
  await apply(await stage({ 'k.csv': table('Наименование;ИНН;Роль', 'ООО Лютик;7701000019;Покупатель') }))
  await stage({ 'k.xml': clients([{ id: 'k1', name: 'ООО Лютик', inn: '7701000019' }]) })
  assert.equal((await ledger.links.of('company', ['inn:7701000019/'])).size, 1)
})

test('a document that waited for something else finds its client under the new id when it is tried again', async (t) => {
  const { stage, apply, retry } = await openStaging(t, settings)
  const waits = { action: 'waiting', code: 'plan.waits', text: '', portalId: null }
  await apply(await stage(zn('1;1;Рябова Анна;;+79161234567', '2;1;ООО «Ирис»;;')), {
    'workOrder:1': waits,
    'workOrder:2': waits,
  })
  await apply(await stage({ 'k.xml': clients([{ id: 'k3', name: 'ООО «Ирис»' }]), ...lica('p2;Рябова Анна;;+79161234567') }))
  assert.deepEqual(refsOf(await retry()), ['p2', 'k3'])
})
