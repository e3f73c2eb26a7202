import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, file, records, surveyed } from './commerceml.ts'

const group = (id: string, name: string, inside = '') =>
  `<Группа><Ид>${id}</Ид><Наименование>${name}</Наименование>${inside}</Группа>`
const groups = (content: string) => file(`<Классификатор><Ид>k</Ид>\n<Группы>${content}</Группы></Классификатор>`)

test('nested groups come parents first, each with the id of its parent', async () => {
  const deep = group('a3', 'М10')
  const xml = groups(
    group('a1', 'Крепёж', `<Группы>${group('a2', 'Болты', `<Группы>${deep}</Группы>`)}${group('a4', 'Гайки')}</Группы>`),
  )
  const found = await records('group', xml)
  assert.deepEqual(
    found.map(({ id, parentId, name, origin }) => [id, parentId, name, origin.row]),
    [
      ['a1', '', 'Крепёж', 1],
      ['a2', 'a1', 'Болты', 2],
      ['a3', 'a2', 'М10', 3],
      ['a4', 'a1', 'Гайки', 4],
    ],
  )
  assert.deepEqual((await surveyed(xml)).counts, { group: 4 })
})

test('flat groups of 1.x stand directly in the catalogue and name their parent', async () => {
  const xml = file(
    `<Каталог Идентификатор="c" Наименование="Номенклатура" Единица="шт">
      <Группа Идентификатор="ID__1" ИдентификаторВКаталоге="ID__1" Наименование="Крепёж"/>
      <Группа Идентификатор="ID__2" ИдентификаторВКаталоге="K2" Наименование="Болты" Родитель="ID__1"/>
    </Каталог>`,
    '',
  )
  const found = await records('group', xml)
  assert.deepEqual(
    found.map(({ id, parentId, name, extra }) => [id, parentId, name, extra]),
    [
      ['ID__1', '', 'Крепёж', {}],
      ['ID__2', 'ID__1', 'Болты', { ИдентификаторВКаталоге: 'K2' }],
    ],
  )
  assert.deepEqual((await surveyed(xml)).counts, { group77: 2 })
})

test('a flat group may have its id in the catalogue only, or a parent of zeros', async () => {
  const zeros = '00000000-0000-0000-0000-000000000000'
  const [found] = await records(
    'group',
    file(`<Каталог><Группа ИдентификаторВКаталоге="7" Наименование="Н" Родитель="${zeros}"/></Каталог>`),
  )
  assert.deepEqual([found?.id, found?.parentId, found?.extra], ['7', '', {}])
})

test('what the model has no field for is kept, also the properties that a section shows', async () => {
  const [found] = await records(
    'group',
    groups(group('a', 'Н', '<Описание>Всё</Описание><СвойстваЭлементов><Свойство><Ид>p1</Ид></Свойство></СвойстваЭлементов>')),
  )
  assert.deepEqual(found?.extra, { Описание: 'Всё', 'СвойстваЭлементов.Свойство.Ид': 'p1' })
})

test('a group without an id is told of, with its line', async () => {
  const { rows } = await commerceml(groups('<Группа><Ид> </Ид><Наименование>Без ид</Наименование></Группа>'))
  assert.deepEqual(codes(rows[0]!), ['commerceml.no-id Ид 4'])
  assert.equal(rows[0]!.record?.kind, 'group')
})

test('a deleted group is deleted, the groups below it are not', async () => {
  const mark = '<ПометкаУдаления>true</ПометкаУдаления>'
  const found = await records('group', groups(group('a', 'А', `${mark}<Группы>${group('b', 'Б')}</Группы>`)))
  assert.deepEqual(
    found.map(({ deleted }) => deleted),
    [true, false],
  )
})

test('letters that were lost in a name refuse that group alone', async () => {
  const { rows } = await commerceml(groups(group('a', '?????', `<Группы>${group('b', 'Болты')}</Группы>`)))
  assert.deepEqual(
    rows.map(({ id, record, problems }) => [id, record === null, problems.map(({ code }) => code)]),
    [
      ['a', true, ['text.question-marks']],
      ['b', false, []],
    ],
  )
})

test('one id under two parents is told of, also by the survey; under one parent twice it is not', async () => {
  const twice = groups(
    group('a', 'А', `<Группы>${group('x', 'Х')}</Группы>`) + group('b', 'Б', `\n<Группы>${group('x', 'Х')}</Группы>`),
  )
  for (const { warnings } of [(await commerceml(twice)).facts, await surveyed(twice)]) {
    assert.deepEqual(
      warnings.map(({ code, args, place }) => [code, args, place.line]),
      [['commerceml.group-twice', { id: 'x' }, 5]],
    )
  }
  const same = groups(group('a', 'А', `<Группы>${group('x', 'Х')}${group('x', 'Х')}</Группы>`))
  assert.deepEqual((await surveyed(same)).warnings, [])
})
