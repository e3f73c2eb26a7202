import { innOf } from '../inns.ts'

/** What 1C says of one 1C id in one row. */
export interface Word {
  readonly key: string
  readonly kind: 'company' | 'person' | 'contactPerson'
  /** Title of a company, last name of a person. */
  readonly name: string
  /** Full name of a company. */
  readonly full: string
  readonly comment: string
  readonly post: string
  readonly phones: readonly string[]
  /** 1C id of the company of a contact person, '' for none. */
  readonly company: string
}

export interface ToldFile {
  readonly name: string
  readonly text: string
  readonly words: readonly Word[]
  /** '' for a table, which has no date. */
  readonly generated: string
}

/** Few ids, so that they meet again; the last two companies are branches that share an ИНН. */
export const companyKeys = ['c1', 'c2', 'c3', 'c4'] as const
export const personKeys = ['f1', 'f2'] as const
export const contactPersonKeys = ['p1', 'p2'] as const
export const allKeys: readonly string[] = [...companyKeys, ...personKeys, ...contactPersonKeys]

export function innOfKey(key: string): string {
  const place = (companyKeys as readonly string[]).indexOf(key)
  return place === -1 ? '' : innOf(Math.min(place, 2) + 500)
}

export function isCompany(key: string): boolean {
  return key.startsWith('c')
}

/** Numbers that choose what a word says; 0 is blank where a blank may be. */
export interface WordSeed {
  readonly key: number
  readonly name: number
  readonly full: number
  readonly comment: number
  readonly phones: number
  readonly company: number
}

export function wordOf(keys: readonly string[], { key: place, name, full, comment, phones, company }: WordSeed): Word {
  const key = keys[place % keys.length]!
  const kind = isCompany(key) ? 'company' : key.startsWith('f') ? 'person' : 'contactPerson'
  const own = Number(key.slice(1)) + (kind === 'person' ? 5 : kind === 'contactPerson' ? 8 : 0)
  return {
    key,
    kind,
    name: kind === 'company' ? `ООО Фирма ${key} ${'АБВ'[name]}` : ['Рябова', 'Осокина', 'Клёнова'][name]!,
    full: kind === 'company' && full > 0 ? `Общество ${key} ${'АБ'[full - 1]}` : '',
    comment: comment === 0 ? '' : `заметка ${'АБ'[comment - 1]}`,
    post: kind === 'contactPerson' && full > 0 ? ['директор', 'бухгалтер'][full - 1]! : '',
    phones: [1, 2, 3]
      .filter((each) => phones & (1 << (each - 1)))
      .map((each) => `+74951${String(own).padStart(2, '0')}000${each}`),
    company: kind === 'contactPerson' ? ['', ...companyKeys][company % 5]! : '',
  }
}

export function tableOf(name: string, words: readonly Word[]): ToldFile {
  const rows = words.map(({ key, name: title, full, comment, phones }) =>
    [key, personal(key, title), full, innOfKey(key), phones.join(', '), comment].join(';'),
  )
  const text = ['Код;Наименование;Полное наименование;ИНН;Телефон;Комментарий', ...rows, ''].join('\r\n')
  return { name, text, words, generated: '' }
}

export function personTableOf(name: string, words: readonly Word[]): ToldFile {
  const rows = words.map(({ key, name: last, company, post, phones, comment }) =>
    [key, personal(key, last), company, post, phones.join(', '), comment].join(';'),
  )
  const text = ['Ид;ФИО;Код контрагента;Должность;Телефон;Комментарий', ...rows, ''].join('\r\n')
  return { name, text, words, generated: '' }
}

export function commerceMlOf(name: string, words: readonly Word[], generated: string): ToldFile {
  const rows = words.map(({ key, kind, name: title, full, comment, phones }) => {
    const tag = kind === 'company' ? 'ОфициальноеНаименование' : 'ПолноеНаименование'
    const said = kind === 'company' ? full : personal(key, title)
    const points = phones.map((phone) => `<Контакт><Тип>Телефон рабочий</Тип><Значение>${phone}</Значение></Контакт>`)
    return `<Контрагент><Ид>${key}</Ид><Наименование>${personal(key, title)}</Наименование><${tag}>${said}</${tag}><ИНН>${innOfKey(key)}</ИНН><Комментарий>${comment}</Комментарий><Контакты>${points.join('')}</Контакты></Контрагент>`
  })
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}"><Контрагенты>${rows.join('\n')}</Контрагенты></КоммерческаяИнформация>`
  return { name, text, words, generated }
}

function personal(key: string, name: string): string {
  return isCompany(key) ? name : `${name} Анна Львовна`
}
