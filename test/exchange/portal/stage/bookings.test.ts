import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { openStaging, outcomes, type StagedRun, table } from './staging.ts'

const settings = (more = '') => `
target: portal
exchanges:
  - { name: Гости, preset: counterparties, files: guests*.csv, columns: { name: ФИО } }
  - { name: Фирмы, preset: counterparties, files: companies*.csv }
  - name: Брони
    preset: bookings
    files: bookings*.csv
    pipeline: Бронирования${more}
`
const guests = table(
  'Код;ФИО;Телефон',
  'Г-1;Соболева Анна Юрьевна;+7 921 555-20-01',
  'Г-2;Соболев Кирилл Андреевич;',
  'Г-3;Громова Ольга;',
)
const companies = table('Код;Наименование;ИНН', 'К-1;АО Маяк;7701000019')
const header = 'Ид;Номер брони;Статус;Гость ИД;Гость;Компания ИД;Плательщик ИД;Гости;Дата заезда;Дата выезда;Сумма;CRM_ID;Удален'
const booking = (words: string) => {
  const [id, guest = '', company = '', payer = '', people = '', amount = '32 000', more = 'Подтверждена'] = words.split('|')
  const [state, crm = '', deleted = ''] = more.split(',')
  return `Б-${id};${id};${state};${guest};;${company};${payer};${people};10.03.2026;14.03.2026;${amount};${crm};${deleted}`
}
const file = (...rows: readonly string[]) => ({ 'bookings.csv': table(header, ...rows.map(booking)) })
const refsOf = ({ documents }: Pick<StagedRun, 'documents'>) =>
  documents.map(({ says }) => says.refs.map(({ role, entity, keys }) => `${role} ${entity || '?'} ${keys.join('|')}`).join(', '))

test('E3, E5: a booking becomes a deal with the stay, the stage and the probability of its status, and the id that 1C keeps', async (t) => {
  const { stage } = await openStaging(t, settings())
  const rows = ['101|Г-1||||32 000|Временная,1045', '102|Г-1||||1|Отменена', '103|Г-1||||1|Выезд'].map((row) =>
    row.replace('|Г-1|', '|Г-1|'),
  )
  const staged = await stage({ 'guests.csv': guests, ...file(...rows) })
  const [first, second, third] = staged.documents.map(({ says }) => says)
  assert.deepEqual([first!.entity, first!.key, first!.portalId], ['deal', 'Б-101', 1045])
  const { title, pipeline, stage: at, probability, beginDate, closeDate, amount, closed } = first!.draft
  assert.equal(title, 'Заявка №101 (Соболева) 10.03.2026 - 14.03.2026', 'the surname comes from the guest’s own card')
  assert.deepEqual(
    [pipeline, at, probability, beginDate, closeDate, amount, closed],
    ['Бронирования', 'Новая', '30', '2026-03-10', '2026-03-14', '32000.00', false],
  )
  assert.deepEqual([second!.draft.probability, second!.draft.stage], ['0', 'Сделка провалена'])
  assert.deepEqual([third!.draft.stage, third!.draft.closed, third!.draft.probability], ['Сделка успешна', true, ''])
  assert.deepEqual(third!.initial.includes('probability'), true, 'what no table tells is nobody’s word')
})

test('E3: all people of a booking are its contacts, the guest first; the company, or else who pays', async (t) => {
  const { stage } = await openStaging(t, settings())
  const rows = ['101|Г-1|К-1||Г-2,Г-1,Г-3', '102|Г-2||К-1|Г-2', '103|К-1|||Г-3', '104|Г-1||Г-2|', '105|Г-1||К-9|']
  const staged = await stage({ 'guests.csv': guests, 'companies.csv': companies, ...file(...rows) })
  assert.deepEqual(refsOf(staged), [
    'contact contact Г-1, company company К-1, contact contact Г-2, contact contact Г-3',
    'contact contact Г-2, company company К-1',
    'company company К-1, contact contact Г-3',
    'contact contact Г-1',
    'contact contact Г-1, company ? К-9',
  ])
  assert.deepEqual(staged.documents[0]!.says.phones, ['+79215552001'])
})

test('E4: a booking waits for a guest who has not come, whom it does not make up', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage(file('105|Г-99|||Г-99'))
  assert.deepEqual([refsOf(staged), staged.cards], [['contact ? Г-99'], []])
})

test('E3: rows of one number are one document wherever they stand, each row has it, and all their people belong to it', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const others = Array.from({ length: 700 }, (_, place) => `${1000 + place}|Г-1`)
  const rows = ['104|Г-1||К-1|Г-1', ...others, '104|Г-1||К-1|Г-2', '104|Г-3||К-1|Г-2,Г-3']
  const files = { 'guests.csv': guests, 'companies.csv': companies, ...file(...rows) }
  const staged = await stage(files)
  assert.equal(staged.documents.length, 701)
  const group = staged.documents.find(({ key }) => key === 'Б-104')!
  assert.deepEqual(refsOf({ documents: [group] }), [
    'contact contact Г-1, company company К-1, contact contact Г-2, contact contact Г-3',
  ])
  assert.equal(group.says.draft.amount, '32000.00', 'every row repeats the amount')
  await apply(staged)
  const lines = await staged.lines(2)
  const ids = [lines[0]!, lines[701]!, lines[702]!].map(({ bitrixId, action }) => [bitrixId, action])
  assert.deepEqual(ids, [ids[0], ids[0], ids[0]])
  const again = await stage(files)
  assert.deepEqual([again.documents, again.cards], [[], []], 'and such a booking costs nothing when it comes again')
  const line = (await again.lines(2)).at(-1)!
  assert.deepEqual([line.action, line.bitrixId], ['unchanged', ids[0]![0]])
})

