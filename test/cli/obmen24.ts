import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { execa, type Options } from 'execa'
import iconv from 'iconv-lite'
import { commandLine, type Place } from '../../src/main.ts'

const bin = join(import.meta.dirname, '..', '..', 'src', 'bin.ts')

/** How Node is told to run the program out of the checkout. */
export const sourceArguments = ['--disable-warning=ExperimentalWarning', bin]

/** Runs a whole command line, without a process of its own: starting one takes longer than most commands. */
export async function obmen24(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: Partial<Pick<Place, 'cwd' | 'env'>> = {},
) {
  const printed = { out: '', err: '' }
  const into = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) })
  const exitCode = await commandLine(args, { out: into('out'), err: into('err'), env, cwd })
  const trimmed = (text: string) => text.replace(/\n$/, '')
  return { exitCode, stdout: trimmed(printed.out), stderr: trimmed(printed.err) }
}

/** Runs it in a process of its own and waits for its end; no exit code is thrown. */
export async function inItsProcess(args: readonly string[], options: Pick<Options, 'cwd' | 'env'> = {}) {
  const { exitCode, stdout, stderr } = await start(args, options)
  return { exitCode, stdout, stderr }
}

/** The same, still running. */
export function start(args: readonly string[], { cwd, env }: Pick<Options, 'cwd' | 'env'> = {}) {
  return execa(process.execPath, [...sourceArguments, ...args], {
    reject: false,
    ...(cwd === undefined ? {} : { cwd }),
    env: { OBMEN24_LANGUAGE: '', FORCE_COLOR: '', ...env },
  })
}

export async function tempFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 папка '))
  context.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** An exchange folder that does not wait long for quiet. `more` is added to the settings. */
export async function exchangeFolder(context: TestContext, more = ''): Promise<string> {
  const folder = await tempFolder(context)
  await mkdir(join(folder, 'in'))
  await writeFile(join(folder, 'obmen24.yaml'), `readiness: {settle: 100ms, poll: 300ms}\n${more}`)
  return folder
}

/** The output as JSON objects, one a line. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into the objects as a script would
export function objects(stdout: string): any[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** Made-up counterparties as a 1C of the nineties writes them: windows-1251, semicolons. */
export function counterpartiesCsv(rows: readonly string[] = usualRows): Buffer {
  return iconv.encode(['Код;Наименование;ИНН;Телефон', ...rows, ''].join('\r\n'), 'win1251')
}

const usualRows = [
  '000000001;ООО "Полярная сова";7701000001;+7 495 000-00-01',
  '000000002;АО "Медный чайник";5012003453;+7 495 000-00-02',
]

export const counterpartiesXml = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.08" ДатаФормирования="2026-03-05T09:00:00">
  <Контрагенты>
    <Контрагент>
      <Ид>0b7e5a10-0000-4000-8000-000000000001</Ид>
      <Наименование>Полярная сова</Наименование>
      <ОфициальноеНаименование>ООО "Полярная сова"</ОфициальноеНаименование>
      <ИНН>7701000001</ИНН>
    </Контрагент>
  </Контрагенты>
</КоммерческаяИнформация>
`
