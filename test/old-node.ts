import { delimiter, join } from 'node:path'
import { execa } from 'execa'

/** Path of a Node of this machine that is too old for the product; null where there is none. */
export async function oldNode(): Promise<string | null> {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin', '/usr/bin']
  for (const path of new Set(folders.filter((folder) => folder !== '').map((folder) => join(folder, name)))) {
    const { stdout, failed } = await execa(path, ['--version'], { reject: false })
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(failed ? '' : stdout) ?? []
    if (major !== undefined && Number(major) * 100 + Number(minor) < 2218) return path
  }
  return null
}
