import type { TestContext } from 'node:test'
import type { ExchangeHooks } from '../../../../src/exchange/folder/run-exchange.ts'
import { lines, runWith } from '../hands.ts'
import { type PortalExchange, portalFolder } from '../portal-folder.ts'
import type { Client } from './client.ts'
import { encodingSetting } from './encodings.ts'
import { neutralAnswer, neutralCards, neutralIds } from './neutral-text.ts'
import { planText } from './plan-text.ts'
import { type Writing, written } from './written.ts'

/** An exchange with a portal that writes down what is seen of it, in words that are the same for every dialect. */
export interface Stage {
  readonly folder: PortalExchange
  /** The id that the dialect makes of a word. */
  idOf(key: string): string
  /** 1C exports; `prefix` begins the names of the files and so chooses their exchange. */
  drop(clients: readonly Client[], prefix?: string): Promise<void>
  /** What the plan says, how the run ends, what 1C is answered of the files that are new. */
  run(hooks?: Partial<ExchangeHooks>): Promise<void>
  /** A run of which nothing is written down, to come to what is to be shown. */
  runUnseen(): Promise<void>
  cards(): void
  /** The folder of answers as 1C finds it, but for the state of the exchange. */
  answers(): Promise<void>
  text(): string
}

export async function openStage(t: TestContext, writing: Writing, yaml: string): Promise<Stage> {
  const folder = await portalFolder(t, { yaml: `${encodingSetting(writing.encoding)}\n${yaml}` })
  const told: Client[] = []
  const names = new Map<string, string>()
  let log = ''
  let rounds = 1
  const say = (title: string, text: readonly string[]) => {
    const indented = text.flatMap((each) => each.trimEnd().split('\n')).map((line) => `  ${line}`)
    log += `${[title, ...indented].map((line) => line.trimEnd()).join('\n')}\n`
  }
  const neutral = (text: string) => {
    const named = [...names].reduce((left, [name, word]) => left.replaceAll(name, word), text)
    return neutralIds(named, told, writing.dialect).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://portal')
  }
  return {
    folder,
    idOf: (key) => writing.dialect.idOf(key),
    async drop(clients, prefix = '') {
      told.push(...clients)
      const files = written(clients, writing, { generated: `2026-03-05T09:${String(rounds).padStart(2, '0')}:07`, prefix })
      for (const path of Object.keys(files)) names.set(path.slice('in/'.length), `${prefix}{файл}`)
      await folder.put(files)
    },
    async run(hooks = {}) {
      say('план', (await planText(folder)).map(neutral))
      const before = await folder.files('out')
      const { exit, codes } = await runWith(folder, hooks)
      rounds += 1
      // What a file says wrongly of its encoding is told of the file; the cards are the same.
      say('запуск', [`код ${[exit, ...codes.filter((code) => !code.startsWith('encoding.'))].join(' ')}`])
      const after = await folder.files('out')
      for (const [name, word] of names) {
        const answer = `${name}.result.csv`
        if (after[answer] === undefined || before[answer]?.equals(after[answer]) === true) continue
        say(`ответ ${word}`, (await lines(folder, name)).map(lineText).map(neutral))
      }
    },
    async runUnseen() {
      await folder.run()
      rounds += 1
    },
    cards: () => say('карточки', [neutralCards(folder.state, told, writing.dialect)]),
    async answers() {
      for (const [name, bytes] of Object.entries(await folder.files('out'))) {
        if (name !== 'status.txt') say(neutral(name), [neutral(neutralAnswer(bytes, folder.settings.answer.encoding))])
      }
    },
    text: () => log,
  }
}

function lineText(line: Readonly<Record<string, string>>): string {
  const [kind, id, portalId, action, code, text] = ['Вид', 'Ид1С', 'ИдБ24', 'Действие', 'Код', 'Текст'].map(
    (name) => line[name] ?? '',
  )
  return [kind, id, portalId === '' ? '' : `→ ${portalId}`, action, code === '' ? '' : `(${code}) ${text}`]
    .filter(Boolean)
    .join(' ')
}
