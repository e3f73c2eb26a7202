import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCommerceml, surveyCommerceml } from '../../../../src/onec/read/commerceml/read-commerceml.ts'
import { codes, commerceml, file, product, records, surveyed } from './commerceml.ts'

const headOf = async (attributes: string, content = '') => {
  const { schemaVersion, namespace, generatedAt, changesOnly } = await surveyed(file(content, attributes))
  return { schemaVersion, namespace, generatedAt, changesOnly }
}

test('the head: version, namespace and date as the file has them', async () => {
  assert.deepEqual(
    await headOf('xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.08" ДатаФормирования="2026-03-05T09:05:07" Ид="Обмен"'),
    {
      schemaVersion: '2.08',
      namespace: 'urn:1C.ru:commerceml_210',
      generatedAt: '2026-03-05T09:05:07',
      changesOnly: null,
    },
  )
  assert.deepEqual(await headOf(''), { schemaVersion: null, namespace: null, generatedAt: null, changesOnly: null })
})

test('the date of the file in every shape that has been met', async () => {
  const generatedAt = async (text: string) => (await headOf(`ДатаФормирования="${text}"`)).generatedAt
  assert.equal(await generatedAt('2026-03-05'), '2026-03-05')
  assert.equal(await generatedAt('2026-03-05T8:00:00'), '2026-03-05T08:00:00')
  assert.equal(await generatedAt('2026-03-05T0:36:33'), '2026-03-05T00:36:33')
  assert.equal(await generatedAt('2026-01-08T15:44:45.076+03:00'), '2026-01-08T15:44:45+03:00')
  assert.equal(await generatedAt('2022-10-31UTC02:25:50'), '2022-10-31T02:25:50Z')
  assert.equal(await generatedAt('0001-01-01T00:00:00'), null)
  assert.equal(await generatedAt('T'), null)
})

test('a date of the file that is none is told of and kept', async () => {
  const { generatedAt, warnings, error } = await surveyed(file('', 'ДатаФормирования="вчера"'))
  assert.deepEqual([generatedAt, error], ['вчера', null])
  assert.deepEqual(
    warnings.map(({ code, place }) => [code, place.field, place.line]),
    [['date.unreadable', 'ДатаФормирования', 2]],
  )
})

test('changes only: true of any part wins over false of the others, in either order', async () => {
  const changesOnly = async (content: string) => (await headOf('', content)).changesOnly
  const catalogue = (value: string) => `<Каталог СодержитТолькоИзменения="${value}"/>`
  const offers = (value: string) => `<ПакетПредложений СодержитТолькоИзменения="${value}"/>`
  assert.equal(await changesOnly('<Каталог/>'), null)
  assert.equal(await changesOnly(catalogue('false')), false)
  assert.equal(await changesOnly(catalogue('false') + offers('true')), true)
  assert.equal(await changesOnly(offers('true') + catalogue('false')), true)
  assert.equal(await changesOnly(catalogue('') + offers('false')), false)
  assert.equal(await changesOnly('<Контрагенты СодержитТолькоИзменения="1"/>'), true)
  assert.equal(await changesOnly('<Классификатор СодержитТолькоИзменения="true"/>'), true)
})

test('2.03 says it in an element', async () => {
  const element = (value: string) => `<СодержитТолькоИзменения>${value}</СодержитТолькоИзменения>`
  assert.equal((await headOf('', `<Каталог>${element('false')}</Каталог>`)).changesOnly, false)
  assert.equal(
    (await headOf('', `<Каталог>${element('false')}</Каталог><ПакетПредложений>${element('true')}</ПакетПредложений>`))
      .changesOnly,
    true,
  )
  assert.equal((await headOf('', `<Контрагенты>${element('true')}</Контрагенты>`)).changesOnly, true)
})

const goods = '<Товары><Товар><Ид>g</Ид></Товар></Товары>'
const groups = '<Группы><Группа><Ид>a</Ид></Группа></Группы>'

test('a classifier is read before the catalogue and after it, under any version and namespace', async () => {
  const classifier = `<Классификатор><Ид>k</Ид>${groups}</Классификатор>`
  const catalogue = `<Каталог><Ид>c</Ид><ИдКлассификатора>k</ИдКлассификатора>${goods}</Каталог>`
  for (const content of [classifier + catalogue, catalogue + classifier]) {
    for (const attributes of [
      '',
      'ВерсияСхемы="210"',
      'xmlns="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1"',
      'xmlns="any" ВерсияСхемы="99"',
    ]) {
      const { counts, warnings, error } = await surveyed(file(content, attributes))
      assert.deepEqual([counts, warnings, error], [{ group: 1, product: 1 }, [], null])
    }
  }
})

