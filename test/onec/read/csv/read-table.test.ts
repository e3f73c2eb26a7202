import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTable } from '../../../../src/onec/read/csv/read-table.ts'
import { chunksOf, readWhole } from './helpers.ts'

const head = 'Код;Наименование;Город'

test('a plain table is read with its lines and rows counted', async () => {
  const table = await readWhole(`${head}\r\n1;Ромашка;Москва\r\n2;Лютик;Тверь\r\n`)
  assert.deepEqual(table.columns, ['Код', 'Наименование', 'Город'])
  assert.deepEqual(table.lines, [
    { cells: ['1', 'Ромашка', 'Москва'], line: 2, row: 1, problems: [] },
    { cells: ['2', 'Лютик', 'Тверь'], line: 3, row: 2, problems: [] },
  ])
})

test('every line end is one: LF, CRLF, CR and the doubled CR of a text mode', async () => {
  for (const end of ['\n', '\r\n', '\r', '\r\r\n']) {
    const { cells, columns } = await readWhole([head, '1;Ромашка;Москва', '2;"Лютик";Тверь', ''].join(end))
    assert.deepEqual(columns, ['Код', 'Наименование', 'Город'], JSON.stringify(end))
    assert.deepEqual(
      cells,
      [
        ['1', 'Ромашка', 'Москва'],
        ['2', 'Лютик', 'Тверь'],
      ],
      JSON.stringify(end),
    )
  }
})

test('a file of CR only is told from one of LF far beyond the first chunk', async () => {
  const text = `${head}\r${Array.from({ length: 5000 }, (_, i) => `${i};Ромашка ${i};Москва`).join('\r')}\r`
  const { cells } = await readWhole(text, {}, 1000)
  assert.equal(cells.length, 5000)
  assert.deepEqual(cells[4999], ['4999', 'Ромашка 4999', 'Москва'])
})

test('a lone CR inside a cell is a line break of it', async () => {
  const { cells } = await readWhole(`${head}\r\n1;Рома\rшка;Москва\r\n2;Лютик;Тверь\r\n`)
  assert.deepEqual(cells, [
    ['1', 'Рома\nшка', 'Москва'],
    ['2', 'Лютик', 'Тверь'],
  ])
})

test('the line sep=; and blank lines above the header are passed over', async () => {
  const { columns, lines } = await readWhole(`\r\nsep=;\r\n${head}\r\n1;Ромашка;Москва\r\n`)
  assert.deepEqual(columns, ['Код', 'Наименование', 'Город'])
  assert.equal(lines[0]?.line, 4)
})

test('names of columns lose the colon, empty ones are numbered, second ones are told apart', async () => {
  const { columns } = await readWhole('Код:;Телефон :;;Телефон;"Цена,\nруб"\n1;2;3;4;5\n', { delimiter: ';' })
  assert.deepEqual(columns, ['Код', 'Телефон', '3', 'Телефон (2)', 'Цена, руб'])
})

test('a trailing delimiter makes no column, in the header or in the rows or in both', async () => {
  for (const [top, end] of [
    [';', ';'],
    ['', ';'],
    [';', ''],
  ] as const) {
    const { columns, cells, codes } = await readWhole(`${head}${top}\n1;Ромашка;Москва${end}\n2;Лютик;Тверь${end}\n`)
    assert.equal(columns.length, 3)
    assert.deepEqual(cells, [
      ['1', 'Ромашка', 'Москва'],
      ['2', 'Лютик', 'Тверь'],
    ])
    assert.deepEqual(codes, [[], []])
  }
})

test('a column without a name that has values under it is kept by its number', async () => {
  const { columns, cells } = await readWhole('Код;Наименование;\n1;Ромашка;5\n2;Лютик;6\n')
  assert.deepEqual(columns, ['Код', 'Наименование', '3'])
  assert.deepEqual(cells[1], ['2', 'Лютик', '6'])
})

