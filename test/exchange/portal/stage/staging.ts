import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { exchangesOf } from '../../../../src/exchange/folder/home.ts'
import type { SetInput } from '../../../../src/exchange/ordered-parts.ts'
import { answerLines } from '../../../../src/exchange/portal/answer/answer-rows.ts'
import { stageSet } from '../../../../src/exchange/portal/stage/stage-set.ts'
import type { ToldCard } from '../../../../src/exchange/portal/told-card.ts'
import { readOptions } from '../../../../src/exchange/read-options.ts'
import { createRoutes } from '../../../../src/exchange/routes.ts'
import type { Card, CardResult } from '../../../../src/ledger/cards.ts'
import type { Ledger } from '../../../../src/ledger/ledger.ts'
import { openSqliteLedger } from '../../../../src/ledger/sqlite-ledger.ts'
import { openInput } from '../../../../src/onec/read/open-input.ts'
import type { AnswerLine } from '../../../../src/onec/write/answer.ts'
import type { Problem } from '../../../../src/problems/problem.ts'
import { settingsOf } from '../../workbench.ts'

/** A card as it was staged, with what is told of it unpacked. */
export interface StagedCard extends Card {
  readonly says: ToldCard
}

export interface StagedRun {
  readonly run: number
  /** By the place of the file in the call. */
  readonly messages: readonly number[]
  readonly cards: readonly StagedCard[]
  readonly problems: readonly Problem[]
  /** Lines of the answer to the file of that place, as they stand now. */
  lines(place?: number): Promise<readonly AnswerLine[]>
}

export interface Staging {
  readonly ledger: Ledger
  /** Stages files given by name and text as one run. */
  stage(files: Readonly<Record<string, string>>): Promise<StagedRun>
  /** The cards of the run end as they would when the portal takes them all, but for those of `results` (by key). */
  apply(run: Pick<StagedRun, 'run' | 'cards'>, results?: Readonly<Record<string, CardResult>>): Promise<void>
  /** Stages what was left over into a run of its own. */
  retry(): Promise<Pick<StagedRun, 'run' | 'cards'>>
}

export const at = '2026-03-05T09:05:07+03:00'

/** A real ledger and real files in a folder of the test, by settings as a user writes them. */
export async function openStaging(t: TestContext, yaml = ''): Promise<Staging> {
  const root = await mkdtemp(join(tmpdir(), 'obmen24 карточки '))
  const ledger = openSqliteLedger(join(root, 'ledger.sqlite'))
  t.after(async () => {
    await ledger.close()
    await rm(root, { recursive: true, force: true })
  })
  const settings = settingsOf(yaml)
  const routes = createRoutes(exchangesOf(settings))
  const reading = readOptions(settings, routes)
  let portalIds = 100
  return {
    ledger,
    async stage(files) {
      const inputs: SetInput[] = []
      for (const [name, text] of Object.entries(files)) {
        await writeFile(join(root, name), text)
        const about = {
          source: `/in/${name}`,
          name,
          bytes: 1,
          sha256: '',
          modifiedMs: 0,
          takenAt: at,
          keptAt: name,
          repeatOf: null,
        }
        const { number: message } = await ledger.addMessage(about)
        inputs.push({ message, input: await openInput(join(root, name), name, reading) })
      }
      const messages = inputs.map(({ message }) => message)
      const { number: run } = await ledger.beginRun(at, messages)
      const options = { run, settings, routes, reading, ledger, language: settings.language }
      const { problems } = await ledger.atomically(() => stageSet(inputs, options))
      const lines = async (place = 0) => (await Array.fromAsync(answerLines(ledger, messages[place]!, at))).flat()
      return { run, messages, cards: await cardsOf(ledger, run), problems, lines }
    },
    async apply({ run, cards }, results = {}) {
      for (const { number, entity, key, told, hash, generated, message } of cards) {
        const link = (await ledger.links.of(entity, [key])).get(key)
        const portalId = link?.portalId ?? ++portalIds
        const taken: CardResult = { action: link === undefined ? 'created' : 'updated', code: '', text: '', portalId }
        await ledger.cards.done(run, [{ number, result: results[key] ?? taken }])
        if (results[key] === undefined)
          await ledger.links.put([{ entity, key, portalId, told, hash, generated, message, run, at }])
      }
      await ledger.finishRun(run, at, {})
    },
    async retry() {
      const { number: run } = await ledger.beginRun(at, [], 'retry')
      await ledger.cards.stage(run, await ledger.cards.leftOver(500, { run: 0, number: 0 }))
      return { run, cards: await cardsOf(ledger, run) }
    },
  }
}

async function cardsOf(ledger: Ledger, run: number): Promise<readonly StagedCard[]> {
  const cards = await ledger.cards.inState(run, 'staged', '', 0, 100_000)
  return cards.map((card) => ({ ...card, says: JSON.parse(card.told) as ToldCard }))
}

export interface ToldCounterparty {
  readonly id: string
  readonly name?: string
  readonly inn?: string
  readonly comment?: string
  readonly role?: string
  readonly deleted?: boolean
  readonly people?: readonly (readonly [id: string, name: string, post?: string])[]
}

/** A CommerceML file of counterparties; one without an ИНН and with a name of three words is a private person. */
export function clients(list: readonly ToldCounterparty[], generated = ''): string {
  const date = generated === '' ? '' : ` ДатаФормирования="${generated}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07"${date}><Контрагенты>${list.map(client).join('\n')}</Контрагенты></КоммерческаяИнформация>`
}

function client({ id, name = 'ООО «Лютик»', inn = '', comment = '', role = '', deleted = false, people = [] }: ToldCounterparty) {
  const persons = people.map(
    ([personId, personName, post = '']) =>
      `<Представитель><Ид>${personId}</Ид><Наименование>${personName}</Наименование><Должность>${post}</Должность></Представитель>`,
  )
  const isPerson = inn === '' && /^\S+ \S+ \S+$/.test(name)
  return `<Контрагент${deleted ? ' Статус="Удален"' : ''}><Ид>${id}</Ид><Наименование>${name}</Наименование>
<${isPerson ? 'ПолноеНаименование' : 'ОфициальноеНаименование'}>${name}</${isPerson ? 'ПолноеНаименование' : 'ОфициальноеНаименование'}>
<ИНН>${inn}</ИНН><Роль>${role}</Роль><Комментарий>${comment}</Комментарий><Представители>${persons.join('')}</Представители></Контрагент>`
}

/** A table of contact persons; each row is `id;name;company;post`. */
export function persons(rows: readonly string[], company = 'Код контрагента'): string {
  return [`Ид;ФИО;${company};Должность`, ...rows, ''].join('\r\n')
}

/** What of the lines most tests are about. */
export function outcomes(lines: readonly AnswerLine[]): readonly string[] {
  return lines.map(({ action, code }) => (code === '' ? action : `${action} ${code}`))
}