test('names with a prefix are the same names', async () => {
  const xml = `<c:КоммерческаяИнформация xmlns:c="urn:1C.ru:commerceml_2"><c:Каталог><c:Ид>c</c:Ид><c:Товары><c:Товар><c:Ид>g</c:Ид></c:Товар></c:Товары></c:Каталог></c:КоммерческаяИнформация>`
  const [found] = await records('product', xml)
  assert.deepEqual([found?.id, found?.catalogueId], ['g', 'c'])
})

test('goods and offers know their catalogue, each its own', async () => {
  const catalogue = (id: string) => `<Каталог><Ид>${id}</Ид>${goods}</Каталог>`
  const offers = (id: string) =>
    `<ПакетПредложений><Ид>#${id}</Ид><ИдКаталога>${id}</ИдКаталога><Предложения><Предложение><Ид>g</Ид></Предложение></Предложения></ПакетПредложений>`
  const { rows } = await commerceml(file(`${catalogue('c1') + offers('c2') + catalogue('c3')}<ПакетПредложений/>${offers('')}`))
  assert.deepEqual(
    rows.map(({ record }) => (record !== null && 'catalogueId' in record ? record.catalogueId : null)),
    ['c1', 'c2', 'c3', ''],
  )
})

test('a fragment is read for what it is, with a warning', async () => {
  for (const [xml, kind] of [
    [`<Классификатор>${groups}</Классификатор>`, 'group'],
    [`<Каталог>${goods}</Каталог>`, 'product'],
    ['<ПакетПредложений><Предложения><Предложение><Ид>o</Ид></Предложение></Предложения></ПакетПредложений>', 'offer'],
    ['<Контрагенты><Контрагент><Ид>a</Ид></Контрагент></Контрагенты>', 'counterparty'],
    ['<Контейнер><Документ><Номер>1</Номер></Документ></Контейнер>', 'order'],
    ['<Документ><Номер>1</Номер></Документ>', 'order'],
    ['<Контрагент><Ид>a</Ид></Контрагент>', 'counterparty'],
  ] as const) {
    const { rows, facts } = await commerceml(xml)
    assert.deepEqual([rows.map(({ record }) => record?.kind), facts.error, facts.counts], [[kind], null, { [kind]: 1 }], xml)
    assert.deepEqual(
      facts.warnings.map(({ code, place }) => [code, place.line, place.column]),
      [['commerceml.fragment', 1, 1]],
    )
  }
})

test('another root is refused by name and place, and nothing in it is taken', async () => {
  for (const root of ['Справочник', 'xsd:schema', 'html', 'constructor', '__proto__']) {
    const xml = `<?xml version="1.0"?>\n  <${root} xmlns:xsd="x">${goods}<Контрагент><Ид>a</Ид></Контрагент></${root}>`
    const { rows, facts } = await commerceml(xml)
    const name = root.replace('xsd:', '')
    assert.deepEqual([rows, facts.counts], [[], {}])
    assert.deepEqual(
      [facts.error?.code, facts.error?.args, facts.error?.place],
      ['commerceml.other-root', { root: name }, { line: 2, column: 3 }],
    )
    assert.deepEqual((await surveyed(xml)).error, facts.error)
  }
})

test('an unknown part is told of once by name, with its first place, and the rest is read', async () => {
  const strange = '<Доработка><Товар><Ид>x</Ид></Товар></Доработка>'
  const xml = file(`${strange}\n  ${strange}<Каталог><Особое/>${goods}</Каталог><constructor/>`)
  const column = (text: string) => xml.split('\n')[3]!.indexOf(text) + 1
  const { rows, facts } = await commerceml(xml)
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['g'],
  )
  assert.deepEqual(
    facts.warnings.map(({ code, args, place }) => [code, args['element'], place.line, place.column]),
    [
      ['commerceml.unknown-element', 'Доработка', 3, 1],
      ['commerceml.unknown-element', 'Особое', 4, column('<Особое')],
      ['commerceml.unknown-element', 'constructor', 4, column('<constructor')],
    ],
  )
})

