import { contractNumbers, documentFields, idNames } from './fields-document.ts'

/** Columns of a table of contracts (C1). Their type has no place in the record: it stands under `extra`. */
export const contractFields = documentFields({
  own: {
    id: [[], idNames('Договор', 'договора')],
    number: [contractNumbers, ['Договор']],
    date: [['Дата договора', 'Дата заключения', 'Дата подписания'], ['Дата создания']],
    state: [['Статус договора', 'Состояние договора']],
    amount: [[], ['Сумма договора', 'Цена договора', 'Стоимость договора']],
    client: [['Контрагент'], ['Наименование контрагента']],
    contract: [[], ['Основной договор', 'Номер основного договора', 'Рамочный договор']],
    beginDate: [['Действует с', 'Дата начала действия', 'Начало действия', 'Действителен с', 'Срок действия с']],
    endDate: [
      [
        'Действует до',
        'Действует по',
        'Дата окончания действия',
        'Окончание действия',
        'Действителен до',
        'Срок действия до',
        'Срок действия по',
        'Срок действия',
      ],
    ],
  },
  telling: ['beginDate', 'endDate'],
  more: [{ name: 'type', spellings: ['Вид договора', 'Тип договора'], extra: true, telling: true }],
})