test('quotes that were not escaped are read as meant', async () => {
  const rows = [
    ['1;ООО "Ромашка";Москва', 'ООО "Ромашка"'],
    ['2;"ООО "Ромашка"";Москва', 'ООО "Ромашка"'],
    ['3;"ООО ""Ромашка""";Москва', 'ООО "Ромашка"'],
    ['4;"Рога; копыта";Москва', 'Рога; копыта'],
    ['5;"ООО "Рога; копыта"";Москва', 'ООО "Рога; копыта"'],
    ['6;ООО "Рога; копыта";Москва', 'ООО "Рога; копыта"'],
    ['7;"Ромашка" ООО;Москва', '"Ромашка" ООО'],
    ['8;"Ромашка;Москва', '"Ромашка'],
    ['9;Лампа 5";Москва', 'Лампа 5"'],
  ]
  const { cells, codes } = await readWhole([head, ...rows.map(([line]) => line), ''].join('\n'))
  assert.deepEqual(
    cells,
    rows.map(([, name], place) => [String(place + 1), name, 'Москва']),
  )
  assert.deepEqual(
    codes.map((row) => row.join()),
    ['', '', '', '', 'csv.quotes-guessed', 'csv.quotes-guessed', '', 'csv.quotes-guessed', ''],
  )
})

test('delimiters inside quotes are told from trailing ones by the column count', async () => {
  const { cells } = await readWhole(`${head}\n"1;2";Ромашка;Москва;;\n3;"Лютик";Тверь;;\n`)
  assert.deepEqual(cells, [
    ['1;2', 'Ромашка', 'Москва'],
    ['3', 'Лютик', 'Тверь'],
  ])
})

test('line breaks inside quotes belong to the cell, blank lines and delimiters too', async () => {
  const { cells, codes, lines } = await readWhole(`${head}\n1;"Ромашка\n\nи; К";Москва\n"2";Лютик;"Тверь\nцентр"\n3;Мак;Тула\n`)
  assert.deepEqual(cells, [
    ['1', 'Ромашка\n\nи; К', 'Москва'],
    ['2', 'Лютик', 'Тверь\nцентр'],
    ['3', 'Мак', 'Тула'],
  ])
  assert.deepEqual(codes, [[], [], []])
  assert.deepEqual(
    lines.map(({ line }) => line),
    [2, 5, 7],
  )
})

test('line breaks inside bare cells are healed where the column count shows them', async () => {
  const { cells, codes } = await readWhole(`Код;Адрес;Телефон\n1;г. Москва,\nул. Мира, 1;84951234567\n2;г. Тверь;84821234567\n`)
  assert.deepEqual(cells, [
    ['1', 'г. Москва,\nул. Мира, 1', '84951234567'],
    ['2', 'г. Тверь', '84821234567'],
  ])
  assert.deepEqual(codes, [['csv.line-break-healed'], []])
})

test('line breaks of three in one cell are healed', async () => {
  const { cells } = await readWhole('Код;Адрес;Телефон\n1;один\nдва\n\nтри;84951234567\n2;г. Тверь;84821234567\n')
  assert.deepEqual(cells[0], ['1', 'один\nдва\n\nтри', '84951234567'])
})

test('a bare LF inside a file of CRLF is healed in the first and in the last column too', async () => {
  const { cells, codes } = await readWhole('Имя;Код;Текст\r\nРома\nшка;1;а\r\nЛютик;2;б\nв\r\nМак;3;г\r\n')
  assert.deepEqual(cells, [
    ['Рома\nшка', '1', 'а'],
    ['Лютик', '2', 'б\nв'],
    ['Мак', '3', 'г'],
  ])
  assert.deepEqual(codes, [['csv.line-break-healed'], ['csv.line-break-healed'], []])
})

test('the rest of a comment in the last column is healed when all line ends are alike', async () => {
  const { cells, codes } = await readWhole('Код;Имя;Комментарий\n1;Ромашка;первая\nвторая\n\nтретья\n2;Лютик;одна\n')
  assert.deepEqual(cells, [
    ['1', 'Ромашка', 'первая\nвторая\nтретья'],
    ['2', 'Лютик', 'одна'],
  ])
  assert.deepEqual(codes, [['csv.line-break-healed'], []])
})

test('the rest of a comment before the trailing delimiter is healed', async () => {
  const { cells } = await readWhole('Код;Имя;Заметка;\n1;Ромашка;первая\nвторая;\n2;Лютик;одна;\n3;Мак;две;\n')
  assert.deepEqual(cells[0], ['1', 'Ромашка', 'первая\nвторая'])
  assert.equal(cells.length, 3)
})

test('a line of one cell behind a number is no rest of it', async () => {
  const { cells, codes } = await readWhole('Код;Имя;Сумма\n1;Ромашка;100\nИтого\n2;Лютик;200\n')
  assert.deepEqual(cells, [
    ['1', 'Ромашка', '100'],
    ['Итого', '', ''],
    ['2', 'Лютик', '200'],
  ])
  assert.deepEqual(codes, [[], ['csv.row-broken'], []])
})

