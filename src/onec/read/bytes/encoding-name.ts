/**
 * The one name of an encoding under which the product speaks of it, from any of its usual spellings
 * (`CP1251`, `win-1251`, `ANSI`, `ibm866`); null where nobody knows it.
 */
export function encodingName(label: string): string | null {
  const asked = label.trim().toLowerCase()
  const name = whatwgName(spellings[asked] ?? asked)
  return name === 'ibm866' ? 'cp866' : name
}

/** What 1C programmers write that the standard's list lacks. ANSI and OEM are those of a Russian Windows. */
const spellings: Readonly<Record<string, string>> = {
  __proto__: null as never,
  ansi: 'windows-1251',
  '1251': 'windows-1251',
  win1251: 'windows-1251',
  'win-1251': 'windows-1251',
  'cp-1251': 'windows-1251',
  windows1251: 'windows-1251',
  oem: 'ibm866',
  dos: 'ibm866',
  'cp-866': 'ibm866',
  'utf-8_withoutbom': 'utf-8',
}

function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** One byte a letter, ASCII below 128: what a table of 256 entries reads. */
export function isSingleByte(encoding: string): boolean {
  return /^(?:windows-125\d|windows-874|cp866|koi8-[ru]|iso-8859-\d+|x-mac-cyrillic|macintosh)$/.test(encoding)
}
