import * as z from 'zod'
import { contactFields, counterpartyFields, productFields, workOrderFields } from './column-fields.ts'
import { columns } from './columns.ts'
import { cardKeys } from './exchange-cards.ts'
import { catalogueKeys } from './exchange-catalogue.ts'
import { commonKeys, presetText, tableKeys } from './exchange-common.ts'
import { dealKeys, dealTitle } from './exchange-deals.ts'
import { legalFormKeys } from './exchange-legal-form.ts'
import { stagesBySign } from './exchange-order-signs.ts'
import { block, yesNo } from './kinds.ts'
import { expecting, option } from './option.ts'

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
  ...dealKeys,
  ...legalFormKeys,
  ...tableKeys,
  columns: columns(workOrderFields),
})

const orders = block({
  name,
  preset: preset('orders'),
  ...otherKeys,
  title: dealTitle('Заказ {{ number }}'),
  ...dealKeys,
  stagesBySign,
  rows: option(yesNo().prefault(true), {
    ru: {
      title: 'Товары заказа',
      about: 'Писать в сделку строки товаров. Скидки, налоги и единицы строк импорт Битрикс24 не принимает.',
    },
    en: {
      title: 'Product rows',
      about: 'Write the rows of the order into the deal. The import takes no discounts, taxes or units of rows.',
    },
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
        z.discriminatedUnion('preset', [counterparties, contacts, workOrders, orders, catalogue]),
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
