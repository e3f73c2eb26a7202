import * as z from 'zod'
import { durationPattern, parseDuration } from './duration.ts'
import { expecting } from './option.ts'
import { parseSize, sizePattern } from './size.ts'
import { templateFault } from './template-fault.ts'

// The few kinds of values that options are made of. Each is a new schema on every call, so that each option has its own texts.

/** Text that may be empty; empty means "not set". */
export const text = () => expecting(z.string(), 'текст', 'a text')

export const notBlank = /\S/

/** Text that must be there. */
export const filledText = () => expecting(z.string().regex(notBlank), 'непустой текст', 'a text that is not empty')

/** The name of a place where a secret is kept, never the secret itself: that would end up in copies and in letters. */
export const notAnAddress = () =>
  expecting(
    z.string().superRefine((given, context) => {
      if (looksLikeAddress(given)) context.addIssue({ code: 'custom', params: { code: 'settings.webhook-inside', args: {} } })
    }),
    'имя, но не сам адрес вебхука',
    'a name, not the address of the webhook itself',
  )

/** Is that the address of a webhook, or a good part of one? */
export function looksLikeAddress(given: string): boolean {
  return /:\/\/|\brest\/\d+\//i.test(given)
}

/** A template of the Liquid language, or a text without any. */
export const template = () =>
  expecting(
    z.string().superRefine((given, context) => {
      const fault = templateFault(given)
      if (fault !== null) context.addIssue({ code: 'custom', params: { ...fault } })
    }),
    "текст или шаблон в кавычках, например 'Заказ {{ number }}'",
    "a text or a template in quotes, such as 'Order {{ number }}'",
  )

export const yesNo = () => expecting(z.boolean(), 'true (да) или false (нет)', 'true or false')

export const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  expecting(z.enum(values), `одно из: ${values.join(', ')}`, `one of: ${values.join(', ')}`)

/** One or several of the words; the program always gets a list. */
export const choices = <const V extends readonly [string, ...string[]]>(values: V) =>
  expecting(
    z.union([choice(values), z.array(choice(values))]).transform((given) => (Array.isArray(given) ? given : [given])),
    `одно или список из: ${values.join(', ')}`,
    `one or a list of: ${values.join(', ')}`,
  )

export const whole = (min: number, max: number) =>
  expecting(z.int().min(min).max(max), `целое число от ${min} до ${max}`, `a whole number from ${min} to ${max}`)

/** A whole number, or null for `any`: no limit. */
export const wholeOrAny = (min: number, max: number) =>
  expecting(
    z.union([z.int().min(min).max(max), z.enum(['any'])]).transform((given) => (given === 'any' ? null : given)),
    `целое число от ${min} до ${max} или слово any (сколько угодно)`,
    `a whole number from ${min} to ${max}, or the word any`,
  )

/** Written `50%`, given to the program as a share, 0.5. */
export const percent = () =>
  expecting(
    z
      .string()
      .regex(/^(?:100|\d{1,2}(?:\.\d+)?) ?%$/)
      .transform((given) => Number.parseFloat(given) / 100),
    'проценты от 0% до 100%',
    'a percentage from 0% to 100%',
  )

/** Written `3s`, given to the program as milliseconds. */
export const duration = () =>
  expecting(
    z
      .string()
      .regex(durationPattern)
      .transform((given) => parseDuration(given) as number),
    'число с единицей времени: 500ms, 3s, 10m, 2h, 30d',
    'a number with a unit of time: 500ms, 3s, 10m, 2h, 30d',
  )

/** How long something is kept: milliseconds, or null for `forever`. */
export const keeping = () =>
  expecting(
    z
      .string()
      .regex(new RegExp(`${durationPattern.source}|^forever$`))
      .transform(parseDuration),
    'срок вроде 30d, 12h или слово forever (хранить всегда)',
    'a time such as 30d or 12h, or the word forever',
  )

/** Written `2GB`, given to the program as bytes. */
export const size = () =>
  expecting(
    z
      .string()
      .regex(sizePattern)
      .transform((given) => parseSize(given) as number),
    'размер с единицей: 100B, 64KB, 500MB, 2GB',
    'a size with a unit: 100B, 64KB, 500MB, 2GB',
  )

/** One text or a list of them; the program always gets a list. */
export const texts = () =>
  expecting(
    z.union([filledText(), z.array(filledText())]).transform((given) => (typeof given === 'string' ? [given] : given)),
    'текст или список: [один, другой]',
    'a text or a list: [one, another]',
  )

/** Words of the user on both sides: `{ закрыт: WON }`. */
export const dictionary = () =>
  expecting(
    z.record(z.string(), text()),
    'пары «слово: слово», каждая на своей строке с отступом или в скобках { }',
    'pairs of words, each on its own indented line or in braces { }',
  )

/** A dictionary that comes filled; what the file says is added to it or changes an entry. */
export const filledDictionary = (usual: Readonly<Record<string, string>>) =>
  dictionary()
    .transform((given) => ({ ...usual, ...given }))
    .prefault(usual)

/** Words of the user ← names or templates: where a value comes from. */
export const sources = () =>
  expecting(
    z.record(z.string(), template()),
    'пары «слово: столбец или шаблон в кавычках»',
    'pairs of a word and a column or a quoted template',
  )

/** Words of the user → percent, `30` or `30%`, given to the program as `30`; '' takes a usual entry away. Comes filled as `filledDictionary`. */
export const filledPercents = (usual: Readonly<Record<string, string>>) =>
  expecting(
    z.record(z.string(), expecting(percentText(), 'целое число процентов от 0 до 100', 'a whole percentage from 0 to 100')),
    'пары «слово: процент», каждая на своей строке с отступом или в скобках { }',
    'pairs of a word and a percentage, each on its own indented line or in braces { }',
  )
    .transform((given) => ({ ...usual, ...given }))
    .prefault(usual)

const percentText = () =>
  z
    .string()
    .regex(/^(?:(?:100|\d{1,2}) ?%?)?$/)
    .transform((given) => given.replace(/ ?%$/, ''))

/** A block of options that may be left out as a whole. */
export const block = <S extends z.core.$ZodLooseShape>(shape: S) =>
  expecting(
    z.strictObject(shape),
    'вложенные ключи, каждый на своей строке с отступом',
    'nested keys, each on its own indented line',
  )
