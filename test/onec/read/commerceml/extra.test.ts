import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blanksOf, ExtraFields } from '../../../../src/onec/read/commerceml/extra.ts'
import { commerceml, product, records } from './commerceml.ts'

test('empty values of 1C are left out: blanks, references of zeros, dates of year 1', () => {
  const extra = new ExtraFields()
  for (const empty of [
    '',
    ' \u00A0',
    '00000000-0000-0000-0000-000000000000',
    '0001-01-01',
    '0001-01-01T00:00:00',
    '01.01.0001 0:00:00',
  ]) {
    extra.add('Поле', empty)
  }
  assert.deepEqual(extra.done(), {})
  extra.add('Поле', '0')
  assert.deepEqual(extra.done(), { Поле: '0' })
})

test('a name that comes again gets a number, also where such a name is taken', () => {
  const extra = new ExtraFields()
  extra.add('А', '1')
  extra.add('А (2)', '2')
  extra.add('А', '3')
  assert.deepEqual(extra.done(), { А: '1', 'А (2)': '2', 'А (3)': '3' })
})

test('a requisite without a name is kept', () => {
  const extra = new ExtraFields()
  extra.addRequisites([{ name: '', value: 'x' }])
  assert.deepEqual(extra.done(), { ЗначениеРеквизита: 'x' })
})

test('every text of an unknown element is found again in extra', async () => {
  const word = fc.stringMatching(/^[а-я]{1,8}$/)
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc
      .tuple(word, word, fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })))
      .map(
        ([name, text, children]) => `<я${name} атр="${text}а">${children.length > 0 ? children.join('') : `${text}т`}</я${name}>`,
      ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, async (xml) => {
      const [found] = await records('product', product(`<Ид>1</Ид>${xml}`))
      const texts = [...xml.matchAll(/"([^"]+)"|>([^<]+)</g)].map(([, attribute, text]) => attribute ?? text)
      assert.deepEqual(Object.values(found!.extra).sort(), texts.sort())
    }),
    { numRuns: 100 },
  )
})

test('names that stand there empty are told beside the record, which is the same without them', async () => {
  const requisites = (value: string) =>
    `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Менеджер</Наименование>${value}</ЗначениеРеквизита></ЗначенияРеквизитов>`
  for (const empty of ['<Значение/>', '<Значение></Значение>', '<Значение> </Значение>', '']) {
    const { rows } = await commerceml(product(`<Ид>1</Ид><Наименование>Болт</Наименование>${requisites(empty)}`))
    assert.deepEqual([rows[0]?.record?.extra, rows[0]?.blanks], [{}, ['Менеджер']], empty)
  }
  const { rows } = await commerceml(
    product(
      `<Ид>1</Ид><Наименование>Болт</Наименование><Ячейка/><Марки><Марка/><Год>2020</Год></Марки>${requisites('<Значение>Орлов</Значение>')}`,
    ),
  )
  assert.deepEqual(rows[0]?.record?.extra, { 'Марки.Год': '2020', Менеджер: 'Орлов' })
  assert.deepEqual(rows[0]?.blanks, ['Ячейка', 'Марки.Марка'], 'what only holds others is not empty itself')
  assert.deepEqual(blanksOf(new ExtraFields().done()), [])
})
