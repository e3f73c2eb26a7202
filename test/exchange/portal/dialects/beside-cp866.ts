import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { portalFolder } from '../portal-folder.ts'
import { client } from './client.ts'
import { type Encoding, encodingSetting } from './encodings.ts'
import { dialects } from './left-out.ts'
import { written } from './written.ts'

/** Tables in cp866, which the settings have to name, lie in one folder with XML that tells its own encoding. */
export async function playBesideCp866(t: TestContext): Promise<void> {
  const folder = await portalFolder(t, { yaml: encodingSetting('cp866') })
  const own: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'windows-1251', 'utf-16le']
  const writings = dialects.flatMap(([dialect]) => {
    const isTable = dialect.name.startsWith('CSV')
    return (isTable ? (['cp866'] as const) : own).map((encoding) => ({ dialect, encoding }))
  })
  const names: string[] = []
  for (const [at, writing] of writings.entries()) {
    const told = client({ key: `of ${at}`, name: `Ёж и Ко ${at} ООО` })
    await folder.put(written([told], writing, { generated: '2026-03-05T09:05:07', prefix: `${at}-` }))
    names.push(told.name)
  }
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, []])
  assert.deepEqual(
    folder
      .companies()
      .map(({ title }) => title)
      .sort(),
    names.sort(),
  )
}
