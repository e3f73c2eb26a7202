import assert from 'node:assert/strict'
import { glob, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { commands, options } from '../../src/cli/usage-text.ts'
import { problemTable } from '../../src/problems/table.ts'
import { settingsJsonSchema } from '../../src/settings/json-schema.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { pages } from './pages.ts'

const root = join(import.meta.dirname, '..', '..')
const { scripts, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const guides = new Map<string, string>()
for await (const path of glob(['*.md', 'docs/*.md', 'samples/**/*.md'], { cwd: root })) {
  guides.set(path.replaceAll('\\', '/'), await readFile(join(root, path), 'utf8'))
}

test('every link of the guides leads to a file, and to a heading where it names one', async () => {
  const lost: string[] = []
  for (const [path, text] of guides) {
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file = '', heading] = decodeURI(link!).split('#')
      const target = file === '' ? join(root, path) : resolve(root, dirname(path), file)
      const known = await stat(target).catch(() => null)
      if (known === null) lost.push(`${path}: ${link}`)
      else if (heading !== undefined && !(await headings(target)).includes(heading)) lost.push(`${path}: ${link}`)
    }
  }
  assert.deepEqual(lost, [])
})

test('every file that the guides name in so many words is there', async () => {
  const lost: string[] = []
  for (const [path, text] of guides) {
    for (const [, name] of text.matchAll(/`((?:src|test|docs|samples|schemas|\.ci)\/[^`*<>{}…]+)`/g)) {
      if ((await stat(join(root, name!)).catch(() => null)) === null) lost.push(`${path}: ${name}`)
    }
  }
  assert.deepEqual(lost, [])
})

test('every command and option that the guides show is known', () => {
  const unknown: string[] = []
  for (const [path, text] of guides) {
    for (const code of codeOf(text)) {
      for (const [line, command = '', rest = ''] of code.matchAll(/\bobmen24(?:\.cmd)?(?: --)? ([a-z]+)\b(.*)/g)) {
        const given = [...rest.matchAll(/\s--([a-z-]+)/g)].map(([, option]) => option!)
        if (!commands.includes(command) || given.some((option) => !options.includes(option))) unknown.push(`${path}: ${line}`)
      }
      for (const [line, script] of code.matchAll(/\bnpm run (?:-s )?([a-z0-9:]+)/g)) {
        if (!(script! in scripts)) unknown.push(`${path}: ${line}`)
      }
    }
  }
  assert.deepEqual(unknown, [])
})

test('every settings file that the guides show is read without a word', () => {
  const found: string[] = []
  let count = 0
  for (const [path, text] of guides) {
    for (const [, yaml] of text.matchAll(/^ *```ya?ml\n(.*?)^ *```$/gms)) {
      count += 1
      const { problems } = parseSettings(yaml!)
      found.push(...problems.map(({ code, args, place }) => `${path}: ${code} ${JSON.stringify({ ...args, ...place })}`))
    }
  }
  assert.deepEqual(found, [])
  assert.ok(count >= 6, `only ${count} blocks were found`)
})

test('every setting and every code of a problem that the guides name is one', () => {
  const known = new Set([...Object.keys(problemTable), ...settingPaths(settingsJsonSchema('ru') as SchemaNode, '')])
  const lost: string[] = []
  for (const [path, text] of guides) {
    if (!path.startsWith('docs/guide-')) continue
    for (const [, name] of text.matchAll(/`([a-z0-9]+(?:\[\])?\.[A-Za-z][A-Za-z0-9.[\]-]*)(?::[^`]*)?`/g)) {
      const plain = name!.replaceAll('[]', '')
      if (/\.(?:txt|log|yaml|sqlite|xml|html|pdf)$/.test(plain)) continue
      if (!known.has(plain) && !known.has(`exchanges.${plain}`)) lost.push(`${path}: ${name}`)
    }
  }
  assert.deepEqual(lost, [])
})

test('docs/architecture.md says of every runtime dependency why it is there, and of no other', () => {
  const text = guides.get('docs/architecture.md') ?? ''
  const named = [...text.matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(named.sort(), Object.keys(dependencies).sort())
})

test('every page of docs/ can be reached from the README in both languages', () => {
  const reached = new Set(['docs/performance.md'])
  for (const readme of ['README.md', 'README.ru.md']) {
    for (const [, link] of (guides.get(readme) ?? '').matchAll(/\]\((docs\/[^)#]+)/g)) reached.add(link!)
  }
  assert.deepEqual(
    [...guides.keys(), ...Object.keys(pages)].filter((path) => /^docs\/.*\.md$/.test(path) && !reached.has(path)),
    [],
  )
})

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
}

/** `folders.in.marker`: every key that the settings may have, as if each list had one entry. */
function settingPaths({ properties = {}, items, anyOf = [], oneOf = [] }: SchemaNode, before: string): readonly string[] {
  const own = Object.entries(properties).flatMap(([name, node]) => [
    `${before}${name}`,
    ...settingPaths(node, `${before}${name}.`),
  ])
  const others = [...(items === undefined ? [] : [items]), ...anyOf, ...oneOf]
  return [...own, ...others.flatMap((node) => settingPaths(node, before))]
}

async function headings(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8')
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** What stands in fences and between backticks; prose may speak of obmen24 as it likes. */
function codeOf(text: string): readonly string[] {
  return [...text.matchAll(/```[a-z]*\n(.*?)```|`([^`\n]+)`/gs)].map(([, block, inline]) => (block ?? inline)!)
}
