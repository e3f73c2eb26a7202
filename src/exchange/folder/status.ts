import { join } from 'node:path'
import { writeAtomic } from '../../folder/write-atomic.ts'
import { encodeText } from '../../onec/write/encode-text.ts'
import { type Status, statusText } from '../../onec/write/status-file.ts'
import type { Language } from '../../problems/language.ts'
import { localIso } from '../clock.ts'
import type { Home } from './home.ts'

export interface StatusFacts extends Omit<Status, 'at' | 'sentence'> {
  readonly gone?: number
  readonly refusedRows?: number
  /** A run could not be finished, and will be done again. */
  readonly interrupted?: boolean
  /** The brake stopped it: it waits for a person. */
  readonly stopped?: boolean
  /** Numbers of the documents that cannot be sent to 1C. */
  readonly unsentNumbers?: readonly string[]
}

/**
 * Writes `out/status.txt`: the state and the heartbeat. A status that cannot be written stops nothing: the answers do not
 * depend on it, and the next one replaces it.
 */
export async function writeStatus(home: Home, facts: StatusFacts): Promise<void> {
  const { answer, language } = home.settings
  if (!answer.status) return
  const sentence = [sentences[language](facts), backSentences[language](facts)].filter((part) => part !== '').join(', ')
  const text = statusText({ ...facts, at: localIso(home.clock()), sentence })
  // Without a BOM, so that the first line is the bare word for every reader; all but the sentence is ASCII.
  const encoding = answer.encoding === 'windows-1251' ? answer.encoding : 'utf-8'
  await writeAtomic(join(home.folders.out, 'status.txt'), async (file) => {
    for await (const bytes of encodeText([text], encoding)) await file.appendFile(bytes)
  })
}

const sentences: Readonly<Record<Language, (facts: StatusFacts) => string>> = {
  ru({ state, done, failed, waiting, total, gone = 0, refusedRows = 0, interrupted = false, stopped = false }) {
    if (state === 'progress') return `Идёт обмен, файлов: ${total}`
    if (gone > 0) return `Недоступно папок обмена: ${gone}`
    if (stopped) return 'Обмен остановлен тормозом и ждёт решения человека'
    if (interrupted) return 'Обмен прерван помехой и повторится при следующем запуске'
    if (total === 0) return waiting > 0 ? `Новых файлов нет, ожидается: ${waiting}` : 'Новых файлов нет'
    const parts = [`Обработано файлов: ${done}`]
    if (failed > 0) parts.push(`не принято: ${failed}, причины в папке failed`)
    if (refusedRows > 0) parts.push(`строк с ошибкой: ${refusedRows}`)
    if (waiting > 0) parts.push(`ожидается: ${waiting}`)
    return parts.join('; ').replaceAll(';', ',')
  },
  en({ state, done, failed, waiting, total, gone = 0, refusedRows = 0, interrupted = false, stopped = false }) {
    if (state === 'progress') return `Exchange in progress, files: ${total}`
    if (gone > 0) return `Exchange folders not reachable: ${gone}`
    if (stopped) return 'The brake stopped the exchange, it waits for a person'
    if (interrupted) return 'The exchange was interrupted and goes on at the next start'
    if (total === 0) return waiting > 0 ? `No new files, waiting for: ${waiting}` : 'No new files'
    const parts = [`Files done: ${done}`]
    if (failed > 0) parts.push(`refused: ${failed}, reasons in the folder failed`)
    if (refusedRows > 0) parts.push(`rows with errors: ${refusedRows}`)
    if (waiting > 0) parts.push(`waiting: ${waiting}`)
    return parts.join(', ')
  },
}

// The way back to 1C: what waits on the other side.
const backSentences: Readonly<Record<Language, (facts: StatusFacts) => string>> = {
  ru({ back: { unconfirmed, unsent } = nothing, unsentNumbers = [] }) {
    const parts = unconfirmed > 0 ? [`ждут подтверждения 1С: ${unconfirmed}`] : []
    if (unsent > 0) parts.push(`не отправлено в 1С: ${unsent} (${firstOf(unsentNumbers)}), причины: obmen24 history`)
    return parts.join(', ')
  },
  en({ back: { unconfirmed, unsent } = nothing, unsentNumbers = [] }) {
    const parts = unconfirmed > 0 ? [`waiting for 1C to confirm: ${unconfirmed}`] : []
    if (unsent > 0) parts.push(`not sent to 1C: ${unsent} (${firstOf(unsentNumbers)}), reasons: obmen24 history`)
    return parts.join(', ')
  },
}

function firstOf(numbers: readonly string[]): string {
  return [...numbers.slice(0, 5), ...(numbers.length > 5 ? ['…'] : [])].join(', ')
}

const nothing = { unconfirmed: 0, unsent: 0 }
