import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readWhole } from './helpers.ts'

const delimiters = [';', '\t', '|', ','] as const
const ends = ['\n', '\r\n'] as const
const names = ['Код', 'Наименование', 'ИНН', 'Адрес', 'Телефон', 'Сайт']

const word = fc.constantFrom('Ромашка', 'ООО', 'чай', '25пак', 'ул. Мира', '№1', 'Combino', '500г')
const quoted = fc.constantFrom('"Ромашка"', '"Ahmad"', '"Рога и копыта"', '«Мак»', '2"', '15"')
/** Words, some of them in quotes, as a name in 1C has them. */
const phrase = fc.array(fc.oneof({ weight: 3, arbitrary: word }, quoted), { maxLength: 4 }).map((words) => words.join(' '))

/** Rows of equal width, each beginning with a code of its own and holding nothing that the writer would have to escape. */
const rowsOf = (cell: fc.Arbitrary<string>) =>
  fc
    .integer({ min: 2, max: names.length })
    .chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width - 1, maxLength: width - 1 }), { minLength: 1, maxLength: 12 })
        .map((rows) => rows.map((row, place) => [String(100 + place), ...row])),
    )

interface Habit {
  readonly delimiter: string
  readonly end: string
  readonly trailing: boolean
  readonly endsInBreak: boolean
}

const habit: fc.Arbitrary<Habit> = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  end: fc.constantFrom(...ends),
  trailing: fc.boolean(),
  endsInBreak: fc.boolean(),
})

function write(
  rows: readonly (readonly string[])[],
  cell: (text: string) => string,
  { delimiter, end, trailing, endsInBreak }: Habit,
): string {
  const head = names.slice(0, rows[0]!.length)
  const lines = [head, ...rows].map((row) => row.map(cell).join(delimiter) + (trailing ? delimiter : ''))
  return lines.join(end) + (endsInBreak ? end : '')
}

const bare = (text: string) => text
const wrapped = (text: string) => `"${text}"`
const escaped = (text: string) => `"${text.replaceAll('"', '""')}"`
const escapedWhereNeeded = (text: string) => (/[";,|\t\n]/.test(text) ? escaped(text) : text)

test('cells written bare, with quotes inside as they are, are read back', async () => {
  // A cell that begins with a quote may be meant as a wrapper, so a bare one does not.
  const cell = phrase.map((text) => text.replace(/^"/, 'О"'))
  await fc.assert(
    fc.asyncProperty(rowsOf(cell), habit, async (rows, how) => {
      assert.deepEqual((await readWhole(write(rows, bare, how), { delimiter: how.delimiter })).cells, rows)
    }),
  )
})

test('cells put in quotes without doubling are read back', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(phrase), habit, async (rows, how) => {
      assert.deepEqual((await readWhole(write(rows, wrapped, how), { delimiter: how.delimiter })).cells, rows)
    }),
  )
})

test('clean CSV is read back, delimiters and quotes inside cells included', async () => {
  const cell = fc
    .array(fc.oneof(word, quoted, fc.constantFrom(';', ',', '|', '\t', '"', '""')), { maxLength: 5 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(rowsOf(cell), habit, fc.boolean(), async (rows, how, all) => {
      const { cells } = await readWhole(write(rows, all ? escaped : escapedWhereNeeded, how), {
        delimiter: how.delimiter,
        header: true,
      })
      assert.deepEqual(cells, rows)
    }),
  )
})

test('clean CSV with line breaks inside cells is read back', async () => {
  const cell = fc.array(fc.oneof(word, fc.constantFrom('\n', '"Мак"')), { maxLength: 5 }).map((parts) => parts.join(' ').trim())
  await fc.assert(
    fc.asyncProperty(rowsOf(cell), habit, async (rows, how) => {
      const table = await readWhole(write(rows, escaped, how), { delimiter: how.delimiter })
      assert.deepEqual(table.cells, rows)
    }),
  )
})

test('line breaks inside bare cells are healed in every column but the first and the last', async () => {
  const address = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join('\n'))
  const row = fc.tuple(
    fc.integer({ min: 100, max: 999 }).map(String),
    address,
    address,
    fc.constantFrom('84951234567', '84821234567'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), fc.constantFrom(...ends), async (rows, end) => {
      const text = ['Код;Наименование;Адрес;Телефон', ...rows.map((cells) => cells.join(';')), ''].join(end)
      const { cells } = await readWhole(text)
      assert.deepEqual(cells, rows)
    }),
  )
})

const soup = fc.array(
  fc.constantFrom(';', '"', '""', '\n', '\r\n', '\r', ',', '|', '\t', 'а', 'Ромашка', '1', ' ', '???', '\uFFFD', '\0', ':'),
  { maxLength: 60 },
)

test('any text is read the same in chunks of any size, every row with all its columns and in its place', async () => {
  await fc.assert(
    fc.asyncProperty(soup, fc.boolean(), fc.integer({ min: 1, max: 40 }), async (parts, withHead, size) => {
      const text = (withHead ? 'Код;Наименование;Город\r\n1;Ромашка;Москва\r\n2;Лютик;Тверь\r\n' : '') + parts.join('')
      const whole = await readWhole(text)
      assert.deepEqual(await readWhole(text, {}, size), whole)
      whole.lines.forEach((line, place) => {
        assert.equal(line.row, place + 1)
        assert.equal(line.cells.length, whole.columns.length)
        assert.ok(place === 0 || line.line > whole.lines[place - 1]!.line)
      })
    }),
    { numRuns: 1000 },
  )
})

test('one bad row never swallows the next: all good rows around it are read', async () => {
  const name = fc.constantFrom(
    'Ромашка',
    'ООО "Мак"',
    '"ООО "Мак""',
    '"ООО ""Мак"""',
    '"Рога; копыта"',
    'Лампа 5"',
    '"Лютик" ООО',
  )
  const good = fc
    .array(name, { minLength: 4, maxLength: 10 })
    .map((list) => list.map((text, place) => `${500 + place};${text};8495000${1000 + place}`))
  const junk = fc
    .array(fc.constantFrom(';', '"', '""', 'а', 'Ромашка', '1', ' ', '\uFFFD', '\0', '";', ';"'), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(good, junk, fc.nat(), fc.constantFrom(...ends), async (rows, bad, place, end) => {
      const head = 'Код;Наименование;Телефон'
      const clean = await readWhole([head, ...rows, ''].join(end))
      assert.deepEqual(clean.lines.length, rows.length)
      const at = place % (rows.length + 1)
      const spoilt = await readWhole([head, ...rows.slice(0, at), bad, ...rows.slice(at), ''].join(end))
      const found = new Set(
        spoilt.lines.filter(({ cells }) => cells[0]!.startsWith('50')).map(({ cells }) => JSON.stringify(cells)),
      )
      for (const cells of clean.cells) assert.ok(found.has(JSON.stringify(cells)), `${cells} is lost to ${bad}`)
    }),
    { numRuns: 2000 },
  )
})
