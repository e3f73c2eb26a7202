import * as z from 'zod'
import type { Phrase } from '../problems/entry.ts'
import { block, filledText } from './kinds.ts'
import { expecting, option } from './option.ts'

/**
 * Where the fields of a record stand in a table: `{ number: Номер, phone: [Телефон, Тел.], amount: 5 }`. The program gets
 * a list of spellings or the number of the column, from 1.
 */
export function columns<F extends string>(fields: Readonly<Record<F, Phrase>>) {
  const entries = Object.entries<Phrase>(fields).map(([name, title]) => [name, option(column(), texts(title))] as const)
  const shape = Object.fromEntries(entries) as { [K in F]: ReturnType<typeof column> }
  // Every column may be left out, which the type system does not see through the mapped type.
  return option(block(shape).prefault({} as never), {
    ru: {
      title: 'Столбцы таблицы',
      about:
        'В каком столбце CSV какое поле. Обычные названия столбцов узнаются сами; пишут только то, что называется иначе. Значение — заголовок столбца, список вариантов или номер столбца с 1.',
    },
    en: {
      title: 'Columns of the table',
      about:
        'Which column of a CSV holds which field. Usual column names are recognised; write only those named otherwise: the header, a list of spellings, or the number of the column from 1.',
    },
    example: { id: 'Код', phone: ['Телефон', 'Тел.'], comment: 5 },
  })
}

const column = () =>
  expecting(
    z
      .union([filledText(), z.int().min(1), z.array(filledText()).min(1)])
      .transform((given) => (typeof given === 'string' ? [given] : given))
      .optional(),
    'заголовок столбца, список заголовков или номер столбца с 1',
    'the header of the column, a list of headers, or the number of the column from 1',
  )

const texts = (title: Phrase) => ({
  ru: { title: title.ru, about: '' },
  en: { title: title.en, about: '' },
})
