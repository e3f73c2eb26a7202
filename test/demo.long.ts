import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'

test('the demonstration ends by itself and says where to look', async (context) => {
  const temp = await mkdtemp(join(tmpdir(), 'obmen24 demo '))
  context.after(() => rm(temp, { recursive: true, force: true, maxRetries: 5 }))
  const demo = join(import.meta.dirname, 'demo', 'main.ts')
  const { stdout, stderr } = await execa(process.execPath, ['--disable-warning=ExperimentalWarning', demo], {
    env: { TMPDIR: temp, TEMP: temp, TMP: temp },
  })
  assert.doesNotMatch(stderr, /Ошибка/)
  assert.match(stdout, /kontragenty\.csv +принят частично/)
  assert.match(stdout, /import0_1\.xml +принят/)
  const places = [
    ...stdout.matchAll(/^ {2}(?:Страница оператора|Ответы для 1С|Принятые файлы|Настройки|Код 1С для ответов) +(.+)$/gm),
  ]
  assert.equal(places.length, 5)
  for (const [, path] of places) await stat(path!)
})
