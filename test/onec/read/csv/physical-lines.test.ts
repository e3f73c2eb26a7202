import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestLine, PhysicalLines } from '../../../../src/onec/read/csv/physical-lines.ts'
import { chunksOf } from './helpers.ts'

async function allLines(text: string, size?: number) {
  const source = new PhysicalLines(chunksOf(text, size))
  await source.fill(Number.POSITIVE_INFINITY)
  return { lines: source.lines, endsInBreak: source.endsInBreak }
}

test('lines keep the CR before their LF, and the last one needs no end', async () => {
  assert.deepEqual(await allLines('а\r\nб\nв'), { lines: ['а\r', 'б', 'в'], endsInBreak: false })
  assert.deepEqual(await allLines('а\nб\n', 1), { lines: ['а', 'б'], endsInBreak: true })
  assert.deepEqual(await allLines(''), { lines: [], endsInBreak: true })
})

test('CR alone ends lines where the file has no LF', async () => {
  assert.deepEqual(await allLines('а\rб\r'), { lines: ['а', 'б'], endsInBreak: true })
  assert.deepEqual(await allLines('а\rб', 1), { lines: ['а', 'б'], endsInBreak: false })
})

test('a long text without any line break is one line', async () => {
  const { lines } = await allLines('я'.repeat(70_000), 1000)
  assert.deepEqual(
    lines.map((line) => line.length),
    [70_000],
  )
})

test('of an endless line the start is kept, whatever the chunks', async () => {
  const text = `а\n${'б'.repeat(longestLine + 5000)}\nв\n`
  for (const size of [text.length, 300_000]) {
    const { lines } = await allLines(text, size)
    assert.deepEqual(
      lines.map((line) => line.length),
      [1, longestLine + 1, 1],
    )
  }
})

test('lines are numbered as they are taken', async () => {
  const source = new PhysicalLines(chunksOf('а\nб\nв\n', 2))
  await source.fill(1)
  source.take(2)
  assert.equal(source.firstNumber, 3)
  await source.fill(0)
  assert.deepEqual(source.lines, ['в'])
})

test('signs of damage are seen across the border of two chunks', async () => {
  const source = new PhysicalLines(chunksOf('а\nб??', 1))
  await source.fill(Number.POSITIVE_INFINITY)
  assert.equal(source.isSuspect(2), false)
  const damaged = new PhysicalLines(chunksOf('а\nб???', 1))
  await damaged.fill(Number.POSITIVE_INFINITY)
  assert.equal(damaged.isSuspect(2), true)
})

test('the sample is the same in chunks of any size', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `${i};${'я'.repeat(1000)}\n`).join('')
  const samples = await Promise.all([7000, 100_000, text.length].map((size) => new PhysicalLines(chunksOf(text, size)).sample()))
  assert.ok(samples[0]!.length > 100)
  assert.deepEqual(samples[0], samples[2])
  assert.deepEqual(samples[1], samples[2])
})
