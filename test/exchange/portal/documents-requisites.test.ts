import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { changeTexts } from '../../../src/report/change-texts.ts'
import { planChanges } from '../../../src/report/plan-report.ts'
import { planWords } from '../../../src/report/plan-words.ts'
import { addItem, exchange, invoices, withExchanges } from './document-hands.ts'
import { addCompany, plan, requisitesOf, table, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const settings = (match = 'match: [origin]') =>
  withExchanges(
    exchange(
      'Счета',
      'invoices',
      'files: [s*.csv]',
      "organisations: { 'ООО Маяк': Маяк }",
      match,
      'clientMatch: [inn, title]',
      'updateClients: false',
    ),
  )
const invoice = (inn = '7707083893', client = 'ООО Лютик', amount = '600') =>
  table('Номер счета;Дата счета;Организация;Контрагент;ИНН;Сумма', `58;05.03.2026;ООО Маяк;${client};${inn};${amount}`)

/** What invoices show: `theirs ours account`. */
const links = (folder: PortalExchange) =>
  folder.state.requisiteLinks.map((link) => `${link['REQUISITE_ID']} ${link['MC_REQUISITE_ID']} ${link['MC_BANK_DETAIL_ID']}`)

describe('an invoice shows the requisites of both sides', () => {
  it('the only ones of a company that somebody made by hand, and those of ours', async (t) => {
    const folder = await portalFolder(t, { yaml: settings(), state: addOwnCompanies })
    const company = await addCompany(folder, 'Лютик', { inn: '7707083893' })
    await folder.put({ 'in/s.csv': invoice() })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(links(folder), [`${requisitesOf(folder, 4, company)[0]!['ID']} 1 1`])
  })

  it('of two made by hand neither: nobody has said which is meant', async (t) => {
    const folder = await portalFolder(t, { yaml: settings(), state: addOwnCompanies })
    const company = await addCompany(folder, 'Лютик', { inn: '7707083893' })
    const fields = { ENTITY_TYPE_ID: 4, ENTITY_ID: company, PRESET_ID: 1, NAME: 'Вторые', RQ_INN: '7728168971' }
    await folder.ask('crm.requisite.add', { fields })
    await folder.put({ 'in/s.csv': invoice() })
    await folder.run()
    assert.deepEqual(links(folder), ['0 1 1'])
  })

  it('anew when 1C gives it another client, and as before when that is taken back', async (t) => {
    const folder = await portalFolder(t, { yaml: settings(), state: addOwnCompanies })
    const [first, second] = [
      await addCompany(folder, 'Лютик', { inn: '7707083893' }),
      await addCompany(folder, 'Клевер', { inn: '7728168971' }),
    ]
    const [ofFirst, ofSecond] = [first, second].map((id) => requisitesOf(folder, 4, id)[0]!['ID'])
    await folder.put({ 'in/s.csv': invoice() })
    await folder.run()
    await folder.put({ 'in/s.csv': invoice('7728168971', 'ООО Клевер') })
    const { plans } = await plan(folder)
    const told = plans.flatMap((each) => planChanges(each, planWords.ru, changeTexts(null, 'ru')))
    assert.deepEqual(
      told.filter(({ what }) => what === 'Реквизиты в документе').map(({ from, to }) => `${from} → ${to}`),
      ['Реквизиты (ИНН 7707083893), ООО «Маяк» (ИНН 7708123404) → Реквизиты (ИНН 7728168971), ООО «Маяк» (ИНН 7708123404)'],
    )
    await folder.run()
    assert.deepEqual([links(folder), invoices(folder)[0]!['companyId']], [[`${ofSecond} 1 1`], second])
    await undo(folder, 2)
    assert.deepEqual([links(folder), invoices(folder)[0]!['companyId']], [[`${ofFirst} 1 1`], first])
  })

  it('that a manager chose on an invoice of his own stay, and no other change touches them', async (t) => {
    const folder = await portalFolder(t, { yaml: settings('match: [origin, title]'), state: addOwnCompanies })
    const company = await addCompany(folder, 'Лютик', { inn: '7707083893' })
    const id = await addItem(folder, 31, { title: 'Счёт 58 от 05.03.2026', companyId: company })
    const requisite = requisitesOf(folder, 4, company)[0]!['ID']
    const fields = {
      ENTITY_TYPE_ID: 31,
      ENTITY_ID: id,
      REQUISITE_ID: requisite,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: 0,
      MC_BANK_DETAIL_ID: 0,
    }
    await folder.ask('crm.requisite.link.register', { fields })
    await folder.put({ 'in/s.csv': invoice() })
    await folder.run()
    assert.equal(invoices(folder).length, 1)
    await folder.put({ 'in/s.csv': invoice('7707083893', 'ООО Лютик', '700') })
    await folder.run()
    assert.deepEqual([invoices(folder)[0]!['opportunity'], links(folder).length], [700, 1])
  })
})
