/** A counterparty as 1C has it, before any file is written. What is '' is not filled in. */
export interface Client {
  /** A word for it, of which every dialect makes an id in its own manner. */
  readonly key: string
  readonly form: 'company' | 'soleProprietor' | 'person'
  readonly name: string
  readonly fullName: string
  readonly role: string
  readonly inn: string
  readonly kpp: string
  readonly ogrn: string
  readonly okpo: string
  readonly workPhone: string
  readonly mobile: string
  readonly email: string
  readonly legalAddress: ClientAddress | null
  readonly actualAddress: ClientAddress | null
  readonly account: ClientAccount | null
  readonly people: readonly ClientPerson[]
  readonly comment: string
  /** What no model has a place for: a requisite, an attribute or a column of the same name. */
  readonly more: Readonly<Record<string, string>>
  readonly deleted: boolean
}

export interface ClientAddress {
  readonly text: string
  /** `Тип` → `Значение`; empty where 1C keeps the text alone. */
  readonly parts: Readonly<Record<string, string>>
}

export interface ClientAccount {
  readonly account: string
  readonly bik: string
  readonly bankName: string
  readonly correspondentAccount: string
}

export interface ClientPerson {
  readonly key: string
  readonly name: string
  readonly post: string
  readonly mobile: string
  readonly email: string
}

export function client(told: Pick<Client, 'key' | 'name'> & Partial<Client>): Client {
  return { ...blank, ...told }
}

export function person(told: Pick<ClientPerson, 'key' | 'name'> & Partial<ClientPerson>): ClientPerson {
  return { post: '', mobile: '', email: '', ...told }
}

const blank = {
  form: 'company',
  fullName: '',
  role: 'Покупатель',
  inn: '',
  kpp: '',
  ogrn: '',
  okpo: '',
  workPhone: '',
  mobile: '',
  email: '',
  legalAddress: null,
  actualAddress: null,
  account: null,
  people: [],
  comment: '',
  more: {},
  deleted: false,
} as const
