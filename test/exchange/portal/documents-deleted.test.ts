import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deals, exchange, invoices, removeItem, withExchanges } from './document-hands.ts'
import { answers, lines, remove, retry, table } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const yaml = (vanished = 'create') =>
  withExchanges(
    exchange('Контрагенты', 'counterparties', 'files: [k*.csv]', 'contactPersons: false', `vanished: ${vanished}`),
    exchange(
      'Заказ-наряды',
      'work-orders',
      'files: [zn*.csv]',
      'stages: { в работе: В работе, выполнен: Выполнен }',
      'pipeline: Сервис',
      `vanished: ${vanished}`,
    ),
    exchange('Счета', 'invoices', 'files: [s*.csv]', "numberPrefix: 'B24-'", `vanished: ${vanished}`),
  )
const client = (name = 'ООО Лютик') => table('Ид;Наименование;ИНН;КПП', `k1;${name};7707083893;770701001`)
const order = (number: string, state = 'в работе') =>
  table('Ид;Номер заказ-наряда;Состояние;Сумма;Ид контрагента;Контрагент', `zn-${number};ЗН-${number};${state};600;k1;ООО Лютик`)
const invoice = (basis: string) =>
  table('Номер счета;Дата счета;Ид контрагента;Контрагент;Основание;Сумма', `58;05.03.2026;k1;ООО Лютик;${basis};600,00`)

const withOrder = async (t: Parameters<typeof portalFolder>[0], vanished?: string) => {
  const folder = await portalFolder(t, { yaml: yaml(vanished) })
  await folder.put({ 'in/k.csv': client(), 'in/zn.csv': order('1') })
  assert.equal((await folder.run()).exit, 0)
  return folder
}

const said = async (folder: PortalExchange, name: string) => {
  const [line] = await lines(folder, name)
  return [line!['Действие'], line!['Код'], line!['Текст']]
}
const whatToDo =
  'Верните карточку из корзины Битрикс24 и запустите obmen24 retry. Если её надо создать заново, поставьте vanished: create, измените её запись в 1С и выгрузите вместе с документом.'

describe('a document whose client or basis a person has deleted on the portal', () => {
  it('waits where a person is to decide, and the answer says which card was deleted and what to do', async (t) => {
    const folder = await withOrder(t, 'review')
    const card = structuredClone(folder.state.items[4]![1]!)
    await remove(folder, 4, 1)
    await folder.put({ 'in/zn2.csv': order('2') })
    assert.equal((await folder.run()).runs.length, 1)
    const text = `Документ ждёт: карточку, к которой он относится, на портале удалили или объединили с другой: ООО Лютик (k1), № 1. ${whatToDo}`
    assert.deepEqual(await said(folder, 'zn2.csv'), ['ждет', 'plan.document-waits-deleted', text])
    await folder.put({ 'in/zn3.csv': order('3').replaceAll('k1;', 'k9;') })
    await folder.run()
    assert.equal((await said(folder, 'zn3.csv'))[1], 'plan.document-waits', 'one that has not come is another matter')
    assert.deepEqual([folder.companies().length, deals(folder).length], [0, 1], 'the deletion is respected')
    // Restored from the recycle bin a card has another number.
    folder.state.items[4]![7] = { ...card, id: 7 }
    await retry(folder)
    assert.deepEqual([await answers(folder, 'zn2.csv'), deals(folder)[1]!['companyId']], [['zn-2 создан'], 7])
    await folder.put({ 'in/k.csv': client('ООО Лютик и Ко') })
    await folder.run()
    assert.deepEqual(
      folder.companies().map(({ id, title }) => [id, title]),
      [[7, 'ООО Лютик и Ко']],
    )
  })

  it('goes on with a basis that a person restores from the recycle bin', async (t) => {
    const folder = await withOrder(t)
    const deal = structuredClone(folder.state.items[2]![1]!)
    await removeItem(folder, 2, 1)
    await folder.put({ 'in/s.csv': invoice('ЗН-1') })
    await folder.run()
    folder.state.items[2]![9] = { ...deal, id: 9 }
    await retry(folder)
    assert.deepEqual([await answers(folder, 's.csv'), invoices(folder)[0]?.['parentId2']], [['58 создан'], 9])
  })

  it('goes on where its client may be made anew, in the same run', async (t) => {
    const folder = await withOrder(t)
    await remove(folder, 4, 1)
    await folder.put({ 'in/zn2.csv': order('2') })
    assert.equal((await folder.run()).runs.length, 1)
    assert.deepEqual([await answers(folder, 'zn2.csv'), deals(folder)[1]!['companyId']], [['zn-2 создан'], 2])
  })

  it('waits for its basis until 1C changes that, then goes on by itself', async (t) => {
    const folder = await withOrder(t)
    await removeItem(folder, 2, 1)
    await folder.put({ 'in/s.csv': invoice('ЗН-1') })
    await folder.run()
    const [action, code, text] = await said(folder, 's.csv')
    assert.deepEqual([action, code, invoices(folder).length], ['ждет', 'plan.document-waits-deleted', 0])
    assert.match(text!, /: ЗН-1 \(zn-1\), № 1\. Верните/)
    await folder.put({ 'in/zn.csv': order('1') })
    assert.equal((await folder.run()).runs.length, 1, 'told the same again it is no news')
    await folder.put({ 'in/zn.csv': order('1', 'выполнен') })
    await folder.run()
    assert.deepEqual([await answers(folder, 's.csv'), invoices(folder)[0]?.['parentId2']], [['58 создан'], 2])
  })

  it('says so of a deal that 1C names by its number on the portal, too', async (t) => {
    const folder = await withOrder(t)
    await folder.put({ 'in/s.csv': invoice('B24-77') })
    await folder.run()
    const [action, code, text] = await said(folder, 's.csv')
    assert.deepEqual([action, code], ['ждет', 'plan.document-waits-deleted'])
    assert.match(text!, /: B24-77, № 77\. Верните/)
  })

  it('says both, where something else has not come yet', async (t) => {
    const folder = await withOrder(t, 'review')
    await remove(folder, 4, 1)
    await folder.put({ 'in/s.csv': invoice('ЗН-9') })
    await folder.run()
    const [, code, text] = await said(folder, 's.csv')
    assert.equal(code, 'plan.document-waits-deleted')
    assert.match(text!, /ООО Лютик \(k1\), № 1\. .*карточек на портале ещё нет: ЗН-9\.$/)
  })
})

describe('a file', () => {
  it('whose document a person has deleted says so, and is attached when 1C changes that', async (t) => {
    const folder = await withOrder(t)
    await folder.put({ 'in/s.csv': invoice('ЗН-1') })
    await folder.run()
    await removeItem(folder, 31, 1)
    await folder.put({ 'in/Счет 58.pdf': '%PDF-1.4\n% 58\n%%EOF\n' })
    await folder.run()
    const [action, code, text] = await said(folder, 'Счет 58.pdf')
    assert.deepEqual([action, code], ['ждет', 'plan.file-waits-deleted'])
    assert.match(text!, /ждёт: карточку 1 документа № 58 на портале удалили\. Верните карточку/)
    await folder.put({ 'in/s.csv': invoice('ЗН-1').replace('600,00', '700,00') })
    await folder.run()
    assert.deepEqual([await answers(folder, 'Счет 58.pdf'), folder.state.comments.length], [['Счет 58.pdf создан'], 1])
  })
})
