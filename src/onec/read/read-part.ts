import type { Problem } from '../../problems/problem.ts'
import { decodeChunks } from './bytes/decode.ts'
import { readBytes } from './bytes/source.ts'
import { readCommerceml } from './commerceml/read-commerceml.ts'
import { readCsv } from './csv/read-csv.ts'
import type { InputPart, ReadOptions } from './open-input.ts'
import { attachmentRow, confirmationRow } from './read-whole-file.ts'
import type { ReadRow } from './reading.ts'

/**
 * The rows of a part in the order of the file, some thousands at a time, in bounded memory. The part was surveyed whole
 * before; a file that turns out different now was changed behind our back, which throws.
 */
export async function* readPart(part: InputPart, options: ReadOptions): AsyncGenerator<readonly ReadRow[], void> {
  if (part.facts.format === 'file') yield [attachmentRow(part.facts)]
  else if (part.facts.format === 'confirmation') yield [await confirmationRow(part)]
  else yield* readRows(part, options)
}

async function* readRows({ source, facts }: InputPart, options: ReadOptions): AsyncGenerator<readonly ReadRow[], void> {
  const encoding = facts.encoding.actual
  const rows: AsyncGenerator<readonly ReadRow[], { readonly error: Problem | null }> =
    facts.format === 'commerceml'
      ? readCommerceml(source, encoding, { country: options.country })
      : readCsv(decodeChunks(readBytes(source), encoding), {
          shape: options.shapeOf(facts.file),
          use: (columns) => options.tableOf(facts.file, columns),
          country: options.country,
        })
  try {
    for (;;) {
      const step = await rows.next()
      if (!step.done) {
        yield step.value
        continue
      }
      if (step.value.error !== null) throw new Error(`${facts.file} changed while it was read: ${step.value.error.code}`)
      return
    }
  } finally {
    // Whoever stops in the middle leaves no file open.
    await rows.return({ error: null })
  }
}
