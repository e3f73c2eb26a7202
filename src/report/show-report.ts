import type { Change } from '../bitrix24/crm/change.ts'
import type { CrmEntity } from '../bitrix24/crm/entity.ts'
import { localIso } from '../exchange/clock.ts'
import type { Names } from '../exchange/portal/diff/describe-change.ts'
import type { CardPlan } from '../exchange/portal/plan/card-plan.ts'
import { type CardEntity, isCrm, type Told } from '../exchange/portal/plan/open-card.ts'
import type { Card } from '../ledger/cards.ts'
import type { Link } from '../ledger/links.ts'
import type { Operation } from '../ledger/operations.ts'
import { kindWords } from '../onec/write/answer-words.ts'
import type { Language } from '../problems/language.ts'
import type { RecordKind } from '../records/record.ts'
import { actionWords } from './action-words.ts'
import { type OutStory, outStoryJson, outStoryLines } from './outgoing-lines.ts'
import type { ChangeTexts } from './plan-report.ts'
import { planWords } from './plan-words.ts'
import { textTable } from './table.ts'
import type { Terminal } from './terminal.ts'
import { toldPairs } from './told-lines.ts'

/** All that is remembered of one 1C id, the newest first. */
export interface ShownId {
  readonly id: string
  readonly links: readonly Link[]
  readonly cards: readonly Card[]
  readonly operations: readonly Operation[]
  /** Messages that last told it, by kind of record. */
  readonly messages: readonly { readonly kind: string; readonly message: number; readonly name: string }[]
  /** How its cards stand on their way to 1C. */
  readonly outgoing: readonly OutStory[]
  /** How the smart processes of all these are called. */
  readonly processes: Names
}

export interface ShowOptions {
  readonly texts: ChangeTexts
  /** Where a person opens a card; null where the portal is not known. */
  readonly cardUrl: ((entity: CrmEntity, id: number) => string) | null
}

/** One 1C id: its cards on the portal, what 1C told, what became of it in the last runs, what was sent. */
export function showLines(shown: ShownId, { language, colors }: Pick<Terminal, 'language' | 'colors'>, options: ShowOptions) {
  const words = texts[language]
  const lines = [colors.bold(`${words.id}: ${shown.id}`)]
  if (isUnknown(shown)) return [...lines, words.unknown]
  const names = namesIn(shown)
  const entityWord = (entity: string) => planWords[language].entity(entity as CardEntity, names)
  if (shown.links.length === 0) lines.push(words.noLink)
  for (const link of shown.links) lines.push(...linkLines(link, entityWord(link.entity), language, options))
  for (const { kind, message, name } of shown.messages) lines.push(words.toldBy(kind, message, name))
  const [newest] = shown.cards
  const told = newest?.told ?? shown.links.find((link) => link.told !== '')?.told
  if (told !== undefined) {
    const pairs = toldPairs(JSON.parse(told) as Told, language)
    lines.push('', colors.bold(words.told), ...textTable(pairs.map(([name, value]) => [`  ${name}:`, value])))
  }
  if (shown.outgoing.length > 0) {
    lines.push('', colors.bold(words.outgoing))
    for (const each of shown.outgoing) lines.push(...outStoryLines(each, entityWord(each.entity), language, options.cardUrl))
  }
  if (shown.cards.length > 0) {
    const rows = shown.cards.map((card) => [`  ${card.run}`, entityWord(card.entity), outcomeText(card, language)])
    lines.push('', colors.bold(words.runs), ...textTable(rows))
  }
  if (shown.operations.length > 0) {
    lines.push('', colors.bold(words.operations))
    for (const each of shown.operations) lines.push(...operationLines(each, names, language, options.texts))
  }
  return lines
}

/** Nothing was ever told or done under that id. */
export function isUnknown({ links, cards, operations, messages, outgoing }: ShownId): boolean {
  return links.length + cards.length + operations.length + messages.length + outgoing.length === 0
}

/** The same for programs. */
export function showJson(
  { id, links, cards, operations, messages, outgoing }: ShownId,
  language: Language,
  { cardUrl }: Pick<ShowOptions, 'cardUrl'>,
) {
  return {
    id,
    links: links.map(({ entity, portalId, at, run, message }) => ({
      entity,
      portalId,
      url: urlOf(entity, portalId, cardUrl) || null,
      at,
      run,
      message,
    })),
    messages,
    outgoing: outgoing.map((each) => outStoryJson(each, language)),
    cards: cards.map(({ run, number, entity, message, state, told, result }) => ({
      run,
      number,
      entity,
      message,
      state,
      told: JSON.parse(told) as unknown,
      result,
    })),
    operations: operations.map(({ number, run, entity, portalId, state, sentAt, change, result }) => ({
      number,
      run,
      entity,
      portalId,
      state,
      sentAt: localIso(new Date(sentAt)),
      change: JSON.parse(change) as unknown,
      result: result === null ? null : (JSON.parse(result) as unknown),
    })),
  }
}

/** What its changes speak of, as the plans of its runs called it; the newest has the word. */
function namesIn({ cards, processes }: ShownId): Names {
  const planned = cards.toReversed().map(({ plan }) => (plan === null ? {} : ((JSON.parse(plan) as CardPlan).names ?? {})))
  return Object.assign({}, processes, ...planned)
}

