/** Реквизит with its addresses and bank accounts, by the fields of the Russian presets (`bitrix24-csv-import.md §8.2`). */
export interface RequisiteDraft {
  readonly preset: 'organization' | 'soleProprietor' | 'person'
  readonly name: string
  readonly inn: string
  readonly kpp: string
  readonly ogrn: string
  readonly ogrnip: string
  readonly okpo: string
  readonly companyName: string
  readonly companyFullName: string
  readonly director: string
  readonly accountant: string
  readonly lastName: string
  readonly firstName: string
  readonly secondName: string
  readonly addresses: readonly AddressDraft[]
  readonly bankAccounts: readonly BankAccountDraft[]
}

export interface AddressDraft {
  readonly type: 'actual' | 'registered' | 'legal' | 'postal' | 'beneficiary' | 'delivery'
  /** Street and house, or the whole address where 1C gave no parts. */
  readonly address1: string
  readonly address2: string
  readonly city: string
  readonly postalCode: string
  /** Район. */
  readonly district: string
  /** Регион, область. */
  readonly region: string
  readonly country: string
}

export interface BankAccountDraft {
  readonly name: string
  readonly bankName: string
  readonly bik: string
  readonly account: string
  readonly correspondentAccount: string
  readonly currency: string
  readonly comment: string
}
