import { openInput } from '../../../src/onec/read/open-input.ts'
import { readPart } from '../../../src/onec/read/read-part.ts'
import { Tally, tell, usualReading } from './reading.ts'

// All that the product does to a file before its records are used: hash, encoding, survey of the whole, then the records.
const [path = ''] = process.argv.slice(2)
const reading = usualReading()
const tally = new Tally()
const input = await openInput(path, path, reading)
for (const part of input.parts) for await (const rows of readPart(part, reading)) tally.add(rows)
await input.close()
tell(tally.counts)
