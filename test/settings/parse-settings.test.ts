import assert from 'node:assert/strict'
import { describe as group, test } from 'node:test'
import fc from 'fast-check'
import { describe } from '../../src/problems/describe.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

const problemsOf = (text: string): readonly Problem[] => {
  const { settings, problems } = parseSettings(text)
  assert.equal(settings, null, 'a file with a mistake gives no settings')
  return problems
}

const only = (text: string): Problem => {
  const problems = problemsOf(text)
  assert.equal(problems.length, 1, JSON.stringify(problems))
  return problems[0]!
}

const keyOf = (block: object | undefined, key: string): unknown => new Map(Object.entries(block ?? {})).get(key)

const message = (found: Problem) => describe(found, 'ru').message

group('keys that are not known', () => {
  test('a misspelt key is told with its line, the near miss and what exists', () => {
    const found = only('language: ru\nreadiness:\n  settel: 3s\n')
    assert.equal(found.code, 'settings.unknown-key')
    assert.deepEqual(found.place, { line: 3, column: 3, setting: 'readiness.settel' })
    assert.equal(message(found), 'Ключа «settel» в разделе «readiness» нет. Похоже, имелось в виду «settle».')
    assert.equal(describe(found, 'ru').action, 'Здесь бывают: settle, giveUp, poll.')
  })

  test('a key of another block is sent home', () => {
    assert.match(message(only('settle: 3s')), /Этот ключ пишут в другом месте: readiness\.$/)
    assert.match(message(only('readiness: {language: ru}')), /в другом месте: верхний уровень, без отступа\.$/)
    assert.match(message(only('folders: {keep: 3d}')), /в другом месте: answer; archive; logs\.$/)
  })

  test('a key of another preset names the presets that know it', () => {
    const found = only('exchanges: [{name: a, preset: counterparties, stages: {закрыт: WON}}]')
    assert.match(
      message(found),
      /в другом месте: exchanges\[\] \(preset: work-orders, orders, contracts, bookings, invoices\); outgoing\[\]\.$/,
    )
    assert.match(describe(found, 'ru').action, /^Здесь бывают: name, preset, .*contactPersons/)
  })

  test('a key that is like nothing is told without a guess', () => {
    assert.equal(message(only('sandwich: x')), 'Ключа «sandwich» в разделе «верхний уровень» нет.')
    assert.equal(only('sandwich:\n  webhook: {file: x}\n').code, 'settings.unknown-key')
  })

  test('a misspelt field among the columns finds its neighbour', () => {
    const found = only('exchanges: [{name: a, preset: work-orders, columns: {nubmer: Номер}}]')
    assert.match(message(found), /Похоже, имелось в виду «number»/)
    assert.equal(found.place.setting, 'exchanges[1].columns.nubmer')
  })

  test('below an unknown key nothing is read, not even a reference to itself', () => {
    assert.deepEqual(
      problemsOf('a: &a\n  b: *a\n').map(({ code }) => code),
      ['settings.unknown-key'],
    )
  })
})

