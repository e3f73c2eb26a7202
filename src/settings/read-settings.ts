import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Language } from '../problems/language.ts'
import { at, type Problem, problem } from '../problems/problem.ts'
import { type ParsedSettings, parseSettings } from './parse-settings.ts'

/** Reads a settings file whatever editor saved it: UTF-8 with or without BOM, UTF-16 with BOM, else windows-1251. */
export async function readSettings(path: string, language?: Language): Promise<ParsedSettings> {
  const file = basename(path)
  try {
    const { text, encoding } = decode(await readFile(path))
    const parsed = parseSettings(text, language)
    const warnings = encoding === 'utf-8' ? [] : [problem('settings.encoding', { encoding })]
    return { settings: parsed.settings, problems: [...warnings, ...parsed.problems].map((found) => at(found, { file })) }
  } catch (error) {
    return { settings: null, problems: [at(unreadable(error, path), { file })] }
  }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const bom = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff]
    if (bytes[0] === bom[0] && bytes[1] === bom[1]) return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1251').decode(bytes), encoding: 'windows-1251' }
  }
}

/** Only what the file system refuses is expected here; anything else is a bug and goes on. */
function unreadable(error: unknown, path: string): Problem {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? problem('settings.not-found', { path })
    : problem('settings.unreadable', { path, reason: code })
}
