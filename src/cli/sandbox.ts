import { resolve } from 'node:path'
import { fixturePortal } from '../bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../bitrix24/sandbox/methods/index.ts'
import { sandboxPage } from '../bitrix24/sandbox/page.ts'
import { openSandbox } from '../bitrix24/sandbox/sandbox.ts'
import { problem } from '../problems/problem.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'

export interface SandboxArguments {
  readonly port: number
  /** File in which the portal is kept; without one it is gone with the command. */
  readonly state: string | undefined
  /** They differ in presets, stages and custom fields. */
  readonly portal: Parameters<typeof fixturePortal>[0]
}

/** `obmen24 sandbox`: a portal on this computer that answers as Bitrix24 does, until Ctrl-C. Nothing of it leaves the computer. */
export async function sandbox({ terminal, stopSignal, cwd }: CommandContext, args: SandboxArguments): CommandResult {
  const words = texts[terminal.language]
  const file = args.state === undefined ? null : resolve(cwd, args.state)
  const opened = openSandbox({
    state: fixturePortal(args.portal, { ownCompany: true }),
    methods,
    page: sandboxPage,
    ...(file === null ? {} : { stateFile: file }),
  })
  try {
    const listening = await opened.listen(args.port).catch(refusedPort)
    if (listening === null) {
      const found = problem('command.port-taken', { port: args.port })
      if (terminal.json) terminal.object({ error: problemJson(found, terminal.language) })
      printProblems([found], terminal)
      return exitCodes.usage
    }
    const { origin, webhook } = listening
    if (terminal.json) terminal.object({ portal: opened.state.name, page: origin, webhook, state: file, kept: opened.origin })
    if (opened.origin === 'broken') terminal.warn(words.broken(file ?? ''))
    for (const line of words.open(opened.state.name, origin, webhook, file)) terminal.say(line)
    await raised(stopSignal())
    terminal.say(words.stopped(file))
    return exitCodes.done
  } finally {
    await opened.close()
  }
}

function refusedPort(error: NodeJS.ErrnoException): null {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
  return null
}

function raised(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

const texts = {
  ru: {
    open: (name: string, origin: string, webhook: string, file: string | null) => [
      `Учебный портал «${name}» работает: ${origin}`,
      `Адрес вебхука: ${webhook}`,
      'Сохраните его одной строкой в webhook.txt рядом с obmen24.yaml и поставьте в настройках target: portal.',
      file === null
        ? 'Всё, что на нём появится, исчезнет вместе с ним: чтобы сохранить, добавьте --state файл.'
        : `Хранится в ${file}`,
      'Остановить: Ctrl-C',
    ],
    broken: (file: string) => `Файл ${file} не прочитан и отложен в сторону, портал начат заново.`,
    stopped: (file: string | null) =>
      file === null ? 'Учебный портал остановлен.' : `Учебный портал остановлен и сохранён в ${file}.`,
  },
  en: {
    open: (name: string, origin: string, webhook: string, file: string | null) => [
      `The practice portal "${name}" is open: ${origin}`,
      `Webhook address: ${webhook}`,
      'Save it as the only line of webhook.txt beside obmen24.yaml and set target: portal in the settings.',
      file === null ? 'What comes to be on it goes with it: to keep it, add --state FILE.' : `Kept in ${file}`,
      'To stop: Ctrl-C',
    ],
    broken: (file: string) => `${file} could not be read and was put aside; the portal begins anew.`,
    stopped: (file: string | null) =>
      file === null ? 'The practice portal is closed.' : `The practice portal is closed and kept in ${file}.`,
  },
}
