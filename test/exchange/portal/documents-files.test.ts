import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { makeZip } from '../../onec/read/zip/zip-maker.ts'
import { deals, exchange, invoices, withExchanges, workOrders } from './document-hands.ts'
import { answers, lines, plan, table, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const settings = (...more: readonly string[]) =>
  withExchanges(
    exchange('Заказ-наряды', 'work-orders', 'files: [zn*.csv]', 'stages: { в работе: В работе }'),
    exchange('Счета', 'invoices', 'files: [s*.csv]', ...more),
  )
const invoice = (amount = '600,00') =>
  table('Номер счета;Дата счета;Контрагент;Основание;Сумма', `58;05.03.2026;Рябова Анна Петровна;3000004876;${amount}`)
const pdf = (text: string) => `%PDF-1.4\n% ${text}\n%%EOF\n`

/** Comments of a timeline with their files. */
function comments(folder: PortalExchange, type = 'smart_invoice'): readonly string[] {
  return folder.state.comments
    .filter(({ ENTITY_TYPE: of }) => of === type)
    .map(({ ENTITY_ID: id, COMMENT: text, FILES: files }) => {
      const [file] = files as readonly { readonly name: string; readonly size: number }[]
      return `${id}: ${String(text).split('\n')[0]}; ${file?.name}, ${file?.size}`
    })
}

const withInvoice = async (t: Parameters<typeof portalFolder>[0], ...more: readonly string[]) => {
  const folder = await portalFolder(t, { yaml: settings(...more) })
  await folder.put({ 'in/zn.csv': workOrders({ number: '3000004876' }), 'in/s.csv': invoice() })
  assert.equal((await folder.run()).exit, 0)
  return folder
}

describe('a PDF', () => {
  it('C4: is attached to the invoice whose number stands in its name, in the run that brings both', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await folder.put({ 'in/Счет 58.pdf': pdf('а'), 'in/s.csv': invoice(), 'in/zn.csv': workOrders({ number: '3000004876' }) })
    const { plans } = await plan(folder)
    assert.deepEqual(
      plans
        .filter(({ entity }) => entity === 'file')
        .map(({ action, title, comes = [] }) => [action, title, comes.map(({ name }) => name)]),
      [['create', 'Счет 58.pdf', ['58']]],
    )
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(comments(folder), [`1: Счет 58.pdf; Счет 58.pdf, ${Buffer.byteLength(pdf('а'))}`])
    const [line] = await lines(folder, 'Счет 58.pdf')
    assert.deepEqual([line!['Действие'], line!['ИдБ24'], line!['Код']], ['создан', '1', ''])
  })

  it('C4: that comes before its invoice waits for it, and is attached by itself', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    assert.equal((await folder.run()).exit, 0)
    const [line] = await lines(folder, 'Счет 58.pdf')
    assert.deepEqual([line!['Действие'], line!['Код']], ['ждет', 'plan.file-waits'])
    assert.match(line!['Текст']!, /ждёт документа № 58/)
    await folder.put({ 'in/zn.csv': workOrders({ number: '3000004876' }), 'in/s.csv': invoice() })
    await folder.run()
    assert.deepEqual([comments(folder).length, await answers(folder, 'Счет 58.pdf')], [1, ['Счет 58.pdf создан']])
  })

  it('C4: is attached to the deal of the invoice too, where the settings say so, with their words', async (t) => {
    const folder = await withInvoice(t, "attachments: { alsoParent: true, comment: 'Счёт из 1С: {{ name }}' }")
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(comments(folder), ['1: Счёт из 1С: Счет 58.pdf; Счет 58.pdf, 20'])
    assert.deepEqual(comments(folder, 'deal'), ['1: Счёт из 1С: Счет 58.pdf; Счет 58.pdf, 20'])
  })

  it('that comes again the same is nothing new; a changed one is attached beside the former', async (t) => {
    const folder = await withInvoice(t)
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    assert.equal(comments(folder).length, 1)
    await folder.put({ 'in/Счет 58.pdf': pdf('б') })
    await folder.run()
    assert.deepEqual([comments(folder).length, await answers(folder, 'Счет 58.pdf')], [2, ['Счет 58.pdf создан plan.file-again']])
  })

  it('that a manager removed from the timeline does not come back', async (t) => {
    const folder = await withInvoice(t)
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    folder.state.comments.splice(0)
    await folder.put({ 'in/s.csv': invoice('700,00'), 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    assert.deepEqual([comments(folder).length, invoices(folder)[0]!['opportunity']], [0, 700])
  })

  it('is found inside the archive that brought it', async (t) => {
    const folder = await withInvoice(t)
    await folder.put({ 'in/files.zip': makeZip([{ name: 'Счет 58.pdf', content: pdf('в архиве') }]) })
    const report = await folder.run()
    assert.deepEqual([report.exit, comments(folder)], [0, [`1: Счет 58.pdf; Счет 58.pdf, ${Buffer.byteLength(pdf('в архиве'))}`]])
  })

  it('that is no longer in the archive when its invoice comes is told, with what to do', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    const message = await folder.withHome(({ ledger }) => ledger.messageByNumber(1))
    await rm(message!.keptAt)
    await folder.put({ 'in/zn.csv': workOrders({ number: '3000004876' }), 'in/s.csv': invoice() })
    assert.equal((await folder.run()).exit, 3)
    const [line] = await lines(folder, 'Счет 58.pdf')
    assert.deepEqual([line!['Действие'], line!['Код'], comments(folder).length], ['ошибка', 'plan.file-gone', 0])
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    assert.equal((await folder.run()).exit, 0)
    assert.equal(comments(folder).length, 1)
  })

  it('whose bytes are others by now than those that were taken is not attached', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    const message = await folder.withHome(({ ledger }) => ledger.messageByNumber(1))
    await writeFile(join(message!.keptAt), pdf('б'))
    await folder.put({ 'in/zn.csv': workOrders({ number: '3000004876' }), 'in/s.csv': invoice() })
    await folder.run()
    assert.deepEqual(
      [comments(folder).length, (await answers(folder, 'Счет 58.pdf'))[0]],
      [0, 'Счет 58.pdf ошибка plan.file-gone'],
    )
  })

  it('goes with the run that is taken back', async (t) => {
    const folder = await withInvoice(t)
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    await undo(folder, 2)
    assert.deepEqual([comments(folder).length, invoices(folder).length, deals(folder).length], [0, 1, 1])
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    await folder.run()
    assert.equal(comments(folder).length, 1, 'and may come again')
  })
})

for (const fault of ['lose-answer', 'late', 'reset', 'truncated'] as const) {
  it(`a file is attached once, whatever becomes of the answer (${fault})`, async (t) => {
    const folder = await withInvoice(t, 'attachments: { alsoParent: true }')
    folder.sandbox.plan({ on: 'crm.timeline.comment.add', at: 1, do: fault, ms: 40_000 } as never)
    folder.sandbox.plan({ on: 'crm.timeline.comment.add', at: 2, do: fault, ms: 40_000 } as never)
    await folder.put({ 'in/Счет 58.pdf': pdf('а') })
    for (let start = 0; start < 5 && (start === 0 || (await folder.left()) > 0); start += 1) await folder.run()
    await folder.sandbox.settle()
    assert.deepEqual([comments(folder).length, comments(folder, 'deal').length, await folder.left()], [1, 1, 0])
  })
}
