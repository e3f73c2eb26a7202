import type { Client } from './client.ts'
import type { Dialect } from './dialect.ts'
import { referenceOf77 } from './ids.ts'
import { declaration, element } from './xml.ts'

/**
 * CommerceML 1.x of 1C 7.7: every value an attribute, the counterparties right below the root (`1c-side.md §2`); what the list of 1C
 * shows and what the counterparty is called in full are two attributes.
 */
export const commerceml1: Dialect = {
  name: 'CommerceML 1.x (7.7)',
  encodings: ['windows-1251', 'utf-8', 'utf-8-bom', 'cp866', 'utf-16le', 'utf-16be', 'windows-1251, не названа'],
  idOf: referenceOf77,
  write(clients, { declared }) {
    return { 'Contragents77.xml': `${declaration(declared)}${element('КоммерческаяИнформация', clients.map(clientElement))}\r\n` }
  },
}

function clientElement(client: Client): string {
  const attributes = {
    Идентификатор: referenceOf77(client.key),
    Наименование: client.fullName || client.name,
    ОтображаемоеНаименование: client.name,
    ИНН: client.inn,
    КПП: client.kpp,
    ОГРН: client.ogrn,
    ЕГРПО: client.okpo,
    ЮридическийАдрес: client.legalAddress?.text ?? '',
    Адрес: client.actualAddress?.text ?? '',
    Комментарий: client.comment,
    ...client.more,
  }
  return element('Контрагент', '', Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '')))
}
