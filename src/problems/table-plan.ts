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
  'plan.alias': {
    severity: 'notice',
    what: {
      ru: 'Клиент документа — карточка {card}, она связана с записью 1С {key}; карточка не менялась',
      en: 'The client of the document is card {card}, which is linked to the 1C record {key}; the card was not changed',
    },
    cause: {
      ru: 'У карточки тот же телефон или ИНН: это один и тот же клиент под другим идентификатором 1С',
      en: 'The card has the same phone or ИНН: it is the same client under another 1C id',
    },
    action: {
      ru: 'Ничего делать не нужно. Если это разные люди, исправьте телефон в 1С',
      en: 'Nothing to do. If they are two people, correct the phone in 1C',
    },
    retry: false,
  },
  'plan.document-several': {
    severity: 'error',
    what: {
      ru: 'Для этого документа 1С на портале подходит несколько карточек (способ поиска {way}): {cards}',
      en: 'Several cards of the portal fit this 1C document (way of matching: {way}): {cards}',
    },
    cause: {
      ru: 'У клиента несколько незавершённых сделок, или номер либо название стоит у нескольких карточек',
      en: 'The client has several unfinished deals, or several cards have the number or the title',
    },
    action: {
      ru: 'Впишите номер документа в поле numberField нужной карточки и запустите obmen24 retry, или поставьте several: newest, чтобы бралась самая новая',
      en: 'Write the number of the document into the field numberField of the right card and run obmen24 retry, or set several: newest to take the newest',
    },
    retry: true,
  },
  'plan.document-claimed': {
    severity: 'error',
    what: {
      ru: 'Карточка {card} подходит сразу двум документам 1С: этому и {key}',
      en: 'Card {card} fits two 1C documents: this one and {key}',
    },
    cause: {
      ru: 'У двух документов один номер, одно название или один номер карточки портала',
      en: 'Two documents share the number, the title or the number of the portal card',
    },
    action: {
      ru: 'Проверьте документы в 1С: лишний пометьте на удаление, одинаковый номер исправьте; если номера начинаются заново каждый год, поставьте numbers: yearly',
      en: 'Check the documents in 1C: mark the superfluous one for deletion, correct a number that stands twice; if numbering begins anew every year, set numbers: yearly',
    },
    retry: true,
  },
  'plan.client-idle': {
    severity: 'notice',
    what: {
      ru: 'Документы этого клиента пропущены, и он пропущен вместе с ними',
      en: 'The documents of this client were skipped, and the client with them',
    },
    cause: {
      ru: 'Обмен не создаёт новых документов (mode: update), или документы помечены в 1С на удаление',
      en: 'The exchange makes no new documents (mode: update), or they are marked for deletion in 1C',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'plan.document-waits': {
    severity: 'warning',
    what: {
      ru: 'Документ ждёт, карточек на портале ещё нет: {cards}',
      en: 'The document waits for cards that the portal does not have yet: {cards}',
    },
    cause: {
      ru: '1С их ещё не прислала, или они не приняты, либо ждут проверки',
      en: '1C has not told of them yet, or they were refused, or wait for a person',
    },
    action: {
      ru: 'Выгрузите их из 1С или исправьте: документ будет загружен при следующем запуске сам',
      en: 'Export them from 1C or put them right: the document is tried again by itself at the next run',
    },
    retry: true,
  },
  'plan.document-waits-deleted': {
    severity: 'error',
    what: {
      ru: 'Документ ждёт: карточку, к которой он относится, на портале удалили или объединили с другой: {cards}',
      en: 'The document waits: a card that it belongs to was deleted on the portal, or merged into another: {cards}',
    },
    cause: {
      ru: 'Карточку клиента или основания удалил человек, или её не видит владелец вебхука. Обмен этого не отменяет, а наполовину связанных документов не создаёт',
      en: 'A person deleted the card of the client or of the basis, or the owner of the webhook cannot see it. The exchange does not undo that, and makes no half-linked documents',
    },
    action: {
      ru: 'Верните карточку из корзины Битрикс24 и запустите obmen24 retry. Если её надо создать заново, поставьте vanished: create, измените её запись в 1С и выгрузите вместе с документом',
      en: 'Restore the card from the recycle bin of Bitrix24 and run obmen24 retry. To have it made anew, set vanished: create, change its record in 1C and export it together with the document',
    },
    retry: true,
  },
  'plan.product-waits': {
    severity: 'warning',
    what: {
      ru: 'Документ ждёт, в каталоге портала ещё нет товаров: {products}',
      en: 'The document waits for products that the catalogue of the portal does not have yet: {products}',
    },
    cause: {
      ru: 'Настройка products: wait велит ждать, а товара с таким внешним кодом на портале нет',
      en: 'products: wait says to wait, and no product of the portal has that external code',
    },
    action: {
      ru: 'Загрузите товары на портал (внешний код — идентификатор 1С) или поставьте products: link либо text',
      en: 'Bring the products to the portal (external code: the 1C id), or set products: link or text',
    },
    retry: true,
  },
  'plan.catalogue-closed': {
    severity: 'warning',
    what: {
      ru: 'Каталог товаров портала прочитать нельзя, строки документа с ним не связаны: {reason}',
      en: 'The catalogue of the portal cannot be read, and the rows of the document are not linked to it: {reason}',
    },
    cause: {
      ru: 'У вебхука нет права «catalog», или у его владельца нет доступа к товарам',
      en: 'The webhook lacks the scope catalog, or its owner may not see the products',
    },
    action: {
      ru: 'Добавьте вебхуку право «Торговый каталог» или поставьте products: text',
      en: 'Give the webhook the scope catalog, or set products: text',
    },
    retry: false,
  },
  'plan.no-place': {
    severity: 'notice',
    what: {
      ru: 'Связь с «{name}» записать некуда: у карточек этого вида нет такого поля',
      en: 'There is no place for the link to “{name}”: cards of this kind have no such field',
    },
    cause: {
      ru: 'В смарт-процессе выключены клиенты или связи, либо портал не связывает карточки этих видов',
      en: 'Clients or relations of the smart process are off, or the portal does not link cards of these kinds',
    },
    action: {
      ru: 'Включите поле «Клиент» и связи в настройках смарт-процесса, если связь нужна',
      en: 'Turn clients and relations on in the settings of the smart process, if the link is wanted',
    },
    retry: false,
  },
  'plan.no-closing-stage': {
    severity: 'error',
    what: {
      ru: 'Стадия для удалённых «{stage}» не найдена в воронке «{pipeline}»; есть: {list}',
      en: 'The stage for deleted documents, “{stage}”, is not in the pipeline “{pipeline}”; it has: {list}',
    },
    cause: {
      ru: 'В deletedStage опечатка, или у воронки нет провальной стадии',
      en: 'A misprint in deletedStage, or the pipeline has no lost stage',
    },
    action: {
      ru: 'Впишите в deletedStage стадию этой воронки; стадии показывает obmen24 portal stages',
      en: 'Put a stage of this pipeline into deletedStage; obmen24 portal stages shows them',
    },
    retry: true,
  },
  'plan.document-deleted': {
    severity: 'notice',
    what: {
      ru: 'Документ помечен в 1С на удаление: карточка {card} удаляется с портала',
      en: 'The document is marked for deletion in 1C: card {card} is deleted from the portal',
    },
    cause: { ru: 'Настройка deleted: delete', en: 'The setting deleted: delete' },
    action: {
      ru: 'Чтобы карточки оставались, поставьте deleted: close или keep. Удалённую карточку отмена запуска не вернёт',
      en: 'To keep the cards, set deleted: close or keep. An undo does not bring a deleted card back',
    },
    retry: false,
  },
  'plan.file-waits': {
    severity: 'warning',
    what: {
      ru: 'Файл «{file}» ждёт документа № {number}',
      en: 'The file “{file}” waits for document № {number}',
    },
    cause: {
      ru: '1С ещё не прислала документ с таким номером, или его карточки на портале нет',
      en: '1C has not told of a document of that number yet, or it has no card on the portal',
    },
    action: {
      ru: 'Выгрузите документ: файл будет приложен при следующем запуске сам. Номер должен стоять в имени файла',
      en: 'Export the document: the file is attached by itself at the next run. The name of the file must have its number',
    },
    retry: true,
  },
  'plan.file-waits-deleted': {
    severity: 'error',
    what: {
      ru: 'Файл «{file}» ждёт: карточку {card} документа № {number} на портале удалили',
      en: 'The file “{file}” waits: card {card} of document № {number} was deleted on the portal',
    },
    cause: {
      ru: 'Карточку удалил человек, или её не видит владелец вебхука',
      en: 'A person deleted the card, or the owner of the webhook cannot see it',
    },
    action: {
      ru: 'Верните карточку из корзины Битрикс24 и запустите obmen24 retry. Если её надо создать заново, поставьте vanished: create, измените документ в 1С и выгрузите его: файл будет приложен сам',
      en: 'Restore the card from the recycle bin of Bitrix24 and run obmen24 retry. To have it made anew, set vanished: create, change the document in 1C and export it: the file is attached by itself',
    },
    retry: true,
  },
  'plan.file-several': {
    severity: 'error',
    what: {
      ru: 'К имени файла «{file}» подходит несколько документов: {documents}',
      en: 'Several documents fit the name of the file “{file}”: {documents}',
    },
    cause: {
      ru: 'Один и тот же номер у документов разных лет или видов',
      en: 'Documents of several years or kinds have the same number',
    },
    action: {
      ru: 'Добавьте в имя файла дату документа или приложите файл в Битрикс24 сами',
      en: 'Put the date of the document into the name of the file, or attach the file in Bitrix24 yourself',
    },
    retry: true,
  },
  'plan.file-gone': {
    severity: 'error',
    what: {
      ru: 'Файла «{file}» больше нет в архиве обмена, приложить его нельзя',
      en: 'The file “{file}” is no longer in the archive of the exchange and cannot be attached',
    },
    cause: {
      ru: 'Пока файл ждал своего документа, архив очистился (archive.keep), или файл убрали',
      en: 'While the file waited for its document the archive was pruned (archive.keep), or somebody removed it',
    },
    action: {
      ru: 'Положите файл в папку обмена ещё раз',
      en: 'Put the file into the exchange folder once more',
    },
    retry: false,
  },
  'plan.file-again': {
    severity: 'notice',
    what: {
      ru: 'Файл «{file}» изменился: новый приложен ещё одним комментарием, прежний остался',
      en: 'The file “{file}” has changed: the new one is attached in another comment, the former one stays',
    },
    cause: {
      ru: '1С выгрузила под тем же именем другой файл',
      en: '1C exported another file under the same name',
    },
    action: {
      ru: 'Если прежний больше не нужен, удалите его комментарий в карточке',
      en: 'If the former one is not wanted any more, delete its comment in the card',
    },
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
    severity: 'warning',
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