test('E3: amounts of the rows of a group add up where the settings say so; rows that are passed over add nothing', async (t) => {
  const { stage } = await openStaging(t, settings('\n    sameNumberAmount: sum'))
  const rows = ['104|Г-1||||10 000', '104|Г-1||||5 000,50', '104|Г-2||||7 000|Подтверждена,,Да', '104|Г-2||||7 000|Иное']
  const staged = await stage(file(...rows))
  const { says } = only(staged.documents)
  assert.deepEqual([says.draft.amount, says.refs.length], ['15000.50', 1])
  assert.deepEqual(outcomes(await staged.lines()), [
    'waiting',
    'waiting',
    'skipped exchange.deleted',
    'refused exchange.state-unmapped',
  ])
})

test('rows of one number are the same document told twice where the settings want each for itself', async (t) => {
  const { stage } = await openStaging(t, settings('\n    sameNumber: each'))
  const staged = await stage(file('104|Г-1|||Г-1', '104|Г-1|||Г-2', '104|Г-1|||Г-1'))
  assert.equal(staged.documents.length, 1)
  assert.deepEqual(outcomes(await staged.lines()), ['waiting', 'skipped exchange.twice', 'waiting'])
})

test('E7: a booking deleted in the source is passed over, kept, or told as deleted, as the settings want', async (t) => {
  const deleted = file('101|Г-1||||1|Отменена,,Да')
  const skipped = await (await openStaging(t, settings())).stage(deleted)
  assert.deepEqual([outcomes(await skipped.lines()), skipped.documents], [['skipped exchange.deleted'], []])
  for (const [rule, isDeleted] of [
    ['keep', false],
    ['close', true],
    ['delete', true],
  ] as const) {
    const { stage } = await openStaging(t, settings(`\n    deleted: ${rule}\n    deletedStage: Отменена`))
    const card = only((await stage(deleted)).documents)
    assert.deepEqual([card.says.deleted, JSON.parse(card.rules).deleted], [isDeleted, rule])
    assert.equal(JSON.parse(card.rules).deletedStage, 'Отменена')
  }
})

test('a stay is that of all rooms of the booking', async (t) => {
  const { stage } = await openStaging(t, settings())
  const rows = [booking('104|Г-1'), booking('104|Г-1').replace('10.03', '09.03').replace('14.03', '12.03')]
  const { beginDate, closeDate } = only((await stage({ 'bookings.csv': table(header, ...rows) })).documents).says.draft
  assert.deepEqual([beginDate, closeDate], ['2026-03-09', '2026-03-14'])
})

const named = (...rows: readonly string[]) => ({
  'bookings.csv': table(
    '№ брони;Статус;Гость;Тел. гостя;Проживающие;Дата заезда;Дата выезда',
    ...rows.map((row) => `${row};10.03.2026;14.03.2026`),
  ),
})

test('E3: people who are only named are known by the full name, each once; whom nobody has told of the booking tells itself', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  await apply(await stage({ 'guests.csv': guests }))
  const rows = [
    '7;Подтверждена;Громова Ольга;;Громова Ольга, Соболев Кирилл Андреевич, Ли Анна',
    '8;Подтверждена;Ли Анна;;Ли  АННА; Соболев Кирилл',
  ]
  const first = await stage(named(rows[0]!, rows[1]!.replace('; Соболев', ', Соболев')))
  assert.deepEqual(refsOf(first), [
    'contact contact Г-3, contact contact Г-2, contact contact name:лианна/',
    'contact contact name:лианна/, contact contact name:соболевкирилл/',
  ])
  assert.deepEqual(first.cards.map(({ key }) => key).sort(), ['name:лианна/', 'name:соболевкирилл/'])
  await apply(first)
  const later = await stage({ 'guests2.csv': table('Код;ФИО;Телефон', 'Г-9;Ли Анна;+79991112233') })
  await apply(later)
  const again = await stage(named(rows[0]!.replace('Подтверждена', 'Выезд')))
  assert.deepEqual(
    refsOf(again),
    ['contact contact Г-3, contact contact Г-2, contact contact Г-9'],
    'her card goes on under her id',
  )
})

test('E3: of two guests of one name a person has to say which is meant', async (t) => {
  const { stage } = await openStaging(t, settings())
  const namesakes = table('Код;ФИО;Телефон', 'Г-1;Ким Алексей;', 'Г-2;Ким Алексей;')
  const staged = await stage({ 'guests.csv': namesakes, ...named('7;Подтверждена;Ли Анна;+79991112233;Ким Алексей') })
  assert.deepEqual([refsOf(staged), outcomes(await staged.lines(1))], [[], ['review exchange.client-several']])
})

test('E3: each room may name a guest of its own, whose phone is not that of the one who booked', async (t) => {
  const { stage } = await openStaging(t, settings())
  const rows = [
    '7;Подтверждена;Ли Анна;+79991112233;',
    '7;Подтверждена;Ким Алексей;+79991112244;',
    '7;Подтверждена;ЛИ АННА;;Ким Алексей',
  ]
  const staged = await stage(named(...rows))
  assert.deepEqual(refsOf(staged), ['contact contact phone:+79991112233, contact contact phone:+79991112244'])
  assert.deepEqual(
    staged.cards.map(({ says }) => says.draft.phones.map(({ value }) => value)),
    [['+79991112233'], ['+79991112244']],
  )
})
