import assert from 'node:assert/strict'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isNetworkPath, locateFolder } from '../../src/settings/locate-folder.ts'

const home = resolve('/exchange')

test('a relative folder counts from the settings file, with slashes of either kind', () => {
  assert.equal(locateFolder('in', home), join(home, 'in'))
  assert.equal(locateFolder('1c/webdata', home), join(home, '1c', 'webdata'))
  assert.equal(locateFolder('1c\\webdata', home), join(home, '1c', 'webdata'))
  assert.equal(locateFolder('.', home), home)
})

test('full and network paths are kept as they are', () => {
  for (const path of ['\\\\server\\1c\\webdata', '//server/1c', 'C:\\Обмен', 'D:/1c', '/mnt/1c'])
    assert.equal(locateFolder(path, home), path)
})

test('a network path begins with two slashes and a server', () => {
  assert.ok(isNetworkPath('\\\\server\\1c'))
  assert.ok(isNetworkPath('//server/1c'))
  for (const path of ['C:\\1c', '/mnt/1c', '\\', '\\\\', '///x', 'in']) assert.ok(!isNetworkPath(path), path)
})
