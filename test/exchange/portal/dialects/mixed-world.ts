import type { ItemRow } from '../../../../src/bitrix24/sandbox/state.ts'
import { addCompany, addContact, edit, remove } from '../hands.ts'
import { innOf } from '../inns.ts'
import type { PortalExchange } from '../portal-folder.ts'
import { type Client, client, person } from './client.ts'
import type { Dialect } from './dialect.ts'

/** What 1C tells first, and later; every one of them meets another of the options. */
export const firstTold: readonly Client[] = [
  client({ key: 'elm', name: 'Вяз ООО', fullName: 'ООО "Вяз"', inn: innOf(1), kpp: '770101001', comment: 'Отсрочка' }),
  client({ key: 'ash', name: 'Ясень ООО', inn: innOf(2), mobile: '+7 916 000-00-02', comment: 'Отсрочка', okpo: '12345678' }),
  client({ key: 'oak', name: 'Дуб ООО', inn: innOf(3), email: 'dub@post.example' }),
  client({
    key: 'sole',
    form: 'soleProprietor',
    name: 'Захаров А.Ю. ИП',
    fullName: 'ИП Захаров Антон Юрьевич',
    inn: '770100000079',
    comment: 'Отсрочка',
  }),
  client({ key: 'orlova', form: 'person', name: 'Орлова Анна', fullName: 'Орлова Анна', email: 'orlova@post.example' }),
  client({
    key: 'staffed',
    name: 'Клён ООО',
    inn: innOf(4),
    people: [person({ key: 'chief', name: 'Королёв Пётр' }), person({ key: 'clerk', name: 'Мария' })],
  }),
  client({ key: 'flower', name: 'Мак ООО', inn: innOf(5), more: { Отрасль: 'Цветоводство' } }),
  client({ key: 'gone', name: 'Не использовать ООО', inn: innOf(6), deleted: true }),
]

/** What has become of them since. */
const later: Readonly<Record<string, Partial<Client>>> = {
  elm: { name: 'Вяз и Ко ООО' },
  ash: { comment: 'Предоплата', okpo: '' },
  oak: { comment: 'Звонить утром' },
  sole: { deleted: true, comment: '' },
  orlova: { name: 'Орлова Анна Петровна', fullName: 'Орлова Анна Петровна' },
  staffed: { people: [person({ key: 'chief', name: 'Королёв Пётр Ильич' }), person({ key: 'porter', name: 'Иван' })] },
  gone: { deleted: false },
}

export const laterTold: readonly Client[] = firstTold.map((told) => ({ ...told, ...later[told.key] }))

/** What people had made before: for most of the ways a card that fits one of the counterparties, and one that fits none. */
export async function makeByHand(folder: PortalExchange, { idOf }: Dialect): Promise<void> {
  await addCompany(folder, 'Чужая', { phone: '+79160009999', inn: innOf(99) })
  await addCompany(folder, 'От руки 1', { inn: innOf(1), kpp: '770101001' })
  await addCompany(folder, 'От руки 2', { phone: '8 916 000-00-02', comments: 'Постоянный' })
  await addCompany(folder, 'От руки 3', { UF_CRM_ID_1C: idOf('oak') })
  await addCompany(folder, 'Клён ООО', { UF_CRM_INN: `ИНН ${innOf(4)}` })
  await addContact(folder, { lastName: 'От руки' }, { email: 'orlova@post.example' })
}

/** What people do between the two exports. */
export async function meddle(folder: PortalExchange, dialect: Dialect): Promise<void> {
  const ash = cardOf(folder, dialect, 'ash')
  if (ash !== null) await edit(folder, 4, ash.row.id, { comments: 'Спросить Ольгу' })
  const oak = cardOf(folder, dialect, 'oak')
  if (oak !== null) await remove(folder, 4, oak.row.id)
}

export interface MarkedCard {
  readonly row: ItemRow
  readonly isCompany: boolean
  readonly isByHand: boolean
}

/** The card that carries the mark of that counterparty. */
export function cardOf(folder: PortalExchange, { idOf }: Dialect, key: string): MarkedCard | null {
  const isIts = ({ originId }: ItemRow) => originId === idOf(key)
  const company = folder.companies().find(isIts)
  if (company !== undefined) return { row: company, isCompany: true, isByHand: company.id <= byHand.companies }
  const contact = folder.contacts().find(isIts)
  return contact === undefined ? null : { row: contact, isCompany: false, isByHand: contact.id <= byHand.contacts }
}

const byHand = { companies: 5, contacts: 1 }
