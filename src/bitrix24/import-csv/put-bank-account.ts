import type { BankAccountDraft } from '../drafts/requisite.ts'
import { longestName } from './put-requisite.ts'
import { put, putComment, putText, putYesNo, type Row } from './row.ts'

/** One bank account. Its name is always written: bank cells without it reject the card (`bitrix24-csv-import.md §8.2`). */
export function putBankAccount(row: Row, account: BankAccountDraft, name: string, number: number): void {
  const id = (field: string) => `BD_RQ_${field}|${row.sheet.profile.country.id}`
  put(row, 'BD_ID', { text: String(number), findings: [] })
  putText(row, 'BD_NAME', name, longestName)
  putYesNo(row, 'BD_ACTIVE', true)
  put(row, 'BD_SORT', { text: String(490 + 10 * number), findings: [] })
  putComment(row, account.comment, 'BD_COMMENTS')
  putText(row, id('BANK_NAME'), account.bankName)
  putText(row, id('BIK'), account.bik)
  putText(row, id('ACC_NUM'), account.account)
  putText(row, id('COR_ACC_NUM'), account.correspondentAccount)
  putText(row, id('ACC_CURRENCY'), account.currency)
}
