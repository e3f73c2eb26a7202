import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'

// The local portal in a process of its own, so that its memory and its work are not taken for ours. Without limits, and answering
// at once. It tells its webhook, and stays until its input ends.
const sandbox = openSandbox({
  state: fixturePortal('moscow'),
  methods,
  limits: { rate: 'off', operating: 'off', requestSeconds: 'off' },
})
const { webhook } = await sandbox.listen()
process.stdout.write(`${webhook}\n`)
process.stdin.resume().on('end', () => void sandbox.close())