test('healing can be switched off; line breaks in quotes are read all the same', async () => {
  const text = 'Код;Адрес;Телефон\n1;г. Москва,\nул. Мира, 1;84951234567\n2;"г. Тверь\nцентр";84821234567\n'
  const { cells, codes } = await readWhole(text, { healLineBreaks: false })
  assert.deepEqual(
    codes.map((row) => row.join()),
    ['csv.row-broken', 'csv.row-broken', ''],
  )
  assert.deepEqual(cells.at(-1), ['2', 'г. Тверь\nцентр', '84821234567'])
})

test('ragged rows are filled with empty cells, and one never swallows the next', async () => {
  const { cells, codes } = await readWhole(
    'Код;Имя;ИНН;Телефон\n1;ООО Ромашка;7700000016\n2;ООО Лютик\n3;ООО Василёк;7700000023;84951234567\n',
  )
  assert.deepEqual(cells, [
    ['1', 'ООО Ромашка', '7700000016', ''],
    ['2', 'ООО Лютик', '', ''],
    ['3', 'ООО Василёк', '7700000023', '84951234567'],
  ])
  assert.deepEqual(codes, [['csv.too-few-cells'], ['csv.too-few-cells'], []])
})

test('cells too many are forgiven when they are empty, else the row is refused', async () => {
  const { cells, codes, lines } = await readWhole(`${head}\n1;Ромашка;Москва;;;\n2;Лютик;Тверь;лишнее\n3;Мак;Тула\n`)
  assert.deepEqual(cells[0], ['1', 'Ромашка', 'Москва'])
  assert.deepEqual(codes, [[], ['csv.too-many-cells'], []])
  assert.deepEqual(lines[1]?.problems[0]?.place, { line: 3, row: 2 })
  assert.deepEqual(lines[1]?.problems[0]?.args, { found: 4, expected: 3 })
})

test('rows that are all shorter than the header are read, and told of once', async () => {
  const { cells, codes, problems } = await readWhole(
    `${head};Сайт;Цвет\n${Array.from({ length: 9 }, (_, i) => `${i};Ромашка;Москва\n`).join('')}`,
  )
  assert.deepEqual(cells[8], ['8', 'Ромашка', 'Москва', '', ''])
  assert.ok(codes.every((row) => row.length === 0))
  assert.deepEqual(
    problems.map(({ code, args }) => ({ code, args })),
    [{ code: 'csv.rows-shorter-than-header', args: { found: 3, expected: 5 } }],
  )
})

test('rows broken in the middle, every one of them, are not taken for short ones', async () => {
  const rows = Array.from({ length: 6 }, (_, i) => `${i};Ромашка;г. Москва,\nул. Мира;5;100\n`).join('')
  const { cells } = await readWhole(`Код;Имя;Адрес;Дом;Сумма\n${rows}`)
  assert.equal(cells.length, 6)
  assert.deepEqual(cells[5], ['5', 'Ромашка', 'г. Москва,\nул. Мира', '5', '100'])
})

test('an unclosed quote is taken literally as soon as a whole row follows', async () => {
  const { cells } = await readWhole(`${head}\n1;"Ромашка;Москва\n2;Лютик;Тверь\n3;"Василёк";Омск\n4;Лампа 5";Тула\n`)
  assert.deepEqual(
    cells.map(([code]) => code),
    ['1', '2', '3', '4'],
  )
  assert.deepEqual(cells[0], ['1', '"Ромашка', 'Москва'])
})

test('the quote of an unclosed cell does not reach the stray one of a later row', async () => {
  const { cells } = await readWhole(`${head}\n1;Мак;Омск\n2;Роза;Омск\n3;"Ромашка;Москва\n4;Лампа 5";Тула\n5;Ирис;Омск\n`)
  assert.deepEqual(cells.slice(2), [
    ['3', '"Ромашка', 'Москва'],
    ['4', 'Лампа 5"', 'Тула'],
    ['5', 'Ирис', 'Омск'],
  ])
})

test('an unclosed quote in the last cell of the file is literal', async () => {
  const { cells } = await readWhole(`${head}\n1;Ромашка;"Москва\n`)
  assert.deepEqual(cells, [['1', 'Ромашка', '"Москва']])
})

