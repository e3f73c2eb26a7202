import type { Names } from '../exchange/portal/diff/describe-change.ts'
import { kindWords, quoted } from '../exchange/portal/entity-words.ts'
import type { BrakeState } from '../exchange/portal/plan/brake.ts'
import type { CardPlan, ComingRef } from '../exchange/portal/plan/card-plan.ts'
import { type CardEntity, cardKind } from '../exchange/portal/plan/open-card.ts'
import type { PlanGroup } from '../exchange/portal/plan/plan-summary.ts'
import type { Language } from '../problems/language.ts'

type FoundBy = Exclude<CardPlan['foundBy'], null>

/** What the terminal and the page say of a plan. */
export interface PlanWords {
  readonly title: string
  readonly actions: Readonly<Record<PlanGroup, string>>
  /** The heading over the cards of a group. */
  readonly groups: Readonly<Record<Exclude<PlanGroup, 'nothing'>, string>>
  /** What a card is; an item of a smart process goes by the name of its process, where that is known. */
  entity(entity: CardEntity, names?: Names): string
  readonly foundBy: Readonly<Record<FoundBy, string>>
  /** What a document belongs to. */
  readonly roles: Readonly<Record<ComingRef['role'], string>>
  /** A client or a parent that is not linked yet; `id`: of the card that was found for it. */
  coming(name: string, id?: number): string
  readonly cards: string
  readonly requests: string
  readonly time: string
  readonly empty: string
  readonly none: string
  readonly card: string
  readonly whatChanges: string
  readonly brakeHead: string
  number(count: number): string
  minutes(minutes: number): string
  brake(state: BrakeState): readonly string[]
  more(shown: number, all: number): string
  /** Nothing but the counts: every card stands as it should. */
  readonly nothingToDo: string
}

export const planWords: Readonly<Record<Language, PlanWords>> = {
  ru: {
    title: 'План обмена с порталом',
    actions: {
      create: 'создать',
      update: 'изменить',
      review: 'на проверку',
      refuse: 'не принято',
      wait: 'ждёт',
      skip: 'пропустить',
      nothing: 'без изменений',
    },
    groups: {
      review: 'На проверку человеку',
      refuse: 'Не приняты',
      wait: 'Ждут других карточек или товаров',
      create: 'Будут созданы',
      update: 'Будут изменены',
      skip: 'Пропускаются',
    },
    entity: (entity, names) => entityWord(entity, names, 'ru'),
    foundBy: {
      origin: 'найдена по метке обмена',
      'id-field': 'найдена по полю с идентификатором 1С',
      inn: 'найдена по ИНН в реквизитах',
      'inn-in-text': 'найдена по ИНН в поле карточки',
      phone: 'найдена по телефону',
      email: 'найдена по почте',
      title: 'найдена по названию',
      'portal-id': 'найдена по номеру карточки, который хранит 1С',
      'number-field': 'найдена по полю с номером документа',
      number: 'найдена по номеру, который дал портал',
    },
    roles: { company: 'Компания', contact: 'Контакт', parent: 'Основание' },
    coming: (name, id) => `${name} (${id === undefined ? 'создаётся в этом же запуске' : `№ ${id}`})`,
    cards: 'Карточек в плане',
    requests: 'Запросов к порталу',
    time: 'Время',
    empty: '(пусто)',
    none: '(без названия)',
    card: 'Карточка',
    whatChanges: 'Что будет сделано',
    brakeHead: 'Остановлено тормозом',
    number: (count) => count.toLocaleString('ru'),
    minutes: (minutes) => (minutes < 1 ? 'меньше минуты' : `около ${Math.round(minutes).toLocaleString('ru')} мин`),
    brake: ({ reasons, changed, updates, known }) => [
      ...(reasons.includes('share')
        ? [
            `Изменилось бы карточек: ${updates.toLocaleString('ru')} из ${known.toLocaleString('ru')} известных (${percent(updates, known)}), это больше, чем разрешает brake.share.`,
          ]
        : []),
      ...(reasons.includes('records')
        ? [`Было бы создано и изменено карточек: ${changed.toLocaleString('ru')}, это больше, чем разрешает brake.records.`]
        : []),
      'Если всё верно: obmen24 run --allow-mass-change. Если нет: obmen24 run --discard-plan.',
    ],
    more: (shown, all) =>
      `Показаны первые ${shown.toLocaleString('ru')} из ${all.toLocaleString('ru')}; все — в выводе obmen24 plan --json.`,
    nothingToDo: 'Менять на портале нечего.',
  },
  en: {
    title: 'Plan of the exchange with the portal',
    actions: {
      create: 'to create',
      update: 'to change',
      review: 'for review',
      refuse: 'refused',
      wait: 'waiting',
      skip: 'to skip',
      nothing: 'unchanged',
    },
    groups: {
      review: 'For a person to review',
      refuse: 'Refused',
      wait: 'Waiting for other cards or products',
      create: 'To be created',
      update: 'To be changed',
      skip: 'Skipped',
    },
    entity: (entity, names) => entityWord(entity, names, 'en'),
    foundBy: {
      origin: 'found by the mark of the exchange',
      'id-field': 'found by the field with the 1C id',
      inn: 'found by the ИНН of its requisites',
      'inn-in-text': 'found by an ИНН in a field of the card',
      phone: 'found by phone',
      email: 'found by e-mail',
      title: 'found by name',
      'portal-id': 'found by the number of the card that 1C keeps',
      'number-field': 'found by the field with the number of the document',
      number: 'found by the number that the portal gave',
    },
    roles: { company: 'Company', contact: 'Contact', parent: 'Made for' },
    coming: (name, id) => `${name} (${id === undefined ? 'made in the same run' : `№ ${id}`})`,
    cards: 'Cards in the plan',
    requests: 'Requests to the portal',
    time: 'Time',
    empty: '(empty)',
    none: '(no name)',
    card: 'Card',
    whatChanges: 'What will be done',
    brakeHead: 'Stopped by the brake',
    number: (count) => count.toLocaleString('en'),
    minutes: (minutes) => (minutes < 1 ? 'less than a minute' : `about ${Math.round(minutes).toLocaleString('en')} min`),
    brake: ({ reasons, changed, updates, known }) => [
      ...(reasons.includes('share')
        ? [
            `${updates.toLocaleString('en')} of ${known.toLocaleString('en')} known cards would change (${percent(updates, known)}), more than brake.share allows.`,
          ]
        : []),
      ...(reasons.includes('records')
        ? [`${changed.toLocaleString('en')} cards would be made and changed, more than brake.records allows.`]
        : []),
      'If that is right: obmen24 run --allow-mass-change. If not: obmen24 run --discard-plan.',
    ],
    more: (shown, all) =>
      `The first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} are shown; obmen24 plan --json gives all.`,
    nothingToDo: 'There is nothing to change on the portal.',
  },
}

function entityWord(entity: CardEntity, names: Names = {}, language: Language): string {
  const process = names[entity]
  return process === undefined ? kindWords[language][cardKind(entity)] : quoted(process, language)
}

/** Rounded up, so that it is never the very limit it goes beyond. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '100%' : `${Math.ceil((part / whole) * 100)}%`
}
