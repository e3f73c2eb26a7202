import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ExtraFields } from '../../../../src/onec/read/commerceml/extra.ts'
import { product, records } from './commerceml.ts'

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
