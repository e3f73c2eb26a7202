// Watches a folder that vanishes together with its parent, closes the watch, and should then simply come to its end.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { watchFolders } from '../../src/folder/watch.ts'

const [outer = ''] = process.argv.slice(2)
const folder = join(outer, 'in')
await mkdir(folder)
const watch = watchFolders([{ path: folder, recursive: true }])
await watch.wait(5000)
const woken = watch.wait(5000)
await writeFile(join(folder, 'a.xml'), 'x')
await woken
await rm(outer, { recursive: true })
await watch.close()
