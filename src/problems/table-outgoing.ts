import type { ProblemEntry } from './entry.ts'

/** What stands in the way of a document that goes from the portal to 1C (`1c-side.md §5`). */
export const outgoingProblems = {
  'outgoing.no-number': {
    severity: 'error',
    what: { ru: 'У карточки № {card} нет номера для 1С', en: 'Card № {card} has no number for 1C' },
    cause: { ru: 'По номеру 1С узнаёт документ', en: '1C knows a document by its number' },
    action: { ru: 'Проверьте outgoing.numberPrefix', en: 'See outgoing.numberPrefix' },
    retry: true,
  },
  'outgoing.number-long': {
    severity: 'error',
    what: {
      ru: 'Номер заказа «{number}» длиннее {most} знаков',
      en: 'The order number "{number}" is longer than {most} characters',
    },
    cause: {
      ru: 'УТ 11 не находит такой заказ снова и при каждой загрузке создаёт его ещё раз',
      en: 'УТ 11 never finds such an order again and makes it anew with every import',
    },
    action: { ru: 'Сделайте приставку outgoing.numberPrefix короче', en: 'Make the prefix outgoing.numberPrefix shorter' },
    retry: true,
  },
  'outgoing.no-currency': {
    severity: 'error',
    what: {
      ru: 'Заказ {number}: валюта «{currency}» не годится для 1С',
      en: 'Order {number}: 1C cannot take the currency "{currency}"',
    },
    cause: {
      ru: '1С ждёт валюту из трёх букв (RUB); без неё она не читает и остальные заказы файла',
      en: '1C wants a currency of three letters (RUB); without one it does not read the rest of the file either',
    },
    action: { ru: 'Укажите валюту в карточке на портале', en: 'Set the currency of the card on the portal' },
    retry: true,
  },
  'outgoing.no-client': {
    severity: 'error',
    what: { ru: 'Заказ {number}: в карточке нет клиента', en: 'Order {number}: the card has no client' },
    cause: { ru: '1С не принимает заказ без контрагента с названием', en: '1C takes no order without a named counterparty' },
    action: { ru: 'Укажите в карточке компанию или контакт', en: 'Give the card a company or a contact' },
    retry: true,
  },
  'outgoing.no-rows': {
    severity: 'error',
    what: {
      ru: 'Заказ {number}: в карточке нет товаров или их количество — ноль',
      en: 'Order {number}: the card has no products, or none of any quantity',
    },
    cause: {
      ru: 'Заказ 1С складывается из строк, пустой она загрузит без суммы',
      en: '1C makes an order of its rows; an empty one would have no amount',
    },
    action: {
      ru: 'Добавьте товары в карточку или отправляйте только карточки с товарами: outgoing.withRows',
      en: 'Add products to the card, or send only cards that have them: outgoing.withRows',
    },
    retry: true,
  },
  'outgoing.unknown-goods': {
    severity: 'error',
    what: { ru: 'Заказ {number}: 1С не знает товаров: {goods}', en: 'Order {number}: 1C does not know the products: {goods}' },
    cause: {
      ru: 'У товара портала нет идентификатора 1С (GUID); загружая заказ, 1С завела бы новый товар',
      en: 'The product of the portal has no 1C id (a GUID); 1C would make a new product while it reads the order',
    },
    action: {
      ru: 'Выберите товар из каталога, пришедшего из 1С, или разрешите: outgoing.unknownGoods: send',
      en: 'Choose a product of the catalogue that came from 1C, or allow it: outgoing.unknownGoods: send',
    },
    retry: true,
  },
  'outgoing.total-differs': {
    severity: 'error',
    what: {
      ru: 'Заказ {number}: сумма карточки {amount}, а строки дают {total}',
      en: 'Order {number}: the card says {amount}, its rows add up to {total}',
    },
    cause: {
      ru: '1С считает сумму по строкам, количество хранит до трёх знаков; разница больше округления пропала бы молча',
      en: '1C counts the amount from the rows, with quantities of three places; more than their rounding would be lost',
    },
    action: {
      ru: 'Исправьте строки или снимите в карточке ручной режим суммы',
      en: 'Correct the rows, or let the amount of the card follow them',
    },
    retry: true,
  },
  'outgoing.held': {
    severity: 'warning',
    what: {
      ru: 'Документ {number} не отправлен в 1С: его изменили и на портале, и в 1С',
      en: 'Document {number} was not sent to 1C: it was changed both on the portal and in 1C',
    },
    cause: {
      ru: 'В настройках обмена conflict: review — такие изменения сводит человек',
      en: 'The exchange has conflict: review: a person decides about such changes',
    },
    action: {
      ru: 'Поставьте на портале и в 1С одно и то же, затем запустите obmen24 retry: после этого документ уйдёт сам',
      en: 'Make both sides say the same, then run obmen24 retry: after that the document goes by itself',
    },
    retry: true,
  },
  'outgoing.forgotten': {
    severity: 'warning',
    what: {
      ru: '«{way}»: 1С так и не подтвердила документов: {count} ({numbers}); больше они не повторяются',
      en: '"{way}": 1C never confirmed {count} documents ({numbers}); they are repeated no more',
    },
    cause: {
      ru: '1С не читает файл, пропускает эти заказы (УТ 11 — согласованные), не выгружает их обратно и не присылает подтверждений; срок задан в forgetAfter',
      en: '1C does not read the file, passes these orders over (УТ 11 does with agreed ones), does not export them, and sends no confirmations; forgetAfter says how long to wait',
    },
    action: {
      ru: 'Проверьте, загружены ли эти документы в 1С. Любое изменение карточки отправит её снова',
      en: 'See whether 1C has these documents. Any change of a card sends it again',
    },
    retry: false,
  },
  'outgoing.stage-unknown': {
    severity: 'error',
    what: {
      ru: '«{way}»: на портале нет стадии «{stage}»',
      en: '"{way}": the portal has no stage "{stage}"',
    },
    cause: {
      ru: 'Стадию переименовали, или в названии опечатка; по ней ничего не уходит в 1С',
      en: 'The stage was renamed, or its name is misspelt; nothing goes to 1C by it',
    },
    action: {
      ru: 'Стадии показывает obmen24 portal stages; исправьте outgoing.stages',
      en: 'obmen24 portal stages shows the stages; correct outgoing.stages',
    },
    retry: false,
  },
  'outgoing.pipeline-unknown': {
    severity: 'error',
    what: {
      ru: '«{way}»: на портале нет воронки «{pipeline}»',
      en: '"{way}": the portal has no pipeline "{pipeline}"',
    },
    cause: {
      ru: 'Воронку переименовали, или в названии опечатка; из неё ничего не уходит в 1С',
      en: 'The pipeline was renamed, or its name is misspelt; nothing of it goes to 1C',
    },
    action: {
      ru: 'Воронки показывает obmen24 portal stages; исправьте outgoing.pipelines',
      en: 'obmen24 portal stages shows the pipelines; correct outgoing.pipelines',
    },
    retry: false,
  },
  'outgoing.field-unknown': {
    severity: 'warning',
    what: {
      ru: 'Реквизит «{requisite}»: на портале нет поля «{field}»; похоже на «{near}»',
      en: 'Requisite "{requisite}": the portal has no field "{field}"; nearest is "{near}"',
    },
    cause: {
      ru: 'Поле переименовали или удалили, или в коде опечатка; реквизит уходит пустым',
      en: 'The field was renamed or deleted, or its code is misspelt; the requisite goes empty',
    },
    action: {
      ru: 'Поля показывает obmen24 portal fields; исправьте outgoing.requisites',
      en: 'obmen24 portal fields shows the fields; correct outgoing.requisites',
    },
    retry: false,
  },
  'outgoing.bug': {
    severity: 'error',
    what: {
      ru: '«{way}»: программа сбилась на изменениях портала: {detail}',
      en: '"{way}": the program failed over changes of the portal: {detail}',
    },
    cause: {
      ru: 'Ошибка в самой программе; обмен из 1С она не держит, и ничего не потеряно: изменения будут прочитаны снова',
      en: 'A fault of the program itself; it does not hold up the exchange from 1C, and nothing is lost: the changes are read again',
    },
    action: {
      ru: 'Пришлите разработчикам журнал за этот день',
      en: 'Send the log of that day to the developers',
    },
    retry: true,
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>
