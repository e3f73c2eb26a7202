import { cp, mkdir, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { TestContext } from 'node:test'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { planExchange } from '../../../src/exchange/folder/plan-exchange.ts'
import { undoExchange } from '../../../src/exchange/folder/undo-exchange.ts'
import { doneCards } from '../../../src/exchange/portal/answer/done-cards.ts'
import { changeTexts } from '../../../src/report/change-texts.ts'
import { cardPlanLines, planJson, planLines } from '../../../src/report/plan-report.ts'
import { printProblems } from '../../../src/report/problem-lines.ts'
import { runLines } from '../../../src/report/run-report.ts'
import { createTerminal } from '../../../src/report/terminal.ts'
import { undoLines } from '../../../src/report/undo-report.ts'
import { type PortalExchange, portalFolder } from '../../exchange/portal/portal-folder.ts'
import type { StepResult } from '../run.ts'
import { checkout } from '../scenario.ts'
import { cardsText } from './cards-text.ts'
import { type PortalScenario, type PortalStep, readPortalScenario, settingsOf } from './scenario.ts'

/** Plays a scenario against the local portal: before every run its plan is asked for, after it the cards are looked at. */
export async function runPortalScenario(
  t: TestContext,
  folder: string,
): Promise<{ readonly scenario: PortalScenario; readonly results: readonly StepResult[] }> {
  const scenario = await readPortalScenario(folder)
  const exchange = await portalFolder(t, {
    portal: scenario.portal,
    ...(await settingsOf(scenario)),
    ...(scenario.ownCompany && { state: addOwnCompanies }),
  })
  for (const { method, params } of scenario.before) await exchange.ask(method, params)
  const results: StepResult[] = []
  for (const step of scenario.steps) results.push(await playStep(exchange, step))
  return { scenario, results }
}

async function playStep(exchange: PortalExchange, step: PortalStep): Promise<StepResult> {
  exchange.now = new Date(`${step.at}+03:00`)
  await exchange.clock.sleep(exchange.now.getTime() - exchange.clock.now())
  for (const { method, params } of step.calls) await exchange.ask(method, params)
  for (const path of step.drop) {
    const source = join(checkout, path)
    const target = join(exchange.root, step.to)
    await mkdir(target, { recursive: true })
    await cp(source, (await stat(source)).isDirectory() ? target : join(target, basename(path)), { recursive: true })
  }
  await exchange.put(step.put)
  exchange.requests()
  const before = await madeFiles(exchange)
  const plan = step.undo === undefined ? { 'plan.txt': await planText(exchange) } : {}
  const looked = exchange.requests()
  const { exit, screen } = step.undo === undefined ? await run(exchange) : await undo(exchange, step.undo)
  const asked = exchange.requests()
  const made = Object.entries(await madeFiles(exchange)).filter(([name, bytes]) => before[name]?.equals(bytes) !== true)
  const told = {
    ...plan,
    'screen.txt': `${screen}\nЗапросов к порталу: ${step.undo === undefined ? `план ${looked}, запуск ${asked}` : asked}\n`,
    'portal.txt': cardsText(exchange.state),
  }
  const files = new Map(Object.entries(told).map(([name, content]) => [name, Buffer.from(content)]))
  for (const [name, bytes] of made) files.set(name, bytes)
  return { name: step.name, exit, files }
}

/** What 1C reads: the answers, and the files of the ways back wherever the settings have them. */
async function madeFiles(exchange: PortalExchange): Promise<Readonly<Record<string, Buffer>>> {
  const own = await exchange.files('.')
  return Object.fromEntries(Object.entries(own).filter(([path]) => !/^(?:in|archive|failed|\.obmen24)\/|^webhook\.txt$/.test(path)))
}

async function planText(exchange: PortalExchange): Promise<string> {
  const { terminal, text } = screenOf(exchange)
  const result = await exchange.withHome((home) =>
    planExchange(home, {
      async show({ summary, cards, files, problems, portal }) {
        const texts = changeTexts(portal?.directories ?? null, terminal.language)
        terminal.say(`${files.join(', ') || '—'}\n`)
        for (const line of planLines(summary, terminal)) terminal.say(line)
        printProblems(problems, terminal)
        for await (const some of cards()) for (const card of some) terminal.say(['', ...cardPlanLines(card, terminal, texts)].join('\n'))
        terminal.say(`\n${JSON.stringify(planJson(summary))}`)
      },
    }),
  )
  if (result.kind === 'failed') printProblems(result.problems, terminal)
  return text()
}

async function run(exchange: PortalExchange): Promise<{ readonly exit: number; readonly screen: string }> {
  const report = await exchange.run()
  const { terminal, text } = screenOf(exchange)
  printProblems(report.problems, terminal)
  await exchange.withHome(async (home) => {
    for (const line of runLines(report, terminal, home.folders)) terminal.say(line)
  })
  return { exit: report.exit, screen: text() }
}

async function undo(exchange: PortalExchange, number: number): Promise<{ readonly exit: number; readonly screen: string }> {
  const { terminal, text } = screenOf(exchange)
  return exchange.withHome(async (home) => {
    const undone = await undoExchange(home, number, { patient: false })
    if (undone.kind === 'refused') {
      printProblems([undone.problem], terminal)
      return { exit: 2, screen: text() }
    }
    printProblems(undone.processed.problems, terminal)
    const report = { number, run: undone.run, unfinished: false, cards: () => doneCards(home.ledger, undone.run) }
    for await (const line of undoLines(report, terminal)) terminal.say(line)
    return { exit: 0, screen: text() }
  })
}

function screenOf({ root }: PortalExchange) {
  let screen = ''
  const stream = { write: (text: string) => (screen += text) }
  const terminal = createTerminal({ language: 'ru', verbose: true }, { out: stream, err: stream, env: {} })
  return {
    terminal,
    text: () =>
      screen
        .replaceAll(root + sep, '')
        .replaceAll(root, '.')
        .replaceAll('\\', '/')
        .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://portal'),
  }
}

/** A golden file in words that no run changes: the port of the portal is another one every time. */
export function steady(results: readonly StepResult[]): readonly StepResult[] {
  const settle = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://portal'), 'latin1')
  return results.map((result) => ({ ...result, files: new Map([...result.files].map(([path, bytes]) => [path, settle(bytes)])) }))
}

