import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { exchangesOf } from '../../../../src/exchange/folder/home.ts'
import type { SetInput } from '../../../../src/exchange/ordered-parts.ts'
import { answerLines } from '../../../../src/exchange/portal/answer/answer-rows.ts'
import { stageLeftOver } from '../../../../src/exchange/portal/stage/left-over.ts'
import { type StageOptions, stageSet } from '../../../../src/exchange/portal/stage/stage-set.ts'
import type { ToldCard } from '../../../../src/exchange/portal/told-card.ts'
import type { ToldDocument, ToldFile } from '../../../../src/exchange/portal/told-document.ts'
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
export interface StagedCard<T = ToldCard> extends Card {
  readonly says: T
}

/** The cards of a run. */
export interface StagedCards {
  readonly run: number
  /** Those of companies and contacts. */
  readonly cards: readonly StagedCard[]
  readonly documents: readonly StagedCard<ToldDocument>[]
  readonly files: readonly StagedCard<ToldFile>[]
}

export interface StagedRun extends StagedCards {
  /** By the place of the file in the call. */
  readonly messages: readonly number[]
  readonly problems: readonly Problem[]
  /** Lines of the answer to the file of that place, as they stand now. */
  lines(place?: number): Promise<readonly AnswerLine[]>
}

export interface Staging {
  readonly ledger: Ledger
  /** Stages files given by name and text as one run. */
  stage(files: Readonly<Record<string, string | Uint8Array>>): Promise<StagedRun>
  /** The cards of the run end as they would when the portal takes them all, but for those of `results` (by key). */
  apply(run: StagedCards, results?: Readonly<Record<string, CardResult>>): Promise<void>
  /** Stages what was left over into a run of its own. */
  retry(): Promise<StagedCards>
}

export const at = '2026-03-05T09:05:07+03:00'

/** A real ledger and real files in a folder of the test, by settings as a user writes them. */
export async function openStaging(t: TestContext, yaml = '', confirm?: StageOptions['confirm']): Promise<Staging> {
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
      const options = {
        run,
        settings,
        exchanges: exchangesOf(settings),
        routes,
        reading,
        ledger,
        language: settings.language,
        ...(confirm === undefined ? {} : { confirm }),
      }
      const { problems } = await ledger.atomically(() => stageSet(inputs, options))
      const lines = async (place = 0) =>
        (await Array.fromAsync(answerLines(ledger, messages[place]!, { at, language: 'ru' }))).flat()
      return { ...(await cardsOf(ledger, run)), messages, problems, lines }
    },
    async apply({ run, cards, documents, files }, results = {}) {
      for (const { number, entity, key, told, hash, generated, message } of [...cards, ...documents, ...files]) {
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
      await stageLeftOver(ledger, run, 'all')
      return cardsOf(ledger, run)
    },
  }
}

async function cardsOf(ledger: Ledger, run: number): Promise<StagedCards> {
  const cards = (await ledger.cards.inState(run, 'staged', '', 0, 100_000)).map((card) => ({
    ...card,
    says: JSON.parse(card.told),
  }))
  const isClient = ({ entity }: Card) => entity === 'company' || entity === 'contact'
  const isFile = ({ entity }: Card) => entity === 'file'
  return {
    run,
    cards: cards.filter(isClient),
    files: cards.filter(isFile),
    documents: cards.filter((card) => !isClient(card) && !isFile(card)),
  }
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

/** A table as 1C programmers write it, given by rows of cells. */
export function table(header: string, ...rows: readonly string[]): string {
  return [header, ...rows, ''].join('\r\n')
}

/** The file of an order of CommerceML. */
export function orders(list: readonly string[], generated = ''): string {
  const date = generated === '' ? '' : ` ДатаФормирования="${generated}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07"${date}>${list.join('')}</КоммерческаяИнформация>`
}

/** A «Заказ товара» of the site; `more` are elements of the document. */
export function orderXml(number: string, buyer: string, more = '<Сумма>1500</Сумма>'): string {
  return `<Документ><Ид>doc-${number}</Ид><Номер>${number}</Номер><Дата>2026-03-04</Дата><ХозОперация>Заказ товара</ХозОперация>
<Роль>Продавец</Роль><Валюта>RUB</Валюта><Курс>1</Курс>${more}<Контрагенты>${buyer}</Контрагенты></Документ>`
}

/** The buyer of an order; `id;name;inn`. */
export function buyerXml(words: string): string {
  const [id = '', name = '', inn = ''] = words.split(';')
  const full = inn.length === 10 ? 'ОфициальноеНаименование' : 'ПолноеНаименование'
  return `<Контрагент><Ид>${id}</Ид><Наименование>${name}</Наименование><${full}>${name}</${full}><ИНН>${inn}</ИНН>
<Роль>Покупатель</Роль></Контрагент>`
}
