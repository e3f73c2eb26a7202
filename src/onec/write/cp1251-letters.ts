import iconv from 'iconv-lite'

const letters = iconv
  .decode(Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index)), 'windows-1251')
  .replace('\ufffd', '')

const foreign = new RegExp(`[^\\u0000-\\u007f${letters}]`)

/** Can windows-1251 hold every letter of the text? */
export function fitsCp1251(text: string): boolean {
  return !foreign.test(text)
}

/**
 * How a letter is written in windows-1251 so that a person still reads it; null where there is no good way. A substitute
 * never holds what separates values in our text files. `letter` is one code point that windows-1251 does not have.
 */
export function substituteForCp1251(letter: string): string | null {
  const known = substitutes.get(letter)
  if (known !== undefined) return known
  const parts = letter.normalize('NFKD').replace(/\p{Mark}/gu, '')
  const plain = Array.from(parts, (part) => substitutes.get(part) ?? part).join('')
  return plain !== letter && fitsCp1251(plain) && !/[;"|\u0000-\u001f]/.test(plain) ? plain : null
}

/** Money, dashes, quotes, spaces and signs of 1C texts; letters of Kazakh and Tatar names; what has no width is left out. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ...pairs({ '₽': 'руб.', '₸': 'тенге', '₴': 'грн.', '₼': 'манат', '₾': 'лари', '£': 'GBP', '¥': 'JPY', '₺': 'TRY' }),
  ...pairs({ '−': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '⁄': '/', '∕': '/' }),
  ...pairs({ '‛': "'", '‟': "'", '′': "'", '″': "''", ʼ: "'", ʹ: "'", '＂': "'", '；': ',', '｜': ' ', '\u037e': ',' }),
  ...pairs({ '×': 'x', '÷': '/', '≤': '<=', '≥': '>=', '≠': '<>', '≈': '~', '∅': 'диам.', '⌀': 'диам.', Ø: 'O', ø: 'o' }),
  ...pairs({ '→': '->', '←': '<-', '✓': '+', '✔': '+', '✗': '-', '✘': '-', '★': '*', '☆': '*', '●': '•', '▪': '•', '■': '•' }),
  ...pairs({ ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', ı: 'i', ə: 'e', Ə: 'E' }),
  ...pairs({ Ә: 'А', ә: 'а', Ғ: 'Г', ғ: 'г', Қ: 'К', қ: 'к', Ң: 'Н', ң: 'н', Ө: 'О', ө: 'о', Ү: 'У', ү: 'у', Ұ: 'У', ұ: 'у' }),
  ...pairs({ Һ: 'Х', һ: 'х', Җ: 'Ж', җ: 'ж', Ҳ: 'Х', ҳ: 'х', Ҷ: 'Ч', ҷ: 'ч' }),
  ...pairs({ '\u200b': '', '\u200c': '', '\u200d': '', '\u2060': '', '\ufeff': '', '\ufe0f': '', '\u200e': '', '\u200f': '' }),
  ...pairs({ '\u2002': ' ', '\u2003': ' ', '\u2009': ' ', '\u202f': ' ', '\u2028': ' ', '\u2029': ' ' }),
])

function pairs(table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(table)
}
