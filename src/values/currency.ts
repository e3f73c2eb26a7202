import { compareKey } from './text.ts'

// Names and signs as files have them, and three-letter stumps of names, because УТ 11 cuts `Валюта` to three letters
// (`1c-side.md §3.3`). RUR became RUB at par; BYR did not (10 000 : 1), so it stays what it is.
const names: Readonly<Record<string, string>> = {
  AED: '784 дирхам дирхамоаэ',
  AMD: '051 51 драм дра ֏',
  AZN: '944 манат ман ₼',
  BYN: '933 белруб белорусскийрубль бел',
  BYR: '974 byr',
  CHF: '756 франк',
  CNY: '156 юань юан cnh',
  EUR: '978 € евро евр',
  GBP: '826 £ фунт',
  GEL: '981 лари лар ₾',
  JPY: '392 иена йена',
  KGS: '417 сом',
  KZT: '398 ₸ тенге тен тг тңг теңге',
  MDL: '498 лей',
  RUB: '643 810 ₽ rur rub руб рубль рубли рублей р p российскийрубль рос',
  TJS: '972 сомони',
  TRY: '949 ₺ лира',
  UAH: '980 ₴ грн гривна гривня гри',
  USD: '840 $ доллар долларсша долл дол us$',
  UZS: '860 сум',
}

const codes = new Map(Object.entries(names).flatMap(([code, words]) => words.split(' ').map((word) => [word, code])))
const known = new Set(Intl.supportedValuesOf('currency'))

/** ISO 4217 code of a currency as a 1C file has it (`руб.`, `руБ`, `RUR`, `643`, `₽`), or null where it tells none. */
export function currencyCode(text: string): string | null {
  const word = compareKey(text).replaceAll('.', '')
  const code = word.toUpperCase()
  return codes.get(word) ?? (known.has(code) ? code : null)
}
