import { access, mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { schemaFile, settingsFile } from '../settings/file-names.ts'
import { initialSettings } from '../settings/initial-settings.ts'
import { settingsJsonSchema } from '../settings/json-schema.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'

/** `obmen24 init [DIR]`: a working exchange folder with a settings file that explains itself. Nothing there is overwritten. */
export async function init({ terminal, cwd }: CommandContext, { dir = '.' }: { dir: string | undefined }): CommandResult {
  const root = resolve(cwd, dir)
  const { language } = terminal
  const words = texts[language]
  const path = join(root, settingsFile)
  if (await exists(path)) {
    if (terminal.json) terminal.object({ error: { code: 'exists', message: words.exists(path) } })
    terminal.warn(words.exists(path))
    return exitCodes.usage
  }
  for (const folder of ['in', 'out']) await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, schemaFile), `${JSON.stringify(settingsJsonSchema(language), null, 2)}\n`)
  await writeFile(path, initialSettings({ language, schema: `./${schemaFile}` }), { flag: 'wx' })
  if (terminal.json) terminal.object({ folder: root, settings: path })
  const name = relative(cwd, root)
  const given = name === '' ? '' : / /.test(name) ? ` "${name}"` : ` ${name}`
  for (const line of words.done(name === '' ? root : name, given)) terminal.say(line)
  return exitCodes.done
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

const texts = {
  ru: {
    exists: (path: string) => `Здесь уже есть папка обмена: ${path}. Чтобы начать заново, укажите другую папку.`,
    done: (folder: string, given: string) => [
      `Папка обмена готова: ${folder}`,
      '  in/           сюда 1С кладёт файлы',
      '  out/          отсюда 1С читает ответы и status.txt',
      `  ${settingsFile}  настройки, каждая с пояснением`,
      '',
      'Дальше:',
      `  obmen24 check${given}   проверить настройки и права`,
      `  obmen24 run${given}     обработать всё, что лежит в in/`,
    ],
  },
  en: {
    exists: (path: string) => `There is an exchange folder already: ${path}. To begin anew, name another folder.`,
    done: (folder: string, given: string) => [
      `The exchange folder is ready: ${folder}`,
      '  in/           1C drops its files here',
      '  out/          1C reads answers and status.txt from here',
      `  ${settingsFile}  the settings, each explained`,
      '',
      'Next:',
      `  obmen24 check${given}   check the settings and the rights`,
      `  obmen24 run${given}     work off all that lies in in/`,
    ],
  },
}
