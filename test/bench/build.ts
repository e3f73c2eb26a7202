import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The product as it is installed: plain JavaScript. TypeScript costs every start of a process a quarter of a second more. */
export interface Product {
  readonly cli: string
  /** Options that its first line gives to Node, or that it gives to V8 itself: the workers must run with them too. */
  readonly nodeFlags: readonly string[]
  worker(name: string): string
}

/** Compiles the sources and the workers of the bench into `folder`; types are another command's business. */
export function buildProduct(folder: string): Product {
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const project = join(folder, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    noCheck: true,
    rootDir: root,
    outDir: folder,
    typeRoots: [join(root, 'node_modules/@types')],
  }
  const include = [join(root, 'src'), join(root, 'test/bench/workers')]
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include }))
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })
  const cli = join(folder, 'src/bin.js')
  if (!existsSync(cli)) throw new Error(`The sources could not be compiled:\n${stdout}${stderr}`)
  return {
    cli,
    nodeFlags: flagsOf(readFileSync(cli, 'utf8')),
    worker: (name) => join(folder, `test/bench/workers/${name}.js`),
  }
}

function flagsOf(program: string): readonly string[] {
  const [, flags = ''] = /^#!.*?\bnode(?: (.*))?$/m.exec(program) ?? []
  const [, own = ''] = /setFlagsFromString\('(.*?)'\)/.exec(program) ?? []
  return [...flags.split(' '), ...own.split(' ')].filter((flag) => flag !== '')
}
