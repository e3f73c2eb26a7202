import { readCommerceml } from '../../../src/onec/read/commerceml/read-commerceml.ts'
import { Tally, tell } from './reading.ts'

// One reading from bytes to records, as other readers do it: without the survey that goes before.
const [path = '', encoding = ''] = process.argv.slice(2)
const tally = new Tally()
for await (const rows of readCommerceml(path, encoding.toLowerCase())) tally.add(rows)
tell(tally.counts)
