import { saysCompany, withoutSoleProprietor } from './legal-form.ts'
import { squeeze } from './text.ts'

export interface PersonName {
  readonly last: string
  readonly first: string
  readonly middle: string
}

/**
 * Takes a person's name apart: «Иванов Иван Иванович», «Иванов И.И.», «ИП Иванов И. И.», «И.И. Иванов». 1C writes the last
 * name first; another order is seen only by a patronymic or by initials, never guessed. What follows a comma, a bracket or
 * a figure is no part of the name. One word is a last name. Null: no person's name (a firm, figures, «Розничный
 * покупатель»).
 */
export function parsePersonName(text: string): PersonName | null {
  const written = squeeze(text)
  const bare = withoutSoleProprietor(withoutTail(withoutSoleProprietor(written)))
  if (bare === '' || saysCompany(written) || /["«»<>@&]/u.test(bare)) return null
  const words = joinTurkicPatronymic(bare.replaceAll(/(\p{L}\.)(?=\p{L})/gu, '$1 ').split(/\s+/u))
  return words.every(isNameWord) && looksLikePerson(words) ? Object.freeze(arrange(words)) : null
}

function withoutTail(text: string): string {
  return squeeze(text.replace(/\s*(?:[,;([/|]|\s\+?\d|\s[-–—]\s).*$/su, '').replace(/[\s:–—-]+(?:тел|моб|т)?\.?$/iu, ''))
}

/** «Алиев Али Гасан оглы»: the father's name and the word after it are one patronymic. */
function joinTurkicPatronymic(words: readonly string[]): readonly string[] {
  const place = words.findIndex((word) => /^(?:оглы|оглу|огли|кызы|гызы|кизи|улы|уулу)$/iu.test(word))
  if (place < 1) return words
  return [...words.slice(0, place - 1), `${words[place - 1]} ${words[place]}`, ...words.slice(place + 1)]
}

function isNameWord(word: string): boolean {
  return /^\p{L}[\p{L}'’ʼ-]*(?: \p{L}+)?\.?$/u.test(word) && !strangers.test(word)
}

// Words of the technical counterparties that every 1C base has.
const strangers =
  /^(?:(?:физ(?:ическое)?|частное|юр(?:идическое)?)\.?(?:лицо)?|лицо|покупател\p{L}+|клиент\p{L}*|контрагент\p{L}*|поставщик\p{L}*|заказчик\p{L}*|розничн\p{L}+|разов\p{L}+|магазин\p{L}*|склад|организация|не|без|нет|тест|test)$/iu

function looksLikePerson(words: readonly string[]): boolean {
  if (words.some(isPatronymic)) return words.length <= 4
  return words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word))
}

const shortRoots = 'иль|кузьм|лук|фом|никит|фок|савв'
const patronymic = new RegExp(
  `(?:[оеё]вич|(?:${shortRoots})ич|[оеёії]вна|(?:${shortRoots})и(?:ни)?чна| (?:оглы|оглу|огли|кызы|гызы|кизи|улы|уулу))$`,
  'iu',
)

function isPatronymic(word: string): boolean {
  return patronymic.test(word)
}

function isInitial(word: string): boolean {
  return /^\p{Lu}\.?$/u.test(word)
}

function arrange(words: readonly string[]): PersonName {
  const [one = '', two = '', three = '', four] = words
  if (four !== undefined) return { last: `${one} ${two}`, first: three, middle: four }
  // «И. И. Иванов»
  if (isInitial(one) && words.length > 1) {
    return isInitial(two) && three !== '' ? { last: three, first: one, middle: two } : { last: two, first: one, middle: three }
  }
  // «Иван Иванович Иванов» and «Иван Иванович»: no first name ends like a patronymic.
  if (isPatronymic(two)) return { last: three, first: one, middle: two }
  return { last: one, first: two, middle: three }
}
