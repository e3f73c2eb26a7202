import iconv from 'iconv-lite'

export type Encoding = keyof typeof facts

/** The bytes of a file; throws for a letter that the encoding lacks, because 1C would have spoilt it. */
export function encode(text: string, encoding: Encoding): Buffer {
  const { name, mark } = facts[encoding]
  const bytes = iconv.encode(text, name)
  if (iconv.decode(bytes, name) !== text) throw new Error(`${encoding} has no place for a letter of: ${text}`)
  return Buffer.concat([Buffer.from(mark), bytes])
}

/** What the XML declaration says. */
export function declaredName(encoding: Encoding): string {
  return facts[encoding].declared
}

/** What the settings have to say: cp866 is the one that no file tells of itself. */
export function encodingSetting(encoding: Encoding): string {
  return encoding === 'cp866' ? 'reading: { encoding: cp866 }' : ''
}

const facts = {
  'utf-8': { name: 'utf-8', mark: [], declared: 'UTF-8' },
  'utf-8-bom': { name: 'utf-8', mark: [0xef, 0xbb, 0xbf], declared: 'UTF-8' },
  'windows-1251': { name: 'windows-1251', mark: [], declared: 'windows-1251' },
  cp866: { name: 'cp866', mark: [], declared: 'cp866' },
  'utf-16le': { name: 'utf-16le', mark: [0xff, 0xfe], declared: 'UTF-16' },
  'utf-16be': { name: 'utf-16be', mark: [0xfe, 0xff], declared: 'UTF-16' },
  // Old code: the declaration is left out, or was copied from another program.
  'windows-1251, не названа': { name: 'windows-1251', mark: [], declared: '' },
  'utf-8, названа windows-1251': { name: 'utf-8', mark: [], declared: 'windows-1251' },
} as const