function linkLines(
  { entity, portalId, at, run }: Link,
  word: string,
  language: Language,
  { cardUrl }: ShowOptions,
): readonly string[] {
  const url = urlOf(entity, portalId, cardUrl)
  return [texts[language].link(word, portalId, timeText(at), run), ...(url === '' ? [] : [`  ${url}`])]
}

// A file hangs on a card that its link does not name.
function urlOf(entity: string, id: number, cardUrl: ShowOptions['cardUrl']): string {
  return isCrm(entity as CardEntity) ? (cardUrl?.(entity as CrmEntity, id) ?? '') : ''
}

function operationLines(
  { number, state, sentAt, change, run }: Operation,
  names: Names,
  language: Language,
  changeTexts: ChangeTexts,
): readonly string[] {
  const words = texts[language]
  const told = JSON.parse(change) as Change
  const head = `  ${timeText(localIso(new Date(sentAt)))}  № ${number} (${words.run} ${run})  ${words.kinds[told.kind]}: ${words.states[state]}`
  const fields = changeTexts(told, names).map(({ what, from, to }) =>
    from === '' ? `      ${what}: ${to}` : `      ${what}: ${from} → ${to}`,
  )
  return [head, ...fields]
}

function outcomeText({ state, result }: Card, language: Language): string {
  const words = texts[language]
  if (result === null) return words.cardStates[state]
  const action = Object.entries(actionWords[language]).find(([key]) => key === result.action)?.[1] ?? result.action
  return [action, result.text, result.code === '' ? '' : `[${result.code}]`].filter((part) => part !== '').join('  ')
}

function timeText(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

const texts = {
  ru: {
    id: 'Идентификатор 1С',
    unknown:
      'Такого идентификатора обмен не знает. Проверьте, что он скопирован целиком: obmen24 inspect --records ФАЙЛ покажет, какие есть в файле.',
    noLink: 'Связи с карточкой Битрикс24 нет.',
    link: (entity: string, id: number, at: string, run: number) =>
      `Битрикс24: ${entity} № ${id}, подтверждено ${at} (запуск ${run})`,
    toldBy: (kind: string, message: number, name: string) =>
      `1С прислала (${kindWords[kind as RecordKind] ?? kind}) в сообщении ${message}${name === '' ? '' : `, файл ${name}`}`,
    told: 'Что сообщила 1С:',
    outgoing: 'На пути в 1С:',
    runs: 'В последних запусках:',
    operations: 'Что отправлялось на портал:',
    run: 'запуск',
    cardStates: { staged: 'прочитано, ждёт планирования', planned: 'запланировано', done: 'сделано' },
    kinds: {
      create: 'создание карточки',
      update: 'изменение карточки',
      addRequisite: 'новый реквизит',
      setRequisite: 'изменение реквизита',
      addAddress: 'новый адрес',
      setAddress: 'изменение адреса',
      addBank: 'новый счёт',
      setBank: 'изменение счёта',
      delete: 'удаление карточки',
      deleteRequisite: 'удаление реквизита',
      deleteAddress: 'удаление адреса',
      deleteBank: 'удаление счёта',
      setRows: 'товары документа',
      linkRequisite: 'реквизиты документа',
      addFile: 'файл в ленту карточки',
      deleteComment: 'удаление файла из ленты',
    },
    states: {
      sent: 'отправлено, ответа ещё нет',
      done: 'выполнено',
      refused: 'портал отказал',
      unknown: 'ответ потерян',
      superseded: 'ответ потерян, проверено заново',
      undone: 'отменено',
    },
  },
  en: {
    id: '1C id',
    unknown:
      'The exchange does not know that id. See that it was copied whole: obmen24 inspect --records FILE shows which there are.',
    noLink: 'There is no link to a Bitrix24 card.',
    link: (entity: string, id: number, at: string, run: number) => `Bitrix24: ${entity} ${id}, confirmed ${at} (run ${run})`,
    toldBy: (kind: string, message: number, name: string) =>
      `1C told it (${kind}) in message ${message}${name === '' ? '' : `, file ${name}`}`,
    told: 'What 1C told:',
    outgoing: 'On its way to 1C:',
    runs: 'In the last runs:',
    operations: 'What was sent to the portal:',
    run: 'run',
    cardStates: { staged: 'read, not planned yet', planned: 'planned', done: 'done' },
    kinds: {
      create: 'new card',
      update: 'change of the card',
      addRequisite: 'new requisite',
      setRequisite: 'change of a requisite',
      addAddress: 'new address',
      setAddress: 'change of an address',
      addBank: 'new account',
      setBank: 'change of an account',
      delete: 'removal of the card',
      deleteRequisite: 'removal of a requisite',
      deleteAddress: 'removal of an address',
      deleteBank: 'removal of an account',
      setRows: 'products of the document',
      linkRequisite: 'requisites of the document',
      addFile: 'file into the timeline',
      deleteComment: 'removal of a file from the timeline',
    },
    states: {
      sent: 'sent, no answer yet',
      done: 'done',
      refused: 'refused by the portal',
      unknown: 'the answer was lost',
      superseded: 'the answer was lost, looked up anew',
      undone: 'undone',
    },
  },
}
