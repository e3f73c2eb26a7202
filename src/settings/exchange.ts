import * as z from 'zod'
import {
  bookingFields,
  contactFields,
  contractFields,
  counterpartyFields,
  documentRowFields,
  invoiceFields,
  productFields,
  workOrderFields,
} from './column-fields.ts'
import { columns } from './columns.ts'
import { cardKeys } from './exchange-cards.ts'
import { catalogueKeys } from './exchange-catalogue.ts'
import { commonKeys, presetText, tableKeys } from './exchange-common.ts'
import { dealKeys, dealTitle, usualOrderTitle } from './exchange-deals.ts'
import { cardKindKeys, documentKeys, groupKeys } from './exchange-documents.ts'
import { legalFormKeys } from './exchange-legal-form.ts'
import { stagesBySign } from './exchange-order-signs.ts'
import { block, choice, yesNo } from './kinds.ts'
import { expecting, option } from './option.ts'
import { bookingProbabilities, bookingStages, invoiceStages } from './usual-states.ts'

const { name, ...otherKeys } = commonKeys

const preset = <N extends string>(name: N) => option(z.literal(name), presetText)

const counterparties = block({
  name,
  preset: preset('counterparties'),
  ...otherKeys,
  ...cardKeys(['origin', 'id-field', 'inn', 'inn-in-text']),
  ...legalFormKeys,
  contactPersons: option(yesNo().prefault(true), {
    ru: { title: 'Контактные лица', about: 'Готовить и контакты из контактных лиц контрагента.' },
    en: { title: 'Contact persons', about: 'Also make contacts of the contact persons of a counterparty.' },
  }),
  ...tableKeys,
  columns: columns(counterpartyFields),
})

const contacts = block({
  name,
  preset: preset('contacts'),
  ...otherKeys,
  ...cardKeys(['origin', 'id-field']),
  ...tableKeys,
  columns: columns(contactFields),
})

const workOrders = block({
  name,
  preset: preset('work-orders'),
  ...otherKeys,
  title: dealTitle('Заказ-наряд {{ number }}'),
  ...dealKeys(),
  ...documentKeys({
    match: ['origin', 'number-field', 'phone'],
    clientMatch: ['origin', 'id-field', 'inn', 'phone'],
    mode: 'create+update',
  }),
  ...cardKindKeys('deal'),
  ...groupKeys('each'),
  ...legalFormKeys,
  ...tableKeys,
  columns: columns(workOrderFields),
})

const bookings = block({
  name,
  preset: preset('bookings'),
  ...otherKeys,
  title: dealTitle('Заявка №{{ number }} ({{ surname }}) {{ beginDay }} - {{ endDay }}'),
  ...dealKeys(bookingStages),
  ...documentKeys({
    match: ['origin', 'portal-id', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn', 'phone'],
    mode: 'create+update',
    probabilities: bookingProbabilities,
  }),
  ...groupKeys('one'),
  ...legalFormKeys,
  ...tableKeys,
  columns: columns(bookingFields),
})

const contracts = block({
  name,
  preset: preset('contracts'),
  ...otherKeys,
  title: dealTitle('Договор {{ number }}{% if date %} от {{ date }}{% endif %}'),
  ...dealKeys(),
  ...documentKeys({
    match: ['origin', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn'],
    mode: 'create+update',
  }),
  ...cardKindKeys('deal'),
  ...groupKeys('each'),
  ...legalFormKeys,
  ...tableKeys,
  columns: columns(contractFields),
})

const invoices = block({
  name,
  preset: preset('invoices'),
  ...otherKeys,
  title: dealTitle('Счёт {{ number }}{% if date %} от {{ date }}{% endif %}'),
  ...dealKeys(invoiceStages),
  ...documentKeys({
    match: ['origin', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn'],
    mode: 'create+update',
    attachments: ['*.pdf'],
  }),
  ...cardKindKeys('invoice'),
  ...groupKeys('each'),
  ...legalFormKeys,
  ...tableKeys,
  columns: columns(invoiceFields),
})

const documentRows = block({
  name,
  preset: preset('document-rows'),
  ...otherKeys,
  of: option(choice(['work-orders', 'bookings', 'contracts', 'invoices']).prefault('work-orders'), {
    ru: {
      title: 'Строки чего',
      about: 'Документам какого вида принадлежат строки этой таблицы; сам документ назван в столбце document.',
    },
    en: {
      title: 'Rows of what',
      about: 'To documents of which preset the rows of this table belong; the column document names the document itself.',
    },
  }),
  ...tableKeys,
  columns: columns(documentRowFields),
})

const orders = block({
  name,
  preset: preset('orders'),
  ...otherKeys,
  title: dealTitle(usualOrderTitle),
  ...dealKeys(),
  stagesBySign,
  // D4, D6: an order is known by its number, its client by the 1C id, then by the name.
  ...documentKeys({
    match: ['origin', 'number', 'number-field'],
    clientMatch: ['origin', 'id-field', 'inn', 'title'],
    mode: 'update',
  }),
  ...legalFormKeys,
})

const catalogue = block({
  name,
  preset: preset('catalogue'),
  ...otherKeys,
  ...catalogueKeys,
  ...tableKeys,
  columns: columns(productFields),
})

export const exchanges = option(
  z
    .array(
      expecting(
        z.discriminatedUnion('preset', [
          counterparties,
          contacts,
          workOrders,
          bookings,
          orders,
          contracts,
          invoices,
          documentRows,
          catalogue,
        ]),
        'ключи обмена: name, preset и другие',
        'keys of an exchange: name, preset and others',
      ),
    )
    .prefault([]),
  {
    ru: {
      title: 'Обмены',
      about:
        'Какие файлы чем становятся. Если обменов нет, каждый файл обрабатывается по своему содержимому с обычными настройками вида.',
      expected: 'список обменов, каждый начинается с «- name: …»',
    },
    en: {
      title: 'Exchanges',
      about:
        'Which files become what. With no exchanges, every file is handled by its content with the usual settings of its preset.',
      expected: 'a list of exchanges, each beginning with "- name: …"',
    },
  },
)