test('a control character costs its row only, and is told with row and column', async () => {
  const { codes, lines } = await readWhole(`${head}\n1;Рома\u0000шка;Москва\n2;Лютик;Тверь\n`)
  assert.deepEqual(codes, [['csv.control-character'], []])
  const [found] = lines[0]!.problems
  assert.deepEqual(found, {
    code: 'csv.control-character',
    args: { sign: '0x00' },
    place: { line: 2, row: 1, column: 2, field: 'Наименование' },
  })
})

test('letters lost on the way are told with row and column', async () => {
  const { lines } = await readWhole(`${head}\n1;??? ?????;Москва\n2;Лют\uFFFDк;Тверь\n3;Зачем???;Омск\n`)
  assert.deepEqual(
    lines.map(({ problems }) => problems.map(({ code, place }) => [code, place.row, place.field])),
    [[['text.question-marks', 1, 'Наименование']], [['text.wrong-encoding', 2, 'Наименование']], []],
  )
})

test('a line beyond all measure is refused, and the next one is read', async () => {
  const { codes, cells } = await readWhole(`${head}\n1;Ромашка;${'я'.repeat(1_200_000)}\n2;Лютик;Тверь\n`, {}, 100_000)
  assert.deepEqual(codes, [['csv.line-too-long'], []])
  assert.deepEqual(cells[1], ['2', 'Лютик', 'Тверь'])
})

test('blank lines, rows of empty cells and the end sign of DOS are no rows', async () => {
  const { cells } = await readWhole(`${head}\r\n\r\n;;\r\n  ; ;\r\n"";"";""\r\n1;Ромашка;Москва\r\n\x1A`)
  assert.deepEqual(cells, [['1', 'Ромашка', 'Москва']])
})

test('a short row at the end of an unfinished file was cut', async () => {
  const rows = Array.from({ length: 25 }, (_, i) => `${i};Ромашка;Москва\n`).join('')
  assert.deepEqual((await readWhole(`${head}\n${rows}26;Лют`)).codes.at(-1), ['csv.row-cut'])
  assert.deepEqual((await readWhole(`${head}\n${rows}26;Лют\n`)).codes.at(-1), ['csv.too-few-cells'])
})

test('a table without a header has numbers for names', async () => {
  const { columns, cells, header } = await readWhole('1;Ромашка;5,5;\n2;Лютик;6;\n')
  assert.equal(header, false)
  assert.deepEqual(columns, ['1', '2', '3'])
  assert.deepEqual(cells[0], ['1', 'Ромашка', '5,5'])
})

test('the settings decide about the header and the delimiter', async () => {
  assert.deepEqual((await readWhole('Ромашка;Москва\nЛютик;Тверь\n', { header: false })).cells.length, 2)
  assert.deepEqual((await readWhole('1;2\n3;4\n', { header: true })).columns, ['1', '2'])
  assert.deepEqual((await readWhole('а,б;в\n1,2;3\n', { delimiter: ',' })).cells, [['1', '2;3']])
})

test('a list of one column is read row by row', async () => {
  const { columns, cells } = await readWhole('Контрагент:\r\nМолочный завод\r\n"Ромашка" ООО\r\n"Лютик\r\nООО "Мак"\r\n')
  assert.deepEqual(columns, ['Контрагент'])
  assert.deepEqual(cells, [['Молочный завод'], ['"Ромашка" ООО'], ['"Лютик'], ['ООО "Мак"']])
})

test('a file without text has no columns and no rows', async () => {
  for (const text of ['', '\r\n', ' \n\n']) {
    const { columns, cells } = await readWhole(text)
    assert.deepEqual({ columns, cells }, { columns: [], cells: [] })
  }
})

test('batches come in the order of the file and none is large', async () => {
  const table = await openTable(chunksOf(`${head}\n${Array.from({ length: 5000 }, (_, i) => `${i};Ромашка;Москва\n`).join('')}`))
  const sizes: number[] = []
  let next = 0
  for await (const batch of table.batches()) {
    sizes.push(batch.length)
    for (const { cells } of batch) assert.equal(cells[0], String(next++))
  }
  assert.equal(next, 5000)
  assert.ok(Math.max(...sizes) <= 1000, String(sizes))
})

test('chunks are let go of when reading stops early', async () => {
  let closed = false
  async function* endless() {
    try {
      yield `${head}\n`
      for (;;) yield '1;Ромашка;Москва\n'.repeat(1000)
    } finally {
      closed = true
    }
  }
  for await (const _batch of (await openTable(endless())).batches()) break
  assert.ok(closed)
})
