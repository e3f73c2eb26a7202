// Tries for the lock of a folder, says how it went, and stays. Arguments: the folder, the command that it pretends to be.
import { acquireLock } from '../../src/folder/lock.ts'

const [folder = '', command = ''] = process.argv.slice(2)
const lock = await acquireLock(folder, { command })
if (lock.kind === 'held') console.log('held')
else if (lock.kind === 'busy') console.log(`busy ${lock.holder?.pid} ${lock.holder?.command}`)
else console.log(lock.problem.code)
process.stdin.resume()
