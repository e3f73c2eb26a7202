import { openInput } from '../../../src/onec/read/open-input.ts'
import { tell, usualReading } from './reading.ts'

// What `obmen24 inspect` does: hash, encoding, and the counts of what a whole and well-formed file holds.
const [path = ''] = process.argv.slice(2)
const input = await openInput(path, path, usualReading())
await input.close()
tell(input.facts.counts)