group('values that do not fit', () => {
  const expectations: [string, string, string][] = [
    ['language: de', 'language', 'одно из: ru, en'],
    ['readiness: {settle: 3}', 'readiness.settle', 'число с единицей времени: 500ms, 3s, 10m, 2h, 30d'],
    ['limits: {zipSize: 5}', 'limits.zipSize', 'размер с единицей: 100B, 64KB, 500MB, 2GB'],
    ['limits: {zipRatio: 0}', 'limits.zipRatio', 'целое число от 1 до 100000'],
    ['limits: {zipRatio: 1.5}', 'limits.zipRatio', 'целое число от 1 до 100000'],
    ['brake: {share: 50}', 'brake.share', 'проценты от 0% до 100%'],
    ['brake: {share: 101%}', 'brake.share', 'проценты от 0% до 100%'],
    ['brake: {records: ani}', 'brake.records', 'целое число от 1 до 10000000 или слово any (сколько угодно)'],
    ['archive: {keep: never}', 'archive.keep', 'срок вроде 30d, 12h или слово forever (хранить всегда)'],
    ['answer: {status: да}', 'answer.status', 'true (да) или false (нет)'],
    ['answer: {files: [csv, xslx]}', 'answer.files[2]', 'одно из: csv, xml, json'],
    ['answer: {files: xls}', 'answer.files', 'одно или список из: csv, xml, json'],
    ['reading: {country: ru}', 'reading.country', 'код страны из двух заглавных латинских букв: RU, BY, KZ'],
    ['exchanges: 5', 'exchanges', 'список обменов, каждый начинается с «- name: …»'],
    ['exchanges: [x]', 'exchanges[1]', 'ключи обмена: name, preset и другие'],
    ['folders: x', 'folders', 'вложенные ключи, каждый на своей строке с отступом'],
    ['folders: {out: [a]}', 'folders.out', 'непустой текст'],
    ["folders: {out: ' '}", 'folders.out', 'непустой текст'],
    [
      'exchanges: [{name: a, preset: bookings, probabilities: {Выезд: 101}}]',
      'exchanges[1].probabilities.Выезд',
      'целое число процентов от 0 до 100',
    ],
    ['target: portal\noutgoing: [{name: a, numberPrefix: БИТРИКС-}]', 'outgoing[1].numberPrefix', 'текст не длиннее 6 знаков'],
    ['bitrix24: {vat: [a]}', 'bitrix24.vat', 'пары «слово: слово», каждая на своей строке с отступом или в скобках { }'],
  ]
  for (const [text, path, expected] of expectations) {
    test(`${text} is answered with what is expected`, () => {
      const found = only(text)
      assert.equal(found.code, 'settings.wrong-value')
      assert.equal(found.place.setting, path)
      assert.equal(found.args['expected'], expected)
    })
  }

  test('the address of a webhook is refused wherever it stands, and is not repeated', () => {
    const address = 'https://romashka.bitrix24.ru/rest/1/k3y0ft3st/'
    for (const [text, path] of [
      [`portal: {webhook: '${address}'}`, 'portal.webhook'],
      [`portal: {webhook: {file: '${address}'}}`, 'portal.webhook.file'],
      [`portal: {webhook: {env: '${address}'}}`, 'portal.webhook.env'],
      [`portal: {webhook: {file: rest/1/k3y0ft3st/}}`, 'portal.webhook.file'],
      [`portal: '${address}'`, 'portal'],
      [`portal: {rate: '${address}'}`, 'portal.rate'],
    ] as const) {
      const found = only(text)
      assert.equal(found.code, 'settings.webhook-inside')
      assert.equal(found.place.setting, path)
      assert.doesNotMatch(JSON.stringify([found, describe(found, 'ru'), describe(found, 'en')]), /k3y0ft3st/)
    }
  })

  test('a misspelt word of a choice finds its neighbour', () => {
    assert.match(
      message(only('logs: {level: wran}')),
      /«wran» не подходит, а нужно: одно из: debug, .*Похоже, имелось в виду «warn»/,
    )
    assert.match(message(only('answer: {files: cvs}')), /Похоже, имелось в виду «csv»/)
    assert.match(message(only('exchanges: [{name: a, preset: catalog}]')), /Похоже, имелось в виду «catalogue»/)
  })

  test('a column of a wrong form says what a column is', () => {
    const found = only('exchanges: [{name: a, preset: contacts, columns: {name: 0}}]')
    assert.equal(found.args['expected'], 'заголовок столбца, список заголовков или номер столбца с 1')
  })

  test('a file that is a list or a bare word is told as a whole', () => {
    assert.match(message(only('- a\n')), /^Файл настроек: значение «\[…\]» не подходит, а нужно: ключи с двоеточием/)
    assert.match(message(only('привет')), /^Файл настроек: значение «привет»/)
  })

  test('a long value is cut short in the message', () => {
    assert.equal(String(only(`language: ${'x'.repeat(100)}`).args['value']).length, 61)
  })

  test('what must be there and is not is told at its block', () => {
    const [first, second] = problemsOf('exchanges:\n  - preset: orders\n  - name: a\n')
    assert.deepEqual(first?.place, { line: 2, column: 5, setting: 'exchanges[1].name' })
    assert.equal(first?.code, 'settings.missing')
    assert.deepEqual(second?.place, { line: 3, column: 5, setting: 'exchanges[2].preset' })
    assert.match(message(second!), /один из видов: counterparties, contacts/)
    assert.equal(only('folders: {in: [{take: copy}]}').place.setting, 'folders.in[1].path')
    assert.equal(only('exchanges:\n  -\n').code, 'settings.missing')
    assert.equal(only('exchanges: [{name: , preset: orders}]').code, 'settings.missing')
  })
})

