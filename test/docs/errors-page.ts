import type { ProblemEntry } from '../../src/problems/entry.ts'
import { problemTable } from '../../src/problems/table.ts'
import { literal } from './markdown.ts'

/** `docs/errors.md`: every code, in Russian and English, in the order of the alphabet. */
export function errorsPage(): string {
  const entries: [string, ProblemEntry][] = Object.entries(problemTable)
  const parts = entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, entry]) => part(code, entry))
  return `${[intro.trim(), ...parts].join('\n\n')}\n`
}

function part(code: string, entry: ProblemEntry): string {
  const retry = entry.retry ? ' · повтор может помочь' : ''
  return [
    `## ${code}`,
    `${severity[entry.severity]}${retry}`,
    `${literal(entry.what.ru)}  \n*Отчего бывает.* ${literal(entry.cause.ru)}  \n*Что делать.* ${literal(entry.action.ru)}`,
    `> ${literal(entry.what.en)}  \n> *Cause.* ${literal(entry.cause.en)}  \n> *What to do.* ${literal(entry.action.en)}`,
  ].join('\n\n')
}

const severity = {
  error: '**ошибка** — строка или файл не взяты',
  warning: '**предупреждение** — взято, но нужно посмотреть',
  notice: '**к сведению** — исправлено само',
}

const intro = `
<!-- Сделано из src/problems/table.ts командой npm run docs; руками не правится. -->

# Сообщения

Каждое сообщение программы имеет код. Код стоит в ответе для 1С, в отчёте и в журнале и не меняется от версии к версии; слова могут
уточняться. В фигурных скобках — то, что подставляется.
`