test('parts of 1C-Bitrix and УНФ that a CRM has no use for are passed over without a word', async () => {
  const parts =
    '<Владелец><Ид>o</Ид></Владелец><БитриксКод>x</БитриксКод><Категории><Категория/></Категории><НомерВерсии>A=</НомерВерсии>'
  assert.deepEqual(
    (await surveyed(file(`<Классификатор>${parts}</Классификатор><Каталог><Описание>x</Описание></Каталог>`))).warnings,
    [],
  )
})

test('a file that ends in the middle is refused, with what was read until then given first', async () => {
  const xml = product('<Ид>g</Ид>')
  const { facts } = await commerceml(xml.slice(0, xml.indexOf('</Каталог>')))
  assert.deepEqual(
    [facts.error?.code, facts.error?.place.line !== undefined, facts.error?.place.column !== undefined],
    ['xml.truncated', true, true],
  )
  assert.deepEqual((await surveyed(xml.slice(0, xml.indexOf('</Каталог>')))).error, facts.error)
})

test('what is no XML is refused by code, line and column, whatever could be read of it', async () => {
  const good = product('<Ид>g</Ид>')
  const cases: readonly (readonly [string, string, number, number])[] = [
    [`undefinedundefined${good}`, 'xml.junk-before', 1, 1],
    [`${good}<КоммерческаяИнформация/>`, 'xml.two-roots', 5, 1],
    [`${good}конец`, 'xml.junk-after', 5, 1],
    [good.replace('<Ид>g', '<Ид>a & b'), 'xml.ampersand', 3, 46],
    [good.replace('<Ид>g', '<Ид>&nbsp;'), 'xml.entity', 3, 44],
    [good.replace('<Ид>g', '<Ид>\u0001'), 'xml.control-character', 3, 44],
    [good.replace('</Товар>', '</Товары>'), 'xml.mismatch', 3, 50],
    [good.replace('<КоммерческаяИнформация', '<!DOCTYPE x [<!ENTITY e "y">]>\n<КоммерческаяИнформация'), 'xml.doctype', 2, 1],
  ]
  for (const [xml, code, line, column] of cases) {
    const { error } = await surveyed(xml)
    assert.deepEqual([error?.code, error?.place.line, error?.place.column], [code, line, column], code)
    assert.deepEqual((await commerceml(xml)).facts.error, error)
  }
})

test('rows are numbered through the file, with the line of their element, whatever their kind', async () => {
  const { rows } = await commerceml(
    file(
      `<Классификатор><Ид>k</Ид>${groups}</Классификатор>\n<Каталог><Ид>c</Ид>${goods}</Каталог>\n<Документ><Номер>1</Номер></Документ><Документ/>`,
    ),
  )
  assert.deepEqual(
    rows.map(({ kind, row, line, record }) => [kind, row, line, record?.origin ?? null]),
    [
      ['group', 1, 3, { line: 3, row: 1 }],
      ['product', 2, 4, { line: 4, row: 2 }],
      ['order', 3, 5, { line: 5, row: 3 }],
      ['order', 4, 5, null],
    ],
  )
  assert.deepEqual(codes(rows[3]!), ['commerceml.no-number Номер 5'])
})

test('the survey and the reading tell the same facts of one file', async () => {
  const xml = file(
    `<Каталог СодержитТолькоИзменения="true"><Ид>c</Ид>${goods}</Каталог><Чужое/><Документ><Номер>1</Номер></Документ>`,
  )
  assert.deepEqual((await commerceml(xml)).facts, await surveyed(xml))
})

test('a file of any length is read in bounded memory: a caller who stops early leaves the rest unread', async () => {
  let pieces = 0
  async function* endless() {
    yield Buffer.from('<КоммерческаяИнформация><Каталог><Товары>')
    for (;;) {
      pieces += 1
      yield Buffer.from('<Товар><Ид>g</Ид></Товар>'.repeat(1000))
    }
  }
  for await (const rows of readCommerceml(endless, 'utf-8')) {
    assert.ok(rows.length <= 2000)
    if (pieces > 20) break
  }
  assert.ok(pieces < 25)
})

test('a refused file is left at once, however long it is', async () => {
  let pieces = 0
  async function* endless() {
    yield Buffer.from('<html>')
    for (;;) {
      pieces += 1
      yield Buffer.from('<p>x</p>'.repeat(1000))
    }
  }
  assert.equal((await surveyCommerceml(endless, 'utf-8')).error?.code, 'commerceml.other-root')
  for await (const _ of readCommerceml(endless, 'utf-8')) assert.fail('rows of a web page')
  assert.ok(pieces < 5)
})
