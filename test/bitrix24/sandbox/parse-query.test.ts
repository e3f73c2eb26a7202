import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paramsOf, parseQuery } from '../../../src/bitrix24/sandbox/parse-query.ts'

test('brackets become objects, and keys 0, 1, 2 … an array', () => {
  assert.deepEqual(parseQuery('fields[PHONE][0][VALUE]=1&fields[PHONE][1][VALUE]=2&fields[TITLE]=x'), {
    fields: { PHONE: [{ VALUE: '1' }, { VALUE: '2' }], TITLE: 'x' },
  })
})

test('keys with a gap, or in another order, stay an object', () => {
  assert.deepEqual(parseQuery('a[0]=x&a[2]=y&b[1]=x&b[0]=y'), { a: { 0: 'x', 2: 'y' }, b: { 0: 'y', 1: 'x' } })
})

test('empty brackets take the next number', () => {
  assert.deepEqual(parseQuery('a[]=x&a[]=y&b[7]=x&b[]=y&c[][d]=1&c[][d]=2'), {
    a: ['x', 'y'],
    b: { 7: 'x', 8: 'y' },
    c: [{ d: '1' }, { d: '2' }],
  })
})

test('names and values are decoded once', () => {
  assert.deepEqual(parseQuery('a%5Bb%5D=%D0%9E%D0%9E%D0%9E+1&c=%2526'), { a: { b: 'ООО 1' }, c: '%26' })
})

test('a broken percent sequence stays as it is', () => {
  assert.deepEqual(parseQuery('a=100%&b=%zz'), { a: '100%', b: '%zz' })
})

test('the last of two equal names wins, also over one of another shape', () => {
  assert.deepEqual(parseQuery('a=1&a=2&b=1&b[c]=2&d[e]=1&d=2'), { a: '2', b: { c: '2' }, d: '2' })
})

test('a bare ampersand ends the value and what follows becomes a name', () => {
  assert.deepEqual(parseQuery('title=Рога & копыта'), { title: 'Рога ', копыта: '' })
})

test('the name ends at the first equals sign, even inside brackets', () => {
  assert.deepEqual(parseQuery('filter[>=id]=5&filter[%3E%3Did]=6'), { 'filter_>': 'id]=5', filter: { '>=id': '6' } })
})

test('points and blanks of a name become underscores, but not inside brackets', () => {
  assert.deepEqual(parseQuery('a.b=1&c d[e.f]=2'), { a_b: '1', c_d: { 'e.f': '2' } })
})

test('what follows the last bracket is lost, and a name that begins with one too', () => {
  assert.deepEqual(parseQuery('a[b]c=1&[d]=2&=3'), { a: { b: '1' } })
})

test('names that mean something to JavaScript are only names', () => {
  const params = parseQuery('__proto__[x]=1&a[__proto__]=2&constructor=3')
  assert.deepEqual(Object.keys(params), ['__proto__', 'a', 'constructor'])
  assert.equal(({} as Record<string, unknown>)['x'], undefined)
})

test('pairs that came decoded are taken apart alike', () => {
  assert.deepEqual(
    paramsOf([
      ['a[b]', '1%20+2'],
      ['a[c][]', '&'],
    ]),
    { a: { b: '1%20+2', c: ['&'] } },
  )
})
