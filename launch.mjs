// Runs Node with the given arguments: this one when it is new enough, otherwise Node 24 from the npm registry,
// kept under .tools/. Plain JavaScript, because the machine's own Node may be too old for TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = [22, 18]
const FETCHED = '24'
const root = dirname(fileURLToPath(import.meta.url))

const node = isNewEnough(process.versions.node) ? process.execPath : fetchedNode()
const child = spawn(node, process.argv.slice(2), { stdio: 'inherit' })
// Ctrl-C comes from the terminal to every process of the group, the child too: sent on, it would come twice, and a second
// one means "at once". It is only kept from ending the launcher before its child. SIGTERM is sent to one process alone.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('error', (error) => fail(`cannot start ${node}: ${error.message}`))
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]))

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

function fetchedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, '.tools', 'node_modules', name, 'bin', file)
  if (existsSync(path)) return path
  console.error(
    `Node ${process.versions.node} is too old for obmen24; fetching Node ${FETCHED} (${name}) from the npm registry into .tools/`,
  )
  const settings = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const args = ['install', '--prefix', join(root, '.tools'), ...settings, `${name}@${FETCHED}`]
  const npm = process.env.npm_execpath
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], quiet)
    : spawnSync('npm', args, { ...quiet, shell: process.platform === 'win32' })
  if (result.status !== 0 || !existsSync(path)) {
    fail(
      `Node ${FETCHED} could not be fetched. Install Node ${OLDEST.join('.')} or newer from https://nodejs.org and run the command again.`,
    )
  }
  return path
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
