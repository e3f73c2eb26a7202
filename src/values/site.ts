import { tidy } from './text.ts'

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.'
// «г.Казань» looks like a host, so without `http` or `www` a Cyrillic top level must be a usual one.
const bareTop = 'xn--[a-z0-9-]+|[a-z]{2,}|рф|рус|бел|укр|қаз|дети|сайт|онлайн|орг|ком'
const site = new RegExp(
  `^(?:(?:https?://|www\\.)(?:${label})*?(?:${label})(?:xn--[a-z0-9-]+|\\p{L}{2,})|(?:${label})+(?:${bareTop}))(?::\\d+)?(?:[/?#]\\S*)?$`,
  'iu',
)

/** The web addresses of a cell, as written but for the case of the host and a bare slash at the end; no scheme is made up. */
export function parseSites(text: string): readonly string[] {
  return tidy(text)
    .split(/[\s;,]+/)
    .map((word) => word.replace(/^[<("«]+|[>)"».]+$/gu, ''))
    .filter((word) => site.test(word))
    .map(lowerCaseHost)
}

function lowerCaseHost(address: string): string {
  return address.replace(/^(?:https?:\/\/)?[^/?#]+/i, (head) => head.toLowerCase()).replace(/^((?:https?:\/\/)?[^/?#]+)\/$/, '$1')
}
