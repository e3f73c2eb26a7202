import { withoutSecrets } from '../report/secrets.ts'
import type { Terminal } from '../report/terminal.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/**
 * The last resort for what a command did not expect. What the disk or the network refuses is a passing obstacle, because
 * starting again goes on from there; a damaged database needs a person; anything else is a bug, and its trace is shown.
 */
export function trouble(error: unknown, terminal: Terminal): ExitCode {
  const { message, stack } = asError(error)
  const kind = kindOf(asError(error))
  const words = texts[terminal.language]
  const text = withoutSecrets(words[kind](kind === 'bug' ? (stack ?? message) : message))
  if (terminal.json) terminal.object({ error: { code: kind, message: text } })
  terminal.warn(text)
  return { temporary: exitCodes.temporary, damaged: exitCodes.folderUnavailable, bug: exitCodes.bug }[kind]
}

function kindOf({ code, errcode }: Trouble): 'temporary' | 'damaged' | 'bug' {
  if (code === 'ERR_SQLITE_ERROR') return damagedDatabase.has(Number(errcode) & 0xff) ? 'damaged' : 'temporary'
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? 'temporary' : 'bug'
}

// SQLITE_CORRUPT, SQLITE_NOTADB.
const damagedDatabase: ReadonlySet<number> = new Set([11, 26])

interface Trouble {
  readonly code?: unknown
  readonly errcode?: unknown
  readonly message: string
  readonly stack?: string | undefined
}

function asError(error: unknown): Trouble {
  return error instanceof Error ? error : { message: String(error) }
}

const texts = {
  ru: {
    temporary: (message: string) =>
      `Временная помеха: ${message}\nЗапустите команду ещё раз: работа продолжится с того же места.`,
    damaged: (message: string) =>
      `База данных в служебной папке повреждена: ${message}\nВерните ledger.sqlite из резервной копии. Если копии нет, переименуйте файл: обмен начнётся с чистой памятью, и всё, что 1С выгрузит снова, ещё раз попадёт в файлы импорта.`,
    bug: (trace: string) => `Ошибка в самой программе. Пришлите разработчикам этот текст:\n${trace}`,
  },
  en: {
    temporary: (message: string) => `A passing obstacle: ${message}\nStart the command again: the work goes on from there.`,
    damaged: (message: string) =>
      `The database in the state folder is damaged: ${message}\nBring ledger.sqlite back from a backup. Where there is none, rename the file: the exchange begins with an empty memory, and whatever 1C exports again goes into the import files once more.`,
    bug: (trace: string) => `A fault of the program itself. Please send this text to the developers:\n${trace}`,
  },
}
