import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Tools } from './tools.ts'

/** What the figures were taken on and against: no names of hosts or folders. */
export function machineFacts(tools: Tools): readonly string[] {
  const [first] = cpus()
  const facts = [
    `${cpus().length} × ${first?.model.replaceAll(/\s+/g, ' ').trim() || process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `fast-xml-parser ${packageVersion('fast-xml-parser')}`,
    `b24jssdk ${packageVersion('@bitrix24/b24jssdk')}`,
  ]
  if (tools.xmllint !== null) facts.push(`libxml2 ${said(tools.xmllint, ['--version'], /version (\d+)/)}`)
  if (tools.lxml !== null)
    facts.push(`lxml ${said(tools.lxml, ['-c', 'from lxml import etree; print("lxml", etree.__version__)'], /lxml (\S+)/)}`)
  if (tools.python !== null) facts.push(`Python ${said(tools.python, ['--version'], /Python (\S+)/)}`)
  return facts
}

function said(program: string, args: readonly string[], pattern: RegExp): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return pattern.exec(`${stdout}${stderr}`)?.[1] ?? '?'
}

function packageVersion(name: string): string {
  const text = readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
