import type { BankAccountDraft, RequisiteDraft } from '../../bitrix24/drafts/requisite.ts'
import type { BankAccount, Counterparty } from '../../records/counterparty.ts'
import { addressDraft } from './address-draft.ts'

/** The requisites of a counterparty, or null where 1C told none (then no requisite column may be filled at all). */
export function requisiteDraft(record: Counterparty): RequisiteDraft | null {
  const { inn, kpp, ogrn, okpo, addresses, bankAccounts, legalForm } = record
  const tells = inn !== '' || kpp !== '' || ogrn !== '' || okpo !== '' || addresses.length > 0 || bankAccounts.length > 0
  if (!tells) return null
  const isPerson = legalForm === 'person'
  const isSole = legalForm === 'soleProprietor'
  const officialName = record.fullName || record.name
  return {
    preset: isSole ? 'soleProprietor' : isPerson ? 'person' : 'organization',
    name: officialName,
    // What the preset has no field for is written all the same: the file then says that the portal passes it over.
    inn,
    kpp,
    ogrn: isSole ? '' : ogrn,
    ogrnip: isSole ? ogrn : '',
    okpo,
    companyName: isPerson ? '' : record.name || officialName,
    companyFullName: isPerson ? '' : officialName,
    director: record.extra['Директор'] ?? record.extra['Руководитель'] ?? '',
    accountant: record.extra['Главный бухгалтер'] ?? record.extra['ГлавныйБухгалтер'] ?? '',
    lastName: record.person?.last ?? '',
    firstName: record.person?.first ?? '',
    secondName: record.person?.middle ?? '',
    addresses: addresses.map(addressDraft),
    bankAccounts: bankAccounts.map(bankAccountDraft),
  }
}

function bankAccountDraft(account: BankAccount): BankAccountDraft {
  return {
    name: account.bankName || account.account || account.bik,
    bankName: account.bankName,
    bik: account.bik,
    account: account.account,
    correspondentAccount: account.correspondentAccount,
    currency: account.currency,
    comment: account.comment,
  }
}
