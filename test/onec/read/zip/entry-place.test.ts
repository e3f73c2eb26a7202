import assert from 'node:assert/strict'
import { join, relative, resolve, win32 } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isArchive, isOfNoUse, leavesFolder } from '../../../../src/onec/read/zip/entry-place.ts'

test('names that lead out of the folder are told', () => {
  const bad = [
    '../evil.xml',
    'a/../../evil.xml',
    '..',
    '/etc/passwd',
    '//server/share/a.xml',
    'C:/a.xml',
    'c:a.xml',
    'a.xml:stream',
    'a\0.xml',
    'a/.. /b.xml',
    '.../b.xml',
    'nul.xml',
    'a/COM1',

    '',
  ]
  for (const name of bad) assert.equal(leavesFolder(name), true, name)
})

test('ordinary names stay', () => {
  for (const name of [
    'import.xml',
    'webdata/import0_1.xml',
    '..a/b..xml',
    'console.xml',
    'a./b.xml',
    'Папка с пробелом/заказы.xml',
  ])
    assert.equal(leavesFolder(name), false, name)
})

test('whatever passes stays inside the folder on Unix and on Windows', () => {
  const part = fc.constantFrom('..', '.', 'a', '', 'C:', ' ', '...', 'x.xml')
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const name = parts.join('/')
      if (leavesFolder(name)) return
      assert.ok(isInside(relative('/work', resolve('/work', name))), name)
      assert.ok(isInside(relative('/work', join('/work', name))), name)
      assert.ok(isInside(win32.relative('C:\\work', win32.resolve('C:\\work', name))), name)
    }),
  )
})

function isInside(path: string): boolean {
  return !/^\.\.([\\/]|$)/.test(path) && !/^([a-z]:|[\\/])/i.test(path)
}

test('folders, pictures and leavings of Mac and Windows are of no use', () => {
  const names = [
    'webdata/',
    '__MACOSX/._import.xml',
    'import_files/ab/abc.jpg',
    'webdata/import_files/1/x.bin',
    'logo.PNG',
    'a/.DS_Store',
    'Thumbs.db',
  ]
  for (const name of names) assert.equal(isOfNoUse(name), true, name)
})

test('data files are of use, wherever they lie', () => {
  for (const name of ['import.xml', 'import_files/offers.xml', 'a/zn.csv', 'import_files.xml', 'readme.txt'])
    assert.equal(isOfNoUse(name), false, name)
})

test('archives are known by their ending', () => {
  assert.deepEqual(['a.zip', 'a.RAR', 'b/c.7z', 'a.zip.xml'].map(isArchive), [true, true, true, false])
})
