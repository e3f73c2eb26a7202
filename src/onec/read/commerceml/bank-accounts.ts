import type { BankAccount } from '../../../records/counterparty.ts'
import { parseAccount, parseBik } from '../../../values/bank-account.ts'
import type { XmlNode } from '../xml/node.ts'
import type { ExtraFields } from './extra.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'

/** `РасчетныеСчета/РасчетныйСчет`, each with its `Банк`. An account of which nothing is told is left out. */
export function bankAccountsOf(node: XmlNode, findings: Findings): readonly BankAccount[] {
  return accountsOf(node).flatMap((item) => {
    const bank = childOf(item, 'Банк')
    const ofBank = (name: string) => (bank === undefined ? '' : valueIn(bank, name))
    const bikText = ofBank('БИК')
    const bik = bikText === '' ? '' : (findings.take(parseBik(bikText), 'БИК', bikText) ?? '')
    const text = valueIn(item, 'НомерСчета')
    const account = text === '' ? '' : (findings.take(parseAccount(text, bik), 'НомерСчета', text) ?? '')
    const bankName = ofBank('Наименование')
    const correspondentAccount = ofBank('СчетКорреспондентский')
    if (account === '' && bik === '' && bankName === '' && correspondentAccount === '') return []
    const currency = findings.currency(valueIn(item, 'Валюта'))
    return [{ account, bankName, bik, correspondentAccount, currency, comment: valueIn(item, 'Комментарий') }]
  })
}

/** What the accounts say beside that: the bank's address, a correspondent bank. */
export function addBankRest(extra: ExtraFields, node: XmlNode): void {
  for (const item of accountsOf(node)) {
    extra.addRest(item, known, item.name)
    for (const bank of childrenOf(item, 'Банк')) extra.addRest(bank, knownInBank, `${item.name}.Банк`)
  }
}

function accountsOf(node: XmlNode): readonly XmlNode[] {
  return childrenOf(childOf(node, 'РасчетныеСчета'), 'РасчетныйСчет')
}

const known = new Set(['НомерСчета', 'Банк', 'Валюта', 'Комментарий'])
const knownInBank = new Set(['БИК', 'Наименование', 'СчетКорреспондентский'])
