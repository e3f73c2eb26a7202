import type { ProblemEntry } from './entry.ts'

/** What the exchange finds when it looks for the card of a 1C id on the portal, and when it carries out a plan. */
export const planProblems = {
  'plan.several': {
    severity: 'error',
    what: {
      ru: 'Для этой записи 1С на портале подходит несколько карточек (способ поиска {way}): {cards}',
      en: 'Several cards of the portal fit this 1C record (way of matching: {way}): {cards}',
    },
    cause: {
      ru: 'На портале есть дубли, или несколько карточек имеют одинаковые ИНН, телефон или название',
      en: 'The portal has duplicates, or several cards share the ИНН, phone or name',
    },
    action: {
      ru: 'Объедините дубли в Битрикс24 или впишите идентификатор 1С в поле нужной карточки (bitrix24.idFields), затем запустите obmen24 retry',
      en: 'Merge the duplicates in Bitrix24, or write the 1C id into the field of the right card (bitrix24.idFields), then run obmen24 retry',
    },
    retry: true,
  },
  'plan.claimed': {
    severity: 'error',
    what: {
      ru: 'Карточка {card} подходит сразу двум записям 1С: этой и {key}',
      en: 'Card {card} fits two 1C records: this one and {key}',
    },
    cause: {
      ru: 'В 1С задвоен контрагент, или у двух записей общий ИНН, телефон или название',
      en: 'The counterparty stands twice in 1C, or two records share the ИНН, phone or name',
    },
    action: {
      ru: 'Проверьте записи в 1С: дубль пометьте на удаление. Если это разные клиенты, заведите вторую карточку и впишите в неё идентификатор 1С',
      en: 'Check the records in 1C and mark the duplicate for deletion. If they are two clients, make the second card and write the 1C id into it',
    },
    retry: true,
  },
  'plan.vanished': {
    severity: 'error',
    what: {
      ru: 'Карточки {card}, с которой связана эта запись 1С, на портале нет или она не видна',
      en: 'Card {card}, which this 1C record is linked to, is not on the portal or cannot be seen',
    },
    cause: {
      ru: 'Её удалили, объединили с другой или закрыли от пользователя вебхука',
      en: 'It was deleted, merged into another, or closed to the user of the webhook',
    },
    action: {
      ru: 'Создайте вебхук от имени администратора портала. Если карточку удалили намеренно, поставьте vanished: review и пометьте запись в 1С на удаление; если её надо создать заново, поставьте vanished: create',
      en: 'Make the webhook as an administrator of the portal. If the card was deleted on purpose, keep vanished: review and mark the record for deletion in 1C; to have it made anew, set vanished: create',
    },
    retry: true,
  },
  'plan.healed': {
    severity: 'notice',
    what: {
      ru: 'Карточки {card}, с которой была связана запись, на портале больше нет: запись связана с другой, найденной или новой',
      en: 'Card {card}, which this record was linked to, is gone: the record is linked to another one, found or new',
    },
    cause: {
      ru: 'Карточку удалили или объединили с другой в Битрикс24',
      en: 'The card was deleted or merged into another in Bitrix24',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'plan.only-create': {
    severity: 'notice',
    what: {
      ru: 'Карточка {card} уже есть и не меняется',
      en: 'Card {card} exists already and is not changed',
    },
    cause: { ru: 'Обмен только добавляет новые: mode: create', en: 'The exchange only adds new ones: mode: create' },
    action: {
      ru: 'Чтобы обновлять и существующие, поставьте mode: create+update',
      en: 'To update existing ones too, set mode: create+update',
    },
    retry: false,
  },
  'plan.only-update': {
    severity: 'notice',
    what: { ru: 'На портале такой карточки нет, новая не создаётся', en: 'The portal has no such card, and no new one is made' },
    cause: { ru: 'Обмен только обновляет: mode: update', en: 'The exchange only updates: mode: update' },
    action: {
      ru: 'Чтобы создавать новые, поставьте mode: create+update',
      en: 'To make new ones, set mode: create+update',
    },
    retry: false,
  },
  'plan.company-waits': {
    severity: 'warning',
    what: {
      ru: 'Контакт ждёт свою компанию: карточки для {company} на портале ещё нет',
      en: 'The contact waits for its company: {company} has no card on the portal yet',
    },
    cause: {
      ru: 'Компания не принята или ждёт проверки',
      en: 'The company was refused or waits for a person',
    },
    action: {
      ru: 'Исправьте компанию: контакт будет создан при следующем запуске сам',
      en: 'Put the company right: the contact is made by itself at the next run',
    },
    retry: true,
  },
  'plan.company-gone': {
    severity: 'warning',
    what: {
      ru: 'Карточки компании {company} на портале больше нет: контакт остался без неё',
      en: 'The card of company {company} is no longer on the portal: the contact stays without it',
    },
    cause: {
      ru: 'Компанию удалили или объединили с другой в Битрикс24',
      en: 'The company was deleted or merged into another in Bitrix24',
    },
    action: {
      ru: 'Привяжите контакт вручную или выгрузите компанию с изменением, а затем контакт',
      en: 'Bind the contact by hand, or export the company with a change, and then the contact',
    },
    retry: false,
  },
  'plan.company-skipped': {
    severity: 'notice',
    what: {
      ru: 'Компания этого контакта пропущена, и он пропущен вместе с ней',
      en: 'The company of this contact was skipped, and the contact with it',
    },
    cause: {
      ru: 'Компания помечена в 1С на удаление, или обмен не создаёт новых: mode: update',
      en: 'The company is marked for deletion in 1C, or the exchange makes no new ones: mode: update',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'plan.value-not-added': {
    severity: 'warning',
    what: {
      ru: 'Значение «{value}» не удалось добавить в справочник {directory}, поле не записано',
      en: 'The value “{value}” could not be added to the directory {directory}; the field was not written',
    },
    cause: {
      ru: 'Справочники портала меняет только администратор, а вебхук создан не им',
      en: 'Only an administrator changes the directories of the portal, and the webhook is not one’s',
    },
    action: {
      ru: 'Добавьте значение на портале сами или создайте вебхук от имени администратора',
      en: 'Add the value on the portal yourself, or make the webhook as an administrator',
    },
    retry: false,
  },
  'plan.unknown': {
    severity: 'warning',
    what: {
      ru: 'Ответ портала не пришёл несколько раз подряд; что записано, будет проверено при следующем запуске',
      en: 'The answer of the portal was lost several times running; what was written is looked up at the next run',
    },
    cause: { ru: 'Связь с порталом рвётся, или портал перегружен', en: 'The connection breaks, or the portal is overloaded' },
    action: {
      ru: 'Ничего делать не нужно; если повторяется, проверьте интернет и прокси на этом компьютере',
      en: 'Nothing to do; if it goes on, check the internet connection and the proxy of this computer',
    },
    retry: true,
  },
  'plan.stopped': {
    severity: 'error',
    what: {
      ru: 'Остановлено тормозом: план создаёт и меняет карточек: {changed}, из {known} известных меняет {updates}',
      en: 'Stopped by the brake: the plan makes and changes {changed} cards, {updates} of the {known} known ones',
    },
    cause: {
      ru: 'Первая загрузка большой базы; в 1С изменили что-то сразу у всех; в настройках сменили соответствие полей; выгружена не та база',
      en: 'The first load of a large base; something was changed for all at once in 1C; the mapping was changed; the wrong base was exported',
    },
    action: {
      ru: 'Посмотрите план: obmen24 plan. Если всё верно, запустите obmen24 run --allow-mass-change; если нет, obmen24 run --discard-plan. Порог задаёт brake в настройках',
      en: 'Look at the plan: obmen24 plan. If it is right, run obmen24 run --allow-mass-change; if not, obmen24 run --discard-plan. The setting brake holds the limits',
    },
    retry: false,
  },
  'plan.discarded': {
    severity: 'error',
    what: {
      ru: 'План отменён человеком, на портале ничего не изменено',
      en: 'The plan was discarded by a person; nothing was changed',
    },
    cause: { ru: 'Сработал тормоз, и его велели не отпускать', en: 'The brake had stopped it, and was told to stay' },
    action: {
      ru: 'Если изменения всё же нужны, выгрузите файл из 1С ещё раз или запустите obmen24 retry',
      en: 'If the changes are wanted after all, export the file again or run obmen24 retry',
    },
    retry: true,
  },
  'plan.other-portal': {
    severity: 'error',
    what: {
      ru: 'Связи этой папки обмена — с порталом {known}, а вебхук ведёт на {address}',
      en: 'The links of this exchange folder belong to the portal {known}, and the webhook leads to {address}',
    },
    cause: {
      ru: 'В папке с учебного портала поставили вебхук настоящего, или взяли вебхук другого портала: карточек с метками этого обмена на нём нет',
      en: 'The webhook of the live portal was put into a folder that was rehearsed with, or it is one of another portal: it has no cards with the marks of this exchange',
    },
    action: {
      ru: 'Верните прежний вебхук. Для другого портала создайте новую папку обмена: obmen24 init',
      en: 'Bring the former webhook back. For another portal make a new exchange folder: obmen24 init',
    },
    retry: false,
  },
  'plan.run-open': {
    severity: 'error',
    what: { ru: 'Запуск {run} ещё не закончен', en: 'Run {run} is not finished yet' },
    cause: {
      ru: 'Он прерван, или его остановил тормоз',
      en: 'It was cut short, or the brake stopped it',
    },
    action: {
      ru: 'Сначала дайте ему закончиться: obmen24 run (после тормоза — с --allow-mass-change или --discard-plan)',
      en: 'Let it end first: obmen24 run (after the brake with --allow-mass-change or --discard-plan)',
    },
    retry: true,
  },
  'plan.no-such-run': {
    severity: 'error',
    what: { ru: 'Запуска {run} нет', en: 'There is no run {run}' },
    cause: { ru: 'Номер с опечаткой или из другой папки обмена', en: 'A misprint, or a number of another exchange folder' },
    action: { ru: 'Номера показывает obmen24 history', en: 'obmen24 history shows the numbers' },
    retry: false,
  },
  'plan.undo-of-undo': {
    severity: 'error',
    what: {
      ru: 'Запуск {run} сам отменял другой, отменить его нельзя',
      en: 'Run {run} took back another one and cannot be taken back',
    },
    cause: { ru: 'Отмена возвращает прежние значения', en: 'An undo restores what was there before' },
    action: {
      ru: 'Чтобы вернуть данные 1С, выгрузите их из 1С ещё раз',
      en: 'To have the data of 1C again, export them once more',
    },
    retry: false,
  },
  'plan.nothing-to-undo': {
    severity: 'notice',
    what: {
      ru: 'Запуск {run} ничего не менял на портале или уже отменён',
      en: 'Run {run} changed nothing on the portal, or was taken back already',
    },
    cause: {
      ru: 'Всё было без изменений, или запуск готовил файлы импорта',
      en: 'All was unchanged, or the run made import files',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
