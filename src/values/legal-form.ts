import { innKind, parseInn } from './inn.ts'
import { parseKpp } from './kpp.ts'
import { squeeze } from './text.ts'

/** What a counterparty says of itself, all parts as texts, empty where missing. */
export interface LegalFacts {
  /** `ОфициальноеНаименование`: 1C writes it for legal persons only. */
  readonly officialName: string
  /** `ПолноеНаименование`. */
  readonly fullName: string
  /** `Наименование`. */
  readonly name: string
  readonly inn: string
  readonly kpp: string
}

/**
 * Company, ИП or private person (`1c-side.md §3.6`); the surest sign first. 1C itself sends ИП and foreign firms as
 * physical persons, so the element that holds the name decides last. Twelve digits speak after the words of the name,
 * because a ТОО of Kazakhstan has a БИН of twelve; ten wrong digits do, because a Ukrainian ФОП has ten.
 */
export function legalFormOf(facts: LegalFacts): 'company' | 'soleProprietor' | 'person' {
  const inn = parseInn(facts.inn)
  const kind = innKind(inn.value ?? '')
  if (isFilledKpp(facts.kpp) || (kind === 'company' && inn.code === null)) return 'company'
  const names = [facts.officialName, facts.fullName, facts.name].map(squeeze)
  if (names.some(saysSoleProprietor)) return 'soleProprietor'
  if (names.some(saysCompany)) return 'company'
  if (kind === 'individual') return 'soleProprietor'
  return kind === 'company' || names[0] !== '' ? 'company' : 'person'
}

/** Does the name begin with «ИП», «Индивидуальный предприниматель», «ФОП» or end with them («Петров П.П. ИП»)? */
function saysSoleProprietor(name: string): boolean {
  return soleProprietorStart.test(name) || soleProprietorEnd.test(name)
}

/** Does the name begin or end with the form of a legal person: `ООО "Ромашка"`, «Ромашка ООО», `Daisy LLC`? */
export function saysCompany(name: string): boolean {
  return companyStart.test(name) || companyEnd.test(name)
}

/** The name without the words that make it a sole proprietor's. */
export function withoutSoleProprietor(name: string): string {
  return squeeze(name).replace(soleProprietorStart, '').replace(soleProprietorEnd, '').trim()
}

const soleProprietorWords = 'ИП|Индивидуальный\\s+предприниматель|ФОП|ФЛП|ПБОЮЛ|(?:Глава\\s+)?КФХ(?!\\s*["«])|ЧП(?!\\s*["«])'
const soleProprietorStart = new RegExp(`^["«]?(?:(?:${soleProprietorWords})(?![\\p{L}\\p{N}])[\\s:.,"«-]*)+`, 'iu')
const soleProprietorEnd = new RegExp(`[\\s,("«-]+(?:${soleProprietorWords})[)"».]*$`, 'iu')

// Short forms are capital letters in life; those of two letters but АО are initials at the end («Петров НП»).
const companyShort =
  'ООО|ОДО|ОАО|ЗАО|ПАО|НАО|АО|АКБ|НКО|АНО|АНОО|ЧОУ|НОУ|ТСЖ|ТСН|СНТ|ГСК|ЖСК|ТОО|СПК|СПССК|КПК|ФГБУ|ФГУП|ФГАУ|ФГКУ|ФКУ|ФГБОУ|ФГАОУ|ФБУ|ФГУ|ГУП|ГБУ|ГБУЗ|ГАУ|ГКУ|ОГБУ|ОГУП|КГБУ|МУП|МБУ|МАУ|МКУ|МБОУ|МАОУ|МКОУ|МБДОУ|МАДОУ|МКДОУ|ГБОУ|ГБПОУ|ГОУ|МОУ|ЧУП|РУП|КУП|ОсОО|ТОВ|ПрАТ|ПАТ|[Оо]оо|ооо|зао|оао|пао|LLC|LLP|LTD|Ltd|INC|Inc|JSC|OOO|GmbH|SRL|SIA'
const companyAtStart = 'КБ|НП|ПК|УК|УП|ГУ|(?:ЧП|КФХ)(?=\\s*["«])'
const companyAtEnd = 'AG|OY|Oy|Co|Corp|Limited'
const companyLong =
  'Общество\\s+с\\s+ограниченной|(?:Публичное|Закрытое|Открытое|Непубличное)?\\s*акционерное\\s+общество|Товарищество\\s|(?:\\p{L}+\\s+){0,3}(?:унитарное\\s+предприятие|учреждение)|Автономная\\s+некоммерческая|Некоммерческ(?:ое|ая)\\s|Потребительский\\s|Садовое\\s|Администрация\\s|Министерство\\s|Управление\\s'
const companyStart = new RegExp(
  `^["«]?(?:(?:${companyShort}|${companyAtStart})(?![\\p{L}\\p{N}])|(?:${caseless(companyLong)}))`,
  'u',
)
const companyEnd = new RegExp(`(?<![\\p{L}\\p{N}])(?:${companyShort}|${companyAtEnd})[.)"»]*$`, 'u')

// One expression holds both: short forms by case, long ones in any case («ОБЩЕСТВО С ОГРАНИЧЕННОЙ …»).
function caseless(source: string): string {
  return source.replaceAll(/(?<!\\)[А-Яа-яЁё]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)
}

function isFilledKpp(kpp: string): boolean {
  const { value } = parseKpp(kpp)
  return value !== null && /^[\dA-Z]{8,10}$/.test(value) && !/^0+$/.test(value)
}
