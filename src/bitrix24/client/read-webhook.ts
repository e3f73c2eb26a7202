import { readFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { problem } from '../../problems/problem.ts'
import { parseWebhook, type WebhookFound } from './webhook.ts'

/** Either may be '' or left out. */
export interface WebhookPlace {
  /** Absolute path of a file with the address as its only line. */
  readonly file?: string | undefined
  /** Name of an environment variable with the address; `<name>_FILE` may hold the path of a file instead. */
  readonly env?: string | undefined
}

/** The webhook from where the settings say it is kept. Where a variable is named, the file is not looked at. */
export async function readWebhook(
  place: WebhookPlace,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WebhookFound> {
  const { file = '', env = '' } = place
  if (env === '') return file === '' ? missing('portal.webhook') : await fromFile(file)
  const value = environment[env] ?? ''
  if (value.trim() !== '') return parseLine(value, env)
  const path = (environment[`${env}_FILE`] ?? '').trim()
  return path === '' ? missing(env) : await fromFile(path)
}

function missing(source: string): WebhookFound {
  return { kind: 'bad', problem: problem('portal.webhook-missing', { source }) }
}

async function fromFile(path: string): Promise<WebhookFound> {
  try {
    return parseLine(decode(await readFile(path)), path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { kind: 'bad', problem: problem('portal.webhook-unreadable', { path, code: String(error.code) }) }
  }
}

/** Notepad writes UTF-8, with a mark or without, or UTF-16 with one ("Unicode"). */
function decode(bytes: Buffer): string {
  return iconv.decode(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8')
}

function parseLine(text: string, source: string): WebhookFound {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return missing(source)
  if (lines.length > 1) return { kind: 'bad', problem: problem('portal.webhook-lines', { source, lines: lines.length }) }
  return parseWebhook(lines[0]!, source)
}
