import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCommand } from '../../src/cli/program.ts'
import { objects, obmen24 } from './obmen24.ts'

const commands = [
  'init',
  'check',
  'run',
  'watch',
  'plan',
  'retry',
  'undo',
  'history',
  'show',
  'portal',
  'sandbox',
  'inspect',
  'convert',
]

test('the help names every command, in Russian unless asked otherwise', async () => {
  const { exitCode, stdout, stderr } = await obmen24(['--help'])
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')
  assert.match(stdout, /Обмен файлами между 1С и Битрикс24/)
  for (const command of commands) assert.match(stdout, new RegExp(`^  obmen24 ${command} `, 'm'))
  assert.match(stdout, /Коды завершения: 0 сделано/)
})

test('the help speaks English by option or environment', async () => {
  for (const { args, env } of [
    { args: ['--help', '--language', 'en'], env: {} },
    { args: ['--language=en', '--help'], env: {} },
    { args: ['--help'], env: { OBMEN24_LANGUAGE: 'en' } },
  ]) {
    const { stdout } = await obmen24(args, { env })
    assert.match(stdout, /File exchange between 1C and Bitrix24/)
    assert.doesNotMatch(stdout, /[а-яё]/i)
  }
})

test('every command explains itself in both languages', async () => {
  const help = async (command: string, language: 'ru' | 'en') => {
    const parsed = await parseCommand([command, '--help'], '1.0.0', language)
    return parsed.kind === 'text' ? parsed.text : parsed.kind
  }
  for (const command of commands) {
    assert.match(await help(command, 'ru'), new RegExp(`^obmen24 ${command}( [[<](папка|файлы|номер|идентификатор|что)|\n)`))
    assert.match(await help(command, 'en'), new RegExp(`^obmen24 ${command}( [[<](dir|files|number|id|what)|\n)`))
  }
})

test('the version is that of the package', async () => {
  const { exitCode, stdout } = await obmen24(['--version'])
  assert.equal(exitCode, 0)
  assert.match(stdout, /^\d+\.\d+\.\d+$/)
})

test('no command at all shows the help and is a usage error', async () => {
  const { exitCode, stdout, stderr } = await obmen24([])
  assert.equal(exitCode, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /obmen24 watch/)
})

test('a mistyped command is answered with the one that was meant', async () => {
  const { exitCode, stdout, stderr } = await obmen24(['inspekt', 'x.xml'])
  assert.equal(exitCode, 2)
  assert.equal(stdout, '')
  assert.equal(stderr, 'Команды «inspekt» нет. Похоже, имелось в виду: inspect.\nСправка: obmen24 --help')
})

test('an unknown command is answered with those there are', async () => {
  const { exitCode, stderr } = await obmen24(['upload', '--language', 'en'])
  assert.equal(exitCode, 2)
  assert.equal(stderr, `There is no command "upload". There are: ${commands.join(', ')}.\nHelp: obmen24 --help`)
})

test('a mistyped option is answered with the one that was meant', async () => {
  const { exitCode, stderr } = await obmen24(['run', '--jsn'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /Вместо --jsn похоже, имелось в виду --json\.\nСправка: obmen24 run --help$/)
})

test('too many arguments, wrong values and no files are usage errors in one or two lines', async () => {
  for (const [args, told] of [
    [['run', 'one', 'two'], /Лишнее или с опечаткой: two/],
    [['run', '--language', 'fr'], /--language: указано "fr", а бывает "ru", "en"/],
    [['convert', 'x', '--encoding', 'koi9'], /Такой кодировки нет: koi9/],
    [
      ['portal', 'stages', '--of', 'invoice', '--of', 'process:x'],
      /Бывает deal, invoice или process:номер, а указано «process:x»/,
    ],
    [['inspect'], /Не сказано, с какими файлами работать/],
    [['convert'], /obmen24 convert ФАЙЛ… --out ПАПКА/],
  ] as const) {
    const { exitCode, stdout, stderr } = await obmen24(args)
    assert.equal(exitCode, 2, args.join(' '))
    assert.equal(stdout, '')
    assert.match(stderr, told)
    assert.ok(stderr.split('\n').length <= 3, stderr)
  }
})

test('the number of a run and its folder are told apart', async () => {
  const parsed = async (...args: readonly string[]) => {
    const { exitCode, stdout } = await obmen24([...args, '--json'])
    return { exitCode, told: objects(stdout)[0] }
  }
  assert.equal((await parsed('undo', 'last')).told.error.code, 'usage')
  assert.match((await parsed('undo', 'last')).told.error.message, /Нужен номер запуска, а указано «last»/)
  const nowhere = await parsed('history', 'no-such-folder')
  assert.deepEqual([nowhere.exitCode, nowhere.told.error.code], [2, 'settings'])
  assert.equal((await parsed('portal', 'colours')).told.error.code, 'usage')
})

test('with --json a usage error is one JSON object on one line', async () => {
  for (const args of [['--json'], ['run', '--json', '--fast'], ['inspect', '--json'], ['convert', '--json']]) {
    const { exitCode, stdout, stderr } = await obmen24(args)
    assert.equal(exitCode, 2)
    assert.equal(stderr, '')
    const [found, ...rest] = objects(stdout)
    assert.deepEqual(rest, [])
    assert.equal(found.error.code, 'usage')
    assert.match(found.error.message, /\S/)
  }
})