group('text is taken as written', () => {
  const fieldOf = (written: string) => {
    const { settings, problems } = parseSettings(`exchanges: [{name: ${written}, preset: orders, only: {x: [${written}]}}]`)
    assert.deepEqual(problems, [])
    assert.deepEqual(settings?.exchanges[0]?.only, { x: [settings?.exchanges[0]?.name] })
    return settings?.exchanges[0]?.name
  }

  test('what YAML takes for numbers, booleans and dates stays text', () => {
    for (const written of ['012', '+7900', '1e5', '0x1F', '1_000', 'true', 'False', '.5', '00-00000123', '2026-03-05', '.inf']) {
      assert.equal(fieldOf(written), written)
    }
  })

  test('digits keep every zero, whatever their number', () => {
    fc.assert(fc.property(fc.stringMatching(/^[+]?\d{1,20}(\.\d{1,3})?$/), (written) => assert.equal(fieldOf(written), written)))
  })

  test('keys of a dictionary keep their zeros too', () => {
    const { settings } = parseSettings('bitrix24: {measures: {055: м2, 0796: шт}, lists: {measures: []}}')
    assert.equal(settings?.bitrix24.measures['055'], 'м2')
    assert.equal(settings?.bitrix24.measures['0796'], 'шт')
  })

  test('a number is a number where one is wanted', () => {
    const { settings } = parseSettings(
      "bitrix24: {sectionLevels: 5}\nexchanges: [{name: a, preset: contacts, columns: {name: 2, id: '3'}}]",
    )
    assert.equal(settings?.bitrix24.sectionLevels, 5)
    assert.deepEqual(keyOf(settings?.exchanges[0], 'columns'), { name: 2, id: ['3'] })
  })

  test('a key without a value is not written; a word of the user without one is empty', () => {
    const { settings, problems } = parseSettings(
      'folders:\nexchanges:\n  - {name: a, preset: orders, stages: {закрыт: }, columns: }\nreadiness:\n  settle:\n',
    )
    assert.deepEqual(
      problems.map(({ code, args }) => [code, args['key']]),
      [['settings.unknown-key', 'columns']],
    )
    assert.equal(settings, null)
    const good = parseSettings(
      'folders:\nreadiness:\n  settle: ~\nexchanges: [{name: a, preset: orders, stages: {закрыт: }}]',
    ).settings
    assert.equal(good?.readiness.settle, 3000)
    assert.deepEqual(keyOf(good?.exchanges[0], 'stages'), { закрыт: '' })
  })

  test('anchors and references work', () => {
    const { settings, problems } = parseSettings(
      'exchanges:\n  - {name: a, preset: contacts, columns: &c {name: ФИО}}\n  - {name: b, preset: contacts, columns: *c}\n',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(keyOf(settings?.exchanges[1], 'columns'), { name: ['ФИО'] })
  })
})

group('mistakes of writing', () => {
  const code = (text: string) => problemsOf(text).map((found) => `${found.code} ${found.place.line}:${found.place.column}`)

  test('a tab as an indent', () => {
    assert.deepEqual(code('folders:\n\tin: x\n'), ['settings.tab 2:1'])
  })

  test('a Windows path in double quotes', () => {
    assert.deepEqual(code('folders: {in: "C:\\Обмен"}\n'), ['settings.escape 1:18'])
  })

  test('a key written twice, along with the other mistakes of the file', () => {
    assert.deepEqual(code('language: ru\nlanguage: en\nlogs: {lvl: info}\n'), [
      'settings.duplicate-key 2:1',
      'settings.unknown-key 3:8',
    ])
    assert.equal(problemsOf('language: ru\nlanguage: en\n')[0]?.args['key'], 'language')
  })

  test('a mask that begins with an asterisk and has no quotes', () => {
    const found = only('exchanges:\n  - {name: a, preset: orders, files: [*.xml]}\n')
    assert.equal(found.code, 'settings.unquoted-star')
    assert.equal(describe(found, 'ru').action, "Возьмите маску в кавычки: '*.xml'.")
    assert.deepEqual(code('folders:\n  in: {path: in, files: *.csv}\n'), ['settings.unquoted-star 2:25'])
  })

  test('a template without quotes', () => {
    assert.deepEqual(code('exchanges:\n  - name: a\n    preset: orders\n    title: {{ number }}\n'), [
      'settings.unquoted-template 4:12',
    ])
  })

  test('a template cut off by a number sign', () => {
    const found = only('exchanges:\n  - name: a\n    preset: orders\n    title: Заказ #{{ number }}\n')
    assert.equal(found.code, 'settings.lost-template')
    assert.equal(found.args['lost'], '#{{ number }}')
    assert.notEqual(parseSettings("language: ru # шаблон '{{ number }}' пишут в кавычках").settings, null)
  })

  test('a wrong template is told with what Liquid made of it', () => {
    const found = only("exchanges: [{name: a, preset: orders, fields: {UF_CRM_1: '{{ number'}}]")
    assert.equal(found.code, 'settings.template')
    assert.equal(found.place.setting, 'exchanges[1].fields.UF_CRM_1')
    assert.equal(only("exchanges: [{name: a, preset: orders, title: '{{ Номер заказа }}'}]").code, 'settings.template-words')
  })

  test('a list as a key', () => {
    assert.deepEqual(code('exchanges: [{name: a, preset: orders, stages: {[заявка, ожидание]: В работе}}]'), [
      'settings.list-key 1:48',
    ])
    assert.deepEqual(
      code('exchanges:\n  - name: a\n    preset: orders\n    stages:\n      закрыт: x\n      [заявка, ожидание]: y\n').map(
        (text) => text.split(' ')[0],
      ),
      ['settings.list-key'],
    )
  })

  test('other slips of YAML are told in words of the language asked for', () => {
    const broken = 'exchanges:\n  - name: a: b\n'
    assert.deepEqual(code(broken), ['settings.yaml 2:11'])
    assert.match(message(only(broken)), /в строке два двоеточия/)
    assert.match(describe(parseSettings(broken, 'en').problems[0]!, 'en').message, /nested mappings are not allowed/)
    assert.deepEqual(code('a: [1\nb: 2\n'), ['settings.yaml 2:1'])
    assert.deepEqual(code('a: 1\n---\nb: 2\n'), ['settings.yaml 2:1'])
  })
})

group('the file as a whole', () => {
  test('all mistakes are told at once, in the order of the lines', () => {
    const text = `langage: ru
folders: {ot: x}
readiness: {settle: 3}
exchanges:
  - preset: orders
  - name: b
    preset: order
logs: {level: all}
`
    assert.deepEqual(
      problemsOf(text).map(({ place }) => place.line),
      [1, 2, 3, 5, 7, 8],
    )
  })

  test('a BOM and Windows line ends shift no line or column', () => {
    const found = only('\uFEFFlanguage: ru\r\nlogs:\r\n  levl: info\r\n')
    assert.deepEqual(found.place, { line: 3, column: 3, setting: 'logs.levl' })
  })

  test('messages come in the language asked for, else in that of the file', () => {
    assert.match(String(only('langage: ru').args['hint']), /Похоже/)
    assert.match(String(only('language: en\nfoldres: x').args['hint']), /Did you mean "folders"/)
    assert.match(String(parseSettings('langage: ru', 'en').problems[0]?.args['hint']), /Did you mean/)
    assert.match(String(only('language: en\nsettle: 3s').args['hint']), /belongs elsewhere: readiness/)
    assert.match(String(only('language: en\nlogs: {level: wran}').args['hint']), /Did you mean "warn"/)
    assert.match(String(parseSettings('- a', 'en').problems[0]?.args['path']), /Settings file/)
    assert.match(String(parseSettings('logs: {language: ru}', 'en').problems[0]?.args['hint']), /the top level/)
  })

  test('no text at all makes the parser throw', () => {
    const piece = fc.constantFrom(
      'folders',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      "'",
      '"',
      '*',
      '&a',
      '*a',
      '#',
      '012',
      'exchanges',
      'preset',
      'orders',
      '{{',
      '|',
      '?',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { settings, problems } = parseSettings(pieces.join(''))
        assert.equal(settings === null, problems.length > 0)
        for (const { place } of problems) assert.ok(place.line !== undefined && place.line >= 1 && (place.column ?? 0) >= 1)
      }),
      { numRuns: 500 },
    )
  })
})
