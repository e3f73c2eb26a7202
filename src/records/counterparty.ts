import type { Email } from '../values/email.ts'
import type { PersonName } from '../values/person-name.ts'
import type { Phone } from '../values/phone.ts'
import type { Address } from './address.ts'
import type { RecordBase } from './common.ts'
import type { OtherContact } from './other-contact.ts'

/** Контрагент: a company, a sole proprietor (ИП) or a private person — the rule of `1c-side.md §3.6`. */
export interface Counterparty extends RecordBase {
  readonly kind: 'counterparty'
  readonly legalForm: 'company' | 'soleProprietor' | 'person'
  /** `Наименование`: the short name in the 1C list. */
  readonly name: string
  /** `ОфициальноеНаименование` of a company, `ПолноеНаименование` of a person. */
  readonly fullName: string
  readonly person: PersonName | null
  /** Digits; kept as text even when the check digit is wrong (then flagged in `problems`). */
  readonly inn: string
  readonly kpp: string
  readonly ogrn: string
  readonly okpo: string
  /** `Покупатель`, `Поставщик` … as the file has it. */
  readonly role: string
  readonly addresses: readonly Address[]
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly contacts: readonly OtherContact[]
  readonly bankAccounts: readonly BankAccount[]
  readonly contactPersons: readonly ContactPerson[]
  readonly comment: string
}

export interface BankAccount {
  readonly account: string
  readonly bankName: string
  readonly bik: string
  readonly correspondentAccount: string
  readonly currency: string
  readonly comment: string
}

/** Контактное лицо (`Представитель`): in the typical exchange an id and a name only. A record of its own in a table. */
export interface ContactPerson extends RecordBase {
  readonly kind: 'contactPerson'
  /** 1C id of the counterparty it belongs to; in a table without ids, its name. */
  readonly counterpartyId: string
  readonly name: string
  readonly person: PersonName | null
  readonly relation: string
  readonly post: string
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly comment: string
}
