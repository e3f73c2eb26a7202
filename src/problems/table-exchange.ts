import type { ProblemEntry } from './entry.ts'

/** What the exchange itself decides about a row that was read without fault. */
export const exchangeProblems = {
  'exchange.none': {
    severity: 'notice',
    what: { ru: 'Ни один обмен не берёт такие записи из этого файла', en: 'No exchange takes such records from this file' },
    cause: {
      ru: 'В настройках перечислены обмены, и ни один не подходит по маске файла и виду данных',
      en: 'The settings list exchanges, and none fits the name of the file and the kind of data',
    },
    action: {
      ru: 'Если записи нужны, добавьте обмен подходящего вида в раздел exchanges',
      en: 'If the records are needed, add an exchange of that preset to exchanges',
    },
    retry: false,
  },
  'exchange.table-unknown': {
    severity: 'warning',
    what: {
      ru: 'Не понять, что это за таблица: по заголовкам не узнан ни один вид',
      en: 'It is not clear what this table is: its headers fit no preset',
    },
    cause: {
      ru: 'Столбцы названы по-своему или заголовка нет',
      en: 'The columns have names of their own, or there is no header',
    },
    action: {
      ru: 'Опишите обмен в настройках: files — маска файла, preset — вид, columns — в каком столбце что',
      en: 'Describe the exchange in the settings: files, preset, and in columns which column holds what',
    },
    retry: false,
  },
  'exchange.deleted': {
    severity: 'notice',
    what: {
      ru: 'Запись помечена в 1С на удаление и не загружается',
      en: 'The record is marked for deletion in 1C and is not imported',
    },
    cause: { ru: 'Так велит настройка deleted обмена', en: 'The setting deleted of the exchange says so' },
    action: { ru: 'Если её всё же нужно загрузить, поставьте deleted: keep', en: 'To import it all the same, set deleted: keep' },
    retry: false,
  },
  'exchange.filtered': {
    severity: 'notice',
    what: { ru: 'Не проходит отбор: {field} = «{value}»', en: 'Filtered out: {field} = "{value}"' },
    cause: { ru: 'В настройке only обмена этого значения нет', en: 'The setting only of the exchange does not list this value' },
    action: { ru: 'Добавьте значение в only, если строка нужна', en: 'Add the value to only if the row is wanted' },
    retry: false,
  },
  'exchange.unchanged': {
    severity: 'notice',
    what: { ru: 'Без изменений с сообщения {message}', en: 'Unchanged since message {message}' },
    cause: { ru: '1С выгрузила ту же запись ещё раз', en: '1C exported the same record again' },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'exchange.older': {
    severity: 'notice',
    what: { ru: 'Есть более новые данные, от {generated}', en: 'There are newer data, of {generated}' },
    cause: {
      ru: 'Файл сформирован раньше, чем уже принятый: остался от прошлой выгрузки',
      en: 'The file is older than one already taken: left over from an earlier export',
    },
    action: {
      ru: 'Ничего делать не нужно; очищайте каталог выгрузки перед новой',
      en: 'Nothing to do; clear the export folder before a new export',
    },
    retry: false,
  },
  'exchange.twice': {
    severity: 'warning',
    what: {
      ru: 'Та же запись 1С пришла в этом наборе файлов ещё раз и с другими данными (сообщение {message}); взята одна',
      en: 'The same 1C record came in this set of files once more with other data (message {message}); one was taken',
    },
    cause: {
      ru: 'Идентификатор повторяется в файле или в нескольких файлах одного набора',
      en: 'The id is repeated in the file or in several files of one set',
    },
    action: { ru: 'Проверьте, не задвоена ли запись в выгрузке 1С', en: 'Check whether 1C exports the record twice' },
    retry: false,
  },
  'exchange.rows-wait': {
    severity: 'warning',
    what: {
      ru: 'Строки запомнены и ждут документ {document}: он ещё не пришёл или не принят',
      en: 'The rows are kept and wait for document {document}: it has not come yet, or was not taken',
    },
    cause: {
      ru: 'Таблица строк пришла раньше документа, или в обмене документов он не прошёл отбор либо не принят из-за ошибки',
      en: 'The table of rows came before the document, or the exchange of documents filtered it out or refused it',
    },
    action: {
      ru: 'Выгрузите документ: строки попадут в его карточку вместе с ним, выгружать их ещё раз не нужно',
      en: 'Export the document: the rows go into its card together with it and need not be exported again',
    },
    retry: true,
  },
  'exchange.rows-unused': {
    severity: 'notice',
    what: {
      ru: 'Строки в карточку не пишутся: так настроен обмен документов (rows: false)',
      en: 'The rows are not written into the card: the exchange of documents leaves them out (rows: false)',
    },
    cause: { ru: 'Настройка rows: false у обмена документов', en: 'The setting rows: false of the exchange of documents' },
    action: {
      ru: 'Если товары в карточках нужны, поставьте rows: true',
      en: 'If the cards should have the rows, set rows: true',
    },
    retry: false,
  },
  'exchange.repeat': {
    severity: 'notice',
    what: { ru: 'Файл уже принят: сообщение {message}', en: 'Already taken: message {message}' },
    cause: { ru: 'Содержимое файла побайтно то же, что и раньше', en: 'The file is byte for byte what came before' },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'exchange.bug': {
    severity: 'error',
    what: {
      ru: 'Программа трижды сбилась на этих данных и отложила их: {detail}',
      en: 'The program failed over these data three times and set them aside: {detail}',
    },
    cause: {
      ru: 'Ошибка в самой программе, которую вызывает что-то в этом файле; остальные файлы она больше не держит',
      en: 'A fault of the program itself, which something in this file brings out; it holds up the other files no more',
    },
    action: {
      ru: 'Пришлите разработчикам файл и журнал за этот день. После обновления программы положите файл в папку обмена снова',
      en: 'Send the file and the log of that day to the developers. After an update of the program drop the file again',
    },
    retry: true,
  },
  'exchange.fault': {
    severity: 'error',
    what: {
      ru: 'Программа сбилась на этих данных: {detail}',
      en: 'The program failed over these data: {detail}',
    },
    cause: {
      ru: 'Ошибка в самой программе',
      en: 'A fault of the program itself',
    },
    action: {
      ru: 'Следующий запуск попробует ещё раз, на третий раз данные будут отложены. Пришлите разработчикам журнал за этот день',
      en: 'The next start tries again; the third time the data are set aside. Send the log of that day to the developers',
    },
    retry: true,
  },
  'exchange.obstacle': {
    severity: 'error',
    what: { ru: 'Временная помеха: {detail}', en: 'A passing obstacle: {detail}' },
    cause: {
      ru: 'Операционная система не дала прочитать или записать файл, или база данных занята',
      en: 'The operating system did not let a file be read or written, or the database is busy',
    },
    action: {
      ru: 'Ничего не потеряно: следующий запуск продолжит с того же места. Если повторяется, проверьте диск и права на папки',
      en: 'Nothing is lost: the next start goes on from there. If it goes on, check the disk and the rights to the folders',
    },
    retry: true,
  },
  'exchange.split': {
    severity: 'warning',
    what: {
      ru: 'Программа трижды сбилась на наборе файлов; теперь они обрабатываются по одному: {detail}',
      en: 'The program failed over a set of files three times; they are worked off one by one now: {detail}',
    },
    cause: {
      ru: 'Ошибка в самой программе, которую вызывает один из файлов',
      en: 'A fault of the program itself, which one of the files brings out',
    },
    action: { ru: 'Пришлите разработчикам журнал за этот день', en: 'Send the log of that day to the developers' },
    retry: true,
  },
  'exchange.kept-lost': {
    severity: 'error',
    what: {
      ru: 'Принятого файла больше нет на месте: {path}',
      en: 'The file that was taken is no longer in its place: {path}',
    },
    cause: {
      ru: 'Между приёмом и обработкой его убрал антивирус или человек, чистивший архив',
      en: 'An antivirus program or somebody who cleared the archive removed it after it was taken',
    },
    action: {
      ru: 'Верните файл из карантина или из копии и положите его в папку обмена ещё раз; если копии нет, выгрузите его из 1С снова (полным обменом)',
      en: 'Bring the file back from quarantine or a backup and drop it again; where there is none, export it from 1C anew (a full export)',
    },
    retry: false,
  },
  'exchange.no-id': {
    severity: 'error',
    what: { ru: 'У записи нет идентификатора 1С', en: 'The record has no 1C id' },
    cause: { ru: '1С выгрузила пустой Ид', en: '1C exported an empty Ид' },
    action: {
      ru: 'Включите выгрузку идентификатора в 1С: без него запись нельзя найти при следующем обмене',
      en: 'Have 1C export the id: without it the record cannot be found again',
    },
    retry: false,
  },
  'exchange.own-firm': {
    severity: 'notice',
    what: {
      ru: 'Это ваша собственная фирма, карточка клиента из неё не делается',
      en: 'This is your own firm; no client card is made of it',
    },
    cause: {
      ru: '7.7 кладёт владельца каталога среди контрагентов',
      en: '7.7 puts the owner of the catalogue among the counterparties',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'exchange.no-title': {
    severity: 'error',
    what: { ru: 'У записи нет названия или имени, карточку назвать нечем', en: 'The record has no name to call its card by' },
    cause: {
      ru: 'В 1С не заполнены наименование и полное наименование (или фамилия и имя)',
      en: 'The name and the full name (or the last and the first name) are empty in 1C',
    },
    action: {
      ru: 'Заполните наименование в 1С или задайте в настройке fields, откуда его брать (title), и выгрузите запись снова',
      en: 'Fill in the name in 1C, or say in fields where to take it from (title), and export the record again',
    },
    retry: false,
  },
  'exchange.needs-portal': {
    severity: 'notice',
    what: { ru: 'Такие строки записываются только на портал', en: 'Such rows are written to a portal only' },
    cause: {
      ru: 'Мастер импорта Битрикс24 не принимает счета, договоры, строки документов, вложения и подтверждения',
      en: 'The import wizard of Bitrix24 takes no invoices, contracts, rows of documents, attachments or confirmations',
    },
    action: {
      ru: 'Включите target: portal или не кладите такие файлы в эту папку',
      en: 'Set target: portal, or keep such files out of this folder',
    },
    retry: false,
  },
  'exchange.portal-not-yet': {
    severity: 'warning',
    what: {
      ru: 'На портал пока передаются только контрагенты, контактные лица и документы; эта запись пропущена',
      en: 'Only counterparties, contact persons and documents are applied to the portal so far; this record was passed over',
    },
    cause: {
      ru: 'При target: portal каталог товаров ещё не поддерживается',
      en: 'With target: portal the catalogue of goods is not supported yet',
    },
    action: {
      ru: 'Для таких записей заведите отдельную папку обмена с target: csv: они попадут в файлы импорта',
      en: 'Use an exchange folder of its own with target: csv for them: they go into import files',
    },
    retry: false,
  },
  'exchange.no-name': {
    severity: 'error',
    what: { ru: 'У товара нет наименования', en: 'The product has no name' },
    cause: { ru: '1С выгрузила пустое Наименование', en: '1C exported an empty Наименование' },
    action: { ru: 'Заполните наименование в 1С и выгрузите товар снова', en: 'Give it a name in 1C and export it again' },
    retry: false,
  },
  'exchange.other-operation': {
    severity: 'notice',
    what: {
      ru: 'Документ «{operation}» не является заказом, сделка из него не делается',
      en: 'Document "{operation}" is no order; no deal is made of it',
    },
    cause: {
      ru: 'Оплаты и отгрузки приходят отдельными документами',
      en: 'Payments and shipments come as documents of their own',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'exchange.company-unknown': {
    severity: 'warning',
    what: {
      ru: 'Компания «{company}» ещё не приходила: контакт может остаться без компании',
      en: 'Company "{company}" has not come yet: the contact may stay without it',
    },
    cause: { ru: 'Контрагент не выгружен или назван иначе', en: 'The counterparty was not exported, or has another name' },
    action: {
      ru: 'Выгрузите контрагентов раньше контактных лиц или вместе с ними',
      en: 'Export counterparties before the contact persons, or together',
    },
    retry: true,
  },
  'exchange.company-several': {
    severity: 'warning',
    what: {
      ru: 'Компаний с названием «{company}» несколько ({titles}): связь оставлена пустой',
      en: 'There are several companies called "{company}" ({titles}): the link was left empty',
    },
    cause: {
      ru: 'В файле только название, а по нему не понять, какая из них имеется в виду',
      en: 'The file gives only the name, which does not tell which of them is meant',
    },
    action: {
      ru: 'Выгрузите вместо названия идентификатор 1С (или ИНН) либо свяжите карточки на портале вручную',
      en: 'Export the 1C id (or the ИНН) instead of the name, or link the cards on the portal by hand',
    },
    retry: false,
  },
  'exchange.client-unknown': {
    severity: 'warning',
    what: {
      ru: 'Клиент «{client}» ещё не приходил: сделка будет без клиента',
      en: 'Client "{client}" has not come yet: the deal will have no client',
    },
    cause: {
      ru: 'Контрагент не выгружен, а clients: false запрещает делать карточку из документа',
      en: 'The counterparty was not exported, and clients: false forbids a card made from the document',
    },
    action: {
      ru: 'Выгрузите контрагентов раньше документов или включите clients',
      en: 'Export counterparties before documents, or turn clients on',
    },
    retry: true,
  },
  'exchange.client-several': {
    severity: 'warning',
    what: {
      ru: 'Клиент «{client}» подходит к нескольким карточкам: {clients}',
      en: 'Client "{client}" fits several cards: {clients}',
    },
    cause: {
      ru: 'В документе нет идентификатора клиента, а ИНН, телефон или название у этих карточек общие',
      en: 'The document has no id of its client, and these cards share the ИНН, the phone or the name',
    },
    action: {
      ru: 'Выгружайте в документе идентификатор 1С клиента (столбец clientId) или уберите лишнюю карточку в 1С и выгрузите документ снова',
      en: 'Export the 1C id of the client with the document (column clientId), or remove the needless card in 1C and export the document again',
    },
    retry: false,
  },
  'exchange.parent-several': {
    severity: 'warning',
    what: {
      ru: 'Под «{parent}» подходит несколько документов: {documents}',
      en: '"{parent}" fits several documents: {documents}',
    },
    cause: {
      ru: 'Основание или договор названы только номером, а он у этих документов один',
      en: 'The basis or the contract is named by its number alone, which these documents share',
    },
    action: {
      ru: 'Выгружайте идентификатор 1С основания (договора) или его номер с датой и выгрузите документ снова',
      en: 'Export the 1C id of the basis (the contract), or its number with the date, and export the document again',
    },
    retry: false,
  },
  'exchange.attachment-no-number': {
    severity: 'error',
    what: {
      ru: 'В имени файла «{name}» нет номера документа: не понять, к чему его приложить',
      en: 'The name of the file "{name}" has no number of a document: it is not clear what it belongs to',
    },
    cause: {
      ru: 'Файл подошёл под маску attachments.files, а назван без номера',
      en: 'The file fits a mask of attachments.files, but is named without a number',
    },
    action: {
      ru: 'Назовите файл с номером документа, например «Счет № 000123.pdf», или уточните маску',
      en: 'Name the file with the number of its document, such as "invoice 000123.pdf", or narrow the mask',
    },
    retry: false,
  },
  'exchange.confirmation-unknown': {
    severity: 'warning',
    what: {
      ru: 'Подтверждено сообщение {number}, которое не отправлялось',
      en: 'Message {number} was confirmed, which was never sent',
    },
    cause: {
      ru: 'Номер записан с ошибкой, или файл остался от другой папки обмена',
      en: 'The number is wrong, or the file is left over from another exchange folder',
    },
    action: {
      ru: 'Проверьте, какой номер сообщения код 1С пишет в подтверждение',
      en: 'Check which message number the code in 1C writes into the confirmation',
    },
    retry: false,
  },
  'exchange.state-unmapped': {
    severity: 'error',
    what: { ru: 'Состояния «{state}» нет в таблице stages', en: 'State "{state}" is not in the table stages' },
    cause: { ru: 'В 1С появилось новое состояние; известны: {states}', en: '1C has a new state; known are: {states}' },
    action: {
      ru: 'Добавьте состояние в stages этого обмена и выгрузите файл снова',
      en: 'Add the state to stages of this exchange and export the file again',
    },
    retry: false,
  },
  'exchange.deal-changed': {
    severity: 'warning',
    what: {
      ru: 'Документ {number} изменился ({changes}), а сделка уже подготовлена в сообщении {message}',
      en: 'Document {number} changed ({changes}), and its deal was prepared in message {message}',
    },
    cause: {
      ru: 'Импорт сделок только создаёт: вторая строка дала бы вторую сделку',
      en: 'The deal import only creates: a second row would make a second deal',
    },
    action: { ru: 'Поправьте сделку на портале вручную', en: 'Change the deal on the portal by hand' },
    retry: false,
  },
  'exchange.variant': {
    severity: 'notice',
    what: { ru: 'Характеристика товара пропущена', en: 'Variant of a product passed over' },
    cause: {
      ru: 'Импорт товаров не знает характеристик, настройка variants: skip',
      en: 'The product import has no variants, setting variants: skip',
    },
    action: {
      ru: 'Чтобы загружать их отдельными товарами, поставьте variants: separate',
      en: 'To import them as products of their own, set variants: separate',
    },
    retry: false,
  },
  'exchange.product-unknown': {
    severity: 'notice',
    what: {
      ru: 'Товар {id} ещё не приходил; цена и остаток запомнены',
      en: 'Product {id} has not come yet; its price and stock are remembered',
    },
    cause: { ru: 'Предложение пришло раньше каталога', en: 'The offer came before the catalogue' },
    action: { ru: 'Выгрузите каталог: цена попадёт в него сама', en: 'Export the catalogue: the price will be put into it' },
    retry: true,
  },
  'exchange.price-type-unknown': {
    severity: 'warning',
    what: {
      ru: 'Вида цены «{wanted}» нет среди пришедших: {names}',
      en: 'Price type "{wanted}" is not among those that came: {names}',
    },
    cause: {
      ru: 'Опечатка в настройке priceType или 1С этот вид цены не выгружает',
      en: 'A typing error in priceType, or 1C does not export it',
    },
    action: {
      ru: 'Исправьте priceType; пока товары готовятся с первой ценой предложения',
      en: 'Correct priceType; until then the first price of an offer is taken',
    },
    retry: false,
  },
  'exchange.price-type-chosen': {
    severity: 'notice',
    what: { ru: 'Видов цен {count}, взят «{name}»', en: 'There are {count} price types, "{name}" was taken' },
    cause: {
      ru: 'Импорт товаров принимает одну цену, настройка priceType не задана',
      en: 'The product import takes one price, and priceType is not set',
    },
    action: { ru: 'Задайте priceType, если нужна другая цена', en: 'Set priceType if another price is wanted' },
    retry: false,
  },
  'exchange.letters-lost': {
    severity: 'warning',
    what: {
      ru: 'В ответе {path} не всё уместилось в windows-1251: заменено {substituted}, потеряно {lost} ({letters})',
      en: 'Not everything in {path} fits windows-1251: {substituted} replaced, {lost} lost ({letters})',
    },
    cause: {
      ru: 'В windows-1251 нет этих знаков, а настройка answer.encoding велит писать в ней',
      en: 'windows-1251 lacks these signs, and answer.encoding asks for it',
    },
    action: {
      ru: 'Если 1С читает UTF-8, поставьте answer.encoding: utf-8-bom',
      en: 'If 1C reads UTF-8, set answer.encoding: utf-8-bom',
    },
    retry: false,
  },
  'exchange.template-failed': {
    severity: 'warning',
    what: {
      ru: 'Обмен «{exchange}»: шаблон поля {field} не сработал на части записей, поле у них пусто ({detail})',
      en: 'Exchange "{exchange}": the template of {field} failed on some records, the field stayed empty there ({detail})',
    },
    cause: {
      ru: 'Шаблон делает со значением то, что с ним сделать нельзя',
      en: 'The template does something to a value that cannot be done to it',
    },
    action: {
      ru: 'Проверьте фильтры этого шаблона в настройках',
      en: 'Check the filters of this template in the settings',
    },
    retry: false,
  },
  'exchange.field-missing': {
    severity: 'warning',
    what: {
      ru: 'Ни в одной записи файла нет «{name}», поле {field} осталось пустым',
      en: 'No record of the file has "{name}", field {field} stayed empty',
    },
    cause: {
      ru: 'Опечатка в настройке fields или 1С этого не выгружает',
      en: 'A typing error in fields, or 1C does not export it',
    },
    action: {
      ru: 'Посмотрите имена командой obmen24 inspect --records и исправьте fields',
      en: 'Look the names up with obmen24 inspect --records and correct fields',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
