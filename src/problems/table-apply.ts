import type { ProblemEntry } from './entry.ts'

/** What the exchange decides about a card when it compares 1C, the ledger and the portal. */
export const applyProblems = {
  'apply.conflict': {
    severity: 'error',
    what: {
      ru: 'Поле «{field}»: в 1С «{onec}», в Битрикс24 «{portal}». Карточка не изменена, решает человек',
      en: 'Field “{field}”: “{onec}” in 1C, “{portal}” in Bitrix24. The card was not changed, a person decides',
    },
    cause: {
      ru: 'После прошлого обмена поле изменили и в 1С, и в Битрикс24, или карточка найдена впервые, и значение в ней другое; настройка conflict: review велит спросить',
      en: 'Since the last exchange the field was changed both in 1C and in Bitrix24, or the card was found for the first time and holds another value; conflict: review says to ask',
    },
    action: {
      ru: 'Приведите значение к одному виду в 1С или в Битрикс24, либо выберите в настройках conflict: 1c или conflict: crm, и повторите',
      en: 'Make the value the same in 1C or in Bitrix24, or choose conflict: 1c or conflict: crm in the settings, and try again',
    },
    retry: true,
  },
  'apply.conflict-onec': {
    severity: 'notice',
    what: {
      ru: 'Поле «{field}»: «{portal}» из Битрикс24 заменено на «{onec}» из 1С',
      en: 'Field “{field}”: “{portal}” of Bitrix24 was replaced by “{onec}” of 1C',
    },
    cause: {
      ru: 'Значения разошлись, настройка conflict: 1c отдаёт предпочтение 1С',
      en: 'The values differed, and conflict: 1c prefers 1C',
    },
    action: {
      ru: 'Если верно прежнее значение, исправьте его в 1С; запуск можно отменить',
      en: 'If the former value is right, correct it in 1C; the run can be undone',
    },
    retry: false,
  },
  'apply.conflict-crm': {
    severity: 'notice',
    what: {
      ru: 'Поле «{field}»: оставлено «{portal}» из Битрикс24, в 1С «{onec}»',
      en: 'Field “{field}”: “{portal}” of Bitrix24 was left, 1C has “{onec}”',
    },
    cause: {
      ru: 'Значения разошлись, настройка conflict: crm отдаёт предпочтение Битрикс24',
      en: 'The values differed, and conflict: crm prefers Bitrix24',
    },
    action: {
      ru: 'Если верно значение из 1С, внесите его в карточку или выберите conflict: 1c',
      en: 'If the value of 1C is right, enter it in the card or choose conflict: 1c',
    },
    retry: false,
  },
  'apply.not-cleared': {
    severity: 'notice',
    what: {
      ru: 'Поле «{field}» в 1С опустело, в Битрикс24 осталось «{portal}»',
      en: 'Field “{field}” became empty in 1C, “{portal}” stays in Bitrix24',
    },
    cause: {
      ru: 'Битрикс24 не даёт очистить это поле, или только по нему узнаются реквизиты с меткой другой программы',
      en: 'Bitrix24 does not let this field be cleared, or requisites with a mark of another program are known by it alone',
    },
    action: {
      ru: 'Если значение неверно, впишите верное в 1С или в карточку',
      en: 'If the value is wrong, enter the right one in 1C or in the card',
    },
    retry: false,
  },
  'apply.origin-other': {
    severity: 'notice',
    what: {
      ru: 'В карточке уже стоит внешний код «{id}» из источника «{originator}», он оставлен',
      en: 'The card already carries the external code “{id}” of the source “{originator}”, which was left',
    },
    cause: {
      ru: 'Карточку завела или связала с собой другая программа или другая база 1С',
      en: 'Another program or another 1C base made the card or linked it to itself',
    },
    action: {
      ru: 'Проверьте, что это тот же контрагент; связь с 1С хранит сам обмен',
      en: 'Check that it is the same counterparty; the exchange itself keeps the link to 1C',
    },
    retry: false,
  },
  'apply.address-part': {
    severity: 'warning',
    what: {
      ru: 'Адрес изменён, но от прежнего осталось «{field}»: «{portal}»',
      en: 'The address was changed, yet “{field}” of the former one stays: “{portal}”',
    },
    cause: {
      ru: 'Эту часть вписал человек, или она была в карточке до первого обмена; 1С о ней ничего не говорит',
      en: 'A person entered this part, or the card had it before the first exchange; 1C says nothing of it',
    },
    action: {
      ru: 'Посмотрите адрес в карточке: если часть от прежнего адреса, уберите её',
      en: 'Look at the address of the card: if the part belongs to the former one, take it out',
    },
    retry: false,
  },
  'apply.undo-touched': {
    severity: 'warning',
    what: {
      ru: 'Не отменено: «{field}» — запуск записал «{wrote}», а сейчас там «{portal}»',
      en: 'Not undone: “{field}” — the run wrote “{wrote}”, and now it holds “{portal}”',
    },
    cause: {
      ru: 'После запуска значение изменил человек или другая программа',
      en: 'A person or another program changed the value after the run',
    },
    action: {
      ru: 'Проверьте карточку; если нужно прежнее значение, верните его вручную',
      en: 'Look at the card; if the former value is wanted, put it back by hand',
    },
    retry: false,
  },
  'apply.undo-extended': {
    severity: 'warning',
    what: {
      ru: 'Не удалено: после запуска добавлено «{field}»: «{portal}»',
      en: 'Not removed: “{field}” was added after the run: “{portal}”',
    },
    cause: {
      ru: 'То, что создал запуск, дополнил человек или другая программа, и удаление стёрло бы и это',
      en: 'A person or another program added to what the run had made, and removing it would take that away too',
    },
    action: {
      ru: 'Если карточка не нужна, удалите её в Битрикс24 вручную',
      en: 'If the card is not wanted, delete it in Bitrix24 by hand',
    },
    retry: false,
  },
  'apply.undo-gone': {
    severity: 'warning',
    what: {
      ru: 'Не отменено: реквизиты, адрес или счёт, которые записал запуск, уже удалены из Битрикс24',
      en: 'Not undone: the requisites, address or account that the run wrote is no longer in Bitrix24',
    },
    cause: {
      ru: 'Их удалил человек или другая программа после запуска',
      en: 'A person or another program removed it after the run',
    },
    action: {
      ru: 'Проверьте карточку; недостающее внесите вручную',
      en: 'Look at the card; enter by hand what is missing',
    },
    retry: false,
  },
  'apply.undo-deleted': {
    severity: 'warning',
    what: {
      ru: 'Не отменено: удаление вернуть нельзя',
      en: 'Not undone: a removal cannot be taken back',
    },
    cause: {
      ru: 'Запуск удалил карточку: документ помечен в 1С на удаление, а настройка deleted: delete велит удалять',
      en: 'The run deleted the card: the document is marked for deletion in 1C, and deleted: delete says so',
    },
    action: {
      ru: 'Выгрузите запись из 1С ещё раз: карточка будет создана заново',
      en: 'Export the record from 1C again: the card will be made anew',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
