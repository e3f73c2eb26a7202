import type * as z from 'zod'
import { answer } from './answer.ts'
import { archive } from './archive.ts'
import { bitrix24 } from './bitrix24.ts'
import { brake } from './brake.ts'
import { exchanges } from './exchange.ts'
import { folders } from './folders.ts'
import { block } from './kinds.ts'
import { language } from './language.ts'
import { limits } from './limits.ts'
import { logs } from './logs.ts'
import { option } from './option.ts'
import { outgoing } from './outgoing.ts'
import { portal } from './portal.ts'
import { readiness } from './readiness.ts'
import { reading } from './reading.ts'
import { target } from './target.ts'

/** The whole settings file. Keys stand in the order in which help, docs and the first file show them. */
export const settingsDeclaration = option(
  block({
    language,
    target,
    folders,
    exchanges,
    outgoing,
    bitrix24,
    portal,
    brake,
    answer,
    readiness,
    reading,
    archive,
    logs,
    limits,
  }).prefault({}),
  {
    ru: { title: 'Настройки obmen24', about: 'Файл настроек папки обмена.', expected: 'ключи с двоеточием: language: ru' },
    en: {
      title: 'Settings of obmen24',
      about: 'Settings file of an exchange folder.',
      expected: 'keys with a colon: language: ru',
    },
  },
)

/** Settings as the program has them: every default filled in, durations in milliseconds, sizes in bytes, deeply frozen. */
export type Settings = DeepReadonly<z.output<typeof settingsDeclaration>>

export type Exchange = Settings['exchanges'][number]
export type Preset = Exchange['preset']
/** One way back to 1C. */
export type Outgoing = Settings['outgoing'][number]
export type ExchangeOf<P extends Preset> = Extract<Exchange, { preset: P }>

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
