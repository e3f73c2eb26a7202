import type { CrmEntity } from '../bitrix24/crm/entity.ts'
import type { OutCard } from '../ledger/outgoing.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { problemJson } from './problem-lines.ts'

/** A card on one way back to 1C. */
export interface OutStory {
  readonly way: string
  readonly entity: CrmEntity
  readonly card: OutCard
}

/** How a card stands on its way to 1C: when it went, whether 1C has it, and what stands in its way. */
export function outStoryLines(
  { way, entity, card }: OutStory,
  entityWord: string,
  language: Language,
  cardUrl: ((entity: CrmEntity, id: number) => string) | null,
): readonly string[] {
  const { number, portalId, problems } = card
  const url = cardUrl === null ? [] : [`    ${cardUrl(entity, portalId)}`]
  const reasons = problemsOf(problems).flatMap((found) => {
    const { message, cause, action } = describe(found, language)
    return [`    ${texts[language].held}: ${message} [${found.code}]`, `      ${cause}`, `      → ${action}`]
  })
  const isHeld = card.state === 'seen' && reasons.length > 0
  const state = isHeld ? '' : `: ${stateText(card, language)}`
  return [`  ${way}, ${number} (${entityWord} № ${portalId})${state}`, ...url, ...reasons]
}

/** The same for programs. */
export function outStoryJson({ way, entity, card }: OutStory, language: Language) {
  const { portalId, number, state, message, sentAt, confirmedAt, problems } = card
  const times = { sentAt: sentAt || null, confirmedAt: confirmedAt || null }
  return {
    ...{ way, entity, portalId, number, state, message, ...times },
    problems: problemsOf(problems).map((found) => problemJson(found, language)),
  }
}

function problemsOf(text: string | null): readonly Problem[] {
  return text === null ? [] : (JSON.parse(text) as Problem[])
}

function stateText({ state, message, sentAt, confirmedAt }: OutCard, language: Language): string {
  const words = texts[language]
  switch (state) {
    case 'seen':
      return words.seen
    case 'ready':
      return words.ready
    case 'sent':
      return words.sent(message, timeText(sentAt))
    case 'confirmed':
      return confirmedAt === '' ? words.confirmed : `${words.confirmed} ${timeText(confirmedAt)}`
    case 'forgotten':
      return words.forgotten(message)
  }
}

function timeText(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

const texts = {
  ru: {
    held: 'не отправляется',
    seen: 'там то же самое',
    ready: 'уйдёт со следующим сообщением',
    sent: (message: number, at: string) => `сообщение № ${message}, отправлено ${at}, 1С ещё не подтвердила`,
    confirmed: '1С подтвердила',
    forgotten: (message: number) => `сообщение № ${message}, 1С так и не подтвердила, больше не повторяется`,
  },
  en: {
    held: 'not sent',
    seen: 'it says the same there',
    ready: 'goes with the next message',
    sent: (message: number, at: string) => `message ${message}, sent ${at}, not confirmed by 1C yet`,
    confirmed: 'confirmed by 1C',
    forgotten: (message: number) => `message ${message}, never confirmed by 1C, repeated no more`,
  },
}
