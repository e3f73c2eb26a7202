import type { OutgoingFormat } from '../../../../src/onec/write/outgoing.ts'
import type { Base, Reading } from './base.ts'
import { readByBus31 } from './bus31.ts'
import { readByUnf } from './unf.ts'
import { readByUt11 } from './ut11.ts'
import { readByUt103 } from './ut103.ts'

/** A configuration with its settings, and the file that is meant for it. */
export interface Model {
  readonly name: string
  readonly format: OutgoingFormat
  read(file: Uint8Array | null, base: Base): Reading
}

export const ut11: Model = classic('УТ 11, клиенты по наименованию', (file, base) =>
  readByUt11(file, base, { identifyBy: 'name' }),
)

export const ut103: Model = classic('УТ 10.3, клиенты по наименованию', (file, base) =>
  readByUt103(file, base, { identifyBy: 'name' }),
)

export const unf: Model = classic('УНФ, клиенты по идентификатору, ИНН, телефону, наименованию', (file, base) =>
  readByUnf(file, base, { search: ['id', 'innKpp', 'phone', 'name'] }),
)

export const bus31: Model = { name: 'расширение 1С-Битрикс', format: 'commerceml-3', read: readByBus31 }

/** Every configuration with each way to find a client that leaves no doubt about the ones that 1C has. */
export const models: readonly Model[] = [
  ut11,
  classic('УТ 11, клиенты по ИНН и КПП', (file, base) => readByUt11(file, base, { identifyBy: 'innKpp' })),
  ut103,
  classic('УТ 10.3, файл с BOM', (file, base) => {
    const marked = file === null ? null : Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), file])
    return readByUt103(marked, base, { identifyBy: 'name', withoutBom: 'windows-1251' })
  }),
  unf,
  classic('УНФ, клиенты по наименованию', (file, base) => readByUnf(file, base, { search: ['name'] })),
  bus31,
]

function classic(name: string, read: Model['read']): Model {
  return { name, format: 'commerceml', read }
}
