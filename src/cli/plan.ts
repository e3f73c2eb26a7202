import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cardUrl } from '../bitrix24/crm/links-of.ts'
import { localIso } from '../exchange/clock.ts'
import { type PlannedExchange, planExchange } from '../exchange/folder/plan-exchange.ts'
import type { CardPlan } from '../exchange/portal/plan/card-plan.ts'
import type { RowPlan } from '../exchange/portal/plan/row-plan.ts'
import type { Problem } from '../problems/problem.ts'
import { changeTexts } from '../report/change-texts.ts'
import { planHtml } from '../report/plan-html.ts'
import { cardPlanJson, cardPlanLines, planJson, planLines } from '../report/plan-report.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { rowCountLines, rowPlanJson, rowPlanLines } from '../report/row-plan-report.ts'
import { showCardsDone, showRowsDone } from '../report/rows-done.ts'
import type { Terminal } from '../report/terminal.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { loadSettings } from './load-settings.ts'
import { notOpened } from './not-opened.ts'
import { openHome } from './open-home.ts'

interface PlanArguments {
  readonly dir: string | undefined
  readonly html?: string | undefined
  readonly all?: boolean | undefined
}

/** `obmen24 plan [DIR]`: what `run` would do now, field by field; takes no file and changes nothing. */
export async function plan(context: CommandContext, { dir, html, all }: PlanArguments): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal, settings } = loaded
  const words = texts[terminal.language]
  if (settings.target !== 'portal') {
    terminal.warn(words.notPortal)
    return exitCodes.usage
  }
  const opened = await openHome(loaded, 'plan')
  if (opened.kind !== 'open') return notOpened(opened, terminal)
  try {
    const result = await planExchange(opened.home, {
      progress: showRowsDone(terminal),
      cards: showCardsDone(terminal),
      async show(planned) {
        terminal.progress('')
        printProblems(planned.problems, terminal)
        if (html !== undefined) await writePage(resolve(html), planned, terminal)
        if (terminal.json) await printJson(planned, terminal)
        else await printLines(planned, terminal, html === undefined ? (all === true ? Number.POSITIVE_INFINITY : shownCards) : 0)
        if (html !== undefined) terminal.say(words.page(resolve(html)))
      },
    })
    terminal.progress('')
    if (result.kind === 'planned') return result.stops ? exitCodes.brake : exitCodes.done
    if (terminal.json) terminal.object({ errors: result.problems.map((found) => problemJson(found, terminal.language)) })
    printProblems(result.problems, terminal)
    return exitCodes.temporary
  } finally {
    await opened.close()
  }
}

/** A fault of the settings meets every card; it is told once. */
async function* toldOnce(cards: AsyncIterable<readonly CardPlan[]>): AsyncGenerator<readonly CardPlan[]> {
  const told = new Set<string>()
  const isNews = ({ code, args }: Problem) => {
    const text = `${code} ${JSON.stringify(args)}`
    const isNew = !told.has(text)
    told.add(text)
    return isNew
  }
  for await (const batch of cards) yield batch.map((card) => ({ ...card, problems: card.problems.filter(isNews) }))
}

async function printLines(
  { summary, cards, rows, rowCounts, files, run, portal }: PlannedExchange,
  terminal: Terminal,
  most: number,
): Promise<void> {
  const words = texts[terminal.language]
  terminal.say(run === null ? words.files(files) : words.run(run))
  const changes = changeTexts(portal?.directories ?? null, terminal.language)
  let shown = 0
  let more = 0
  if (most > 0) {
    for await (const batch of toldOnce(cards())) {
      for (const card of batch.filter(({ action }) => action !== 'nothing')) {
        if (shown >= most) {
          more += 1
          continue
        }
        shown += 1
        for (const line of cardPlanLines(card, terminal, changes)) terminal.out(line)
      }
      await terminal.caughtUp()
    }
  }
  if (more > 0) terminal.out(words.more(more))
  if (most > 0) await printRows(rows(), terminal, most)
  for (const line of [...planLines(summary, terminal), ...rowCountLines(rowCounts, terminal)]) terminal.out(line)
}

// What is passed over as the settings say is counted; the answers and the page have it row by row.
async function printRows(rows: AsyncIterable<readonly RowPlan[]>, terminal: Terminal, most: number): Promise<void> {
  let shown = 0
  let more = 0
  for await (const batch of rows) {
    for (const row of batch.filter(({ action }) => action !== 'skip')) {
      if (shown < most) for (const line of rowPlanLines(row, terminal)) terminal.out(line)
      if (shown < most) shown += 1
      else more += 1
    }
    await terminal.caughtUp()
  }
  if (more > 0) terminal.out(texts[terminal.language].moreRows(more))
}

// One object a line: the plan in numbers first, then its cards.
async function printJson(planned: PlannedExchange, terminal: Terminal): Promise<void> {
  const { summary, cards, rows, rowCounts, files, run, portal } = planned
  const changes = changeTexts(portal?.directories ?? null, terminal.language)
  terminal.object({ plan: { ...planJson(summary), rows: rowCounts, files, run } })
  for await (const batch of cards()) {
    for (const card of batch) terminal.object({ card: cardPlanJson(card, terminal.language, changes) })
    await terminal.caughtUp()
  }
  for await (const batch of rows()) {
    for (const row of batch) terminal.object({ row: rowPlanJson(row) })
    await terminal.caughtUp()
  }
}

async function writePage(
  path: string,
  { summary, cards, rows, rowCounts, files, run, portal }: PlannedExchange,
  { language }: Terminal,
): Promise<void> {
  const words = texts[language]
  const page = planHtml(summary, toldOnce(cards()), {
    language,
    about: [run === null ? words.files(files) : words.run(run), portal?.address ?? '', localIso(new Date())]
      .filter((part) => part !== '')
      .join(' · '),
    texts: changeTexts(portal?.directories ?? null, language),
    rows: rows(),
    rowCounts,
    cardUrl: ({ entity }, id) => cardUrl(portal?.address ?? '', entity, id),
  })
  await pipeline(page, createWriteStream(path))
}

// As many as a person reads on a screen; the page and `--all` show more.
const shownCards = 40

const texts = {
  ru: {
    notPortal:
      'План бывает у обмена с порталом: поставьте target: portal. Для файлов импорта (target: csv) посмотрите obmen24 convert.',
    files: (names: readonly string[]) => (names.length === 0 ? 'Новых файлов нет.' : `Файлы: ${names.join(', ')}`),
    run: (number: number) => `План начатого запуска ${number}`,
    more: (count: number) => `… и ещё карточек: ${count.toLocaleString('ru')} (все — с --all или на странице --html)`,
    moreRows: (count: number) => `… и ещё строк: ${count.toLocaleString('ru')} (все — с --all или на странице --html)`,
    page: (path: string) => `Страница плана: ${path}`,
  },
  en: {
    notPortal:
      'A plan belongs to an exchange with the portal: set target: portal. For import files (target: csv) see obmen24 convert.',
    files: (names: readonly string[]) => (names.length === 0 ? 'There are no new files.' : `Files: ${names.join(', ')}`),
    run: (number: number) => `Plan of run ${number}, which was begun`,
    more: (count: number) => `… and ${count.toLocaleString('en')} more cards (all of them with --all or on the page of --html)`,
    moreRows: (count: number) =>
      `… and ${count.toLocaleString('en')} more rows (all of them with --all or on the page of --html)`,
    page: (path: string) => `Page of the plan: ${path}`,
  },
}
