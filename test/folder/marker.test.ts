import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { looksLikeMarker, markerFor } from '../../src/folder/marker.ts'

test('a marker stands beside each file, by its name or its stem, or once for the folder', () => {
  const file = { path: join('/обмен', 'sub', 'goods.v2.txt') }
  const at = (marker: string | null) => markerFor({ path: '/обмен', marker }, file)
  assert.equal(at(null), null)
  assert.deepEqual(at('{name}.ready'), { path: join('/обмен', 'sub', 'goods.v2.txt.ready'), perFile: true })
  assert.deepEqual(at('{stem}-flag.txt'), { path: join('/обмен', 'sub', 'goods.v2-flag.txt'), perFile: true })
  assert.deepEqual(at('ready.flag'), { path: join('/обмен', 'ready.flag'), perFile: false })
})

test('a marker is known by its name', () => {
  assert.ok(looksLikeMarker({ marker: '{stem}-flag.txt' }, 'goods-FLAG.txt'))
  assert.ok(!looksLikeMarker({ marker: '{stem}-flag.txt' }, '-flag.txt'))
  assert.ok(!looksLikeMarker({ marker: '{stem}-flag.txt' }, 'goods.txt'))
  assert.ok(looksLikeMarker({ marker: 'Ready.flag' }, 'ready.FLAG'))
  assert.ok(!looksLikeMarker({ marker: null }, 'ready.flag'))
})
