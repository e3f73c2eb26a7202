import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openInput, type ReadOptions } from '../../../src/onec/read/open-input.ts'
import { readPart } from '../../../src/onec/read/read-part.ts'
import type { ReadRow } from '../../../src/onec/read/reading.ts'
import { tempFolder } from '../../folder/temp-folder.ts'
import { counterparty, product } from './commerceml/commerceml.ts'
import { options } from './read-options.ts'

async function read(path: string, given: ReadOptions, between: () => Promise<void> = async () => {}) {
  const input = await openInput(path, 'f', given)
  await between()
  const rows: ReadRow[] = []
  for (const part of input.parts) for await (const batch of readPart(part, given)) rows.push(...batch)
  await input.close()
  return rows
}

test('phones without a country code belong to the country of the settings, in XML and in tables', async (t) => {
  const path = join(await tempFolder(t), 'f')
  const phone = '8 017 200-10-20'
  const contact = `<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>${phone}</Значение></Контакт></Контакты>`
  for (const content of [counterparty(`<Ид>1</Ид>${contact}`), `Контрагент;ИНН;Телефон\nРомашка;7701000019;${phone}\n`]) {
    await writeFile(path, content)
    for (const [country, e164] of [
      ['BY', '+375172001020'],
      ['RU', null],
    ] as const) {
      const [row] = await read(path, { ...options, country })
      assert.equal(row?.record?.kind === 'counterparty' ? row.record.phones[0]?.e164 : 'no counterparty', e164)
    }
  }
})

test('a file that changed between the survey and the reading throws: its rows may not be used', async (t) => {
  const path = join(await tempFolder(t), 'f')
  const whole = product('<Ид>1</Ид>')
  await writeFile(path, whole)
  await assert.rejects(
    read(path, options, () => writeFile(path, whole.slice(0, -30))),
    /f changed while it was read: xml\.truncated/,
  )
  await writeFile(path, 'Наименование;Артикул\nБолт;1\n')
  await assert.rejects(
    read(path, options, () => writeFile(path, '')),
    /f changed while it was read: csv\.empty/,
  )
  await writeFile(path, '12')
  await assert.rejects(
    read(path, { ...options, isConfirmation: () => true }, () => writeFile(path, 'двенадцать')),
    /f changed while it was read: confirmation\.no-number/,
  )
})
