import { documentFields, idNames } from './fields-document.ts'

/** In a table of counterparties `Номер счета` is that of a bank account. */
export const invoiceNumbers = ['Номер счета', '№ счета', 'Номер счета на оплату', '№ счета на оплату', 'Invoice number']

/** Columns of a table of invoices (C4). */
export const invoiceFields = documentFields({
  own: {
    id: [[], idNames('Счет', 'счета')],
    number: [invoiceNumbers, ['Счет на оплату', 'Счет', 'Invoice']],
    date: [['Дата счета', 'Дата выставления'], ['Дата создания']],
    state: [['Статус счета', 'Состояние счета', 'Статус оплаты', 'Состояние оплаты']],
    amount: [[], ['Сумма счета', 'Сумма к оплате']],
    client: [['Контрагент', 'Покупатель'], ['Наименование контрагента']],
    basis: [
      [...idNames('Заказ', 'заказа'), 'Номер заказа', '№ заказа'],
      ['Заказ', 'Заказ покупателя', 'Заказ клиента', 'Заявка', 'Номер заявки'],
    ],
    endDate: [['Оплатить до', 'Срок оплаты', 'Оплата до', 'Крайний срок оплаты', 'Дата оплаты до', 'Счет действителен до']],
  },
  telling: ['endDate'],
})
