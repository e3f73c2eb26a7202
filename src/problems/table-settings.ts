import type { ProblemEntry } from './entry.ts'

export const settingsProblems = {
  'settings.not-found': {
    severity: 'error',
    what: { ru: 'Файла настроек {path} нет.', en: 'There is no settings file {path}.' },
    cause: {
      ru: 'Команда запущена не в папке обмена, или папка ещё не подготовлена.',
      en: 'The command was started outside the exchange folder, or the folder has not been set up.',
    },
    action: {
      ru: 'Перейдите в папку обмена или создайте её командой obmen24 init.',
      en: 'Go to the exchange folder, or make one with obmen24 init.',
    },
    retry: false,
  },
  'settings.unreadable': {
    severity: 'error',
    what: { ru: 'Файл настроек {path} не читается: {reason}.', en: 'The settings file {path} cannot be read: {reason}.' },
    cause: {
      ru: 'У пользователя, под которым работает программа, нет прав на файл, файл занят или отвалилась сетевая папка.',
      en: 'The account has no right to the file, another program holds it, or the share is gone.',
    },
    action: {
      ru: 'Откройте файл под тем же пользователем и проверьте права на чтение.',
      en: 'Open the file under the same account and check the right to read it.',
    },
    retry: true,
  },
  'settings.encoding': {
    severity: 'warning',
    what: {
      ru: 'Файл настроек не в UTF-8; прочитан как {encoding}.',
      en: 'The settings file is not UTF-8; it was read as {encoding}.',
    },
    cause: {
      ru: 'Файл сохранён редактором в другой кодировке («ANSI» или «Юникод» в Блокноте).',
      en: 'An editor saved the file in another encoding ("ANSI" or "Unicode" in Notepad).',
    },
    action: {
      ru: 'Проверьте, что русские слова прочитаны верно, и сохраните файл в кодировке UTF-8.',
      en: 'Check that Russian words were read right, and save the file as UTF-8.',
    },
    retry: false,
  },
  'settings.webhook-inside': {
    severity: 'error',
    what: { ru: '{path}: здесь записан сам адрес.', en: '{path}: the address itself stands here.' },
    cause: {
      ru: 'Адрес вебхука — ключ от портала, а файл настроек копируют, пересылают и показывают.',
      en: 'The address of a webhook is a key to the portal, and settings files are copied, sent and shown.',
    },
    action: {
      ru: 'Сохраните адрес одной строкой в файле webhook.txt рядом с настройками и напишите webhook: { file: webhook.txt }. Если настройки уже кому-то показаны, создайте на портале новый вебхук, а старый удалите.',
      en: 'Save the address as one line of webhook.txt beside the settings and write webhook: { file: webhook.txt }. If the settings have been shown to anybody, make a new webhook on the portal and delete the old one.',
    },
    retry: false,
  },
  'settings.needs-portal': {
    severity: 'error',
    what: {
      ru: '{path}: «{value}» действует только при target: portal.',
      en: '{path}: "{value}" works only with target: portal.',
    },
    cause: {
      ru: 'Мастер импорта только создаёт карточки компаний, контактов, сделок и товаров; остальное делает обмен с порталом.',
      en: 'The import wizard only makes cards of companies, contacts, deals and products; the rest is done by an exchange with the portal.',
    },
    action: {
      ru: 'Поставьте target: portal. Иначе уберите эту строку (для deleted есть skip и keep) или выключите обмен: enabled: false.',
      en: 'Set target: portal. Otherwise remove that line (deleted can be skip or keep) or turn the exchange off: enabled: false.',
    },
    retry: false,
  },
  'settings.process-missing': {
    severity: 'error',
    what: {
      ru: '{path}: process велит делать элементы смарт-процесса, а какого, не сказано: {key} не задан.',
      en: '{path}: process asks for items of a smart process, and does not say of which: {key} is not set.',
    },
    cause: { ru: 'Смарт-процессов на портале может быть много.', en: 'A portal may have many smart processes.' },
    action: {
      ru: 'Впишите номер смарт-процесса, его показывает obmen24 portal processes.',
      en: 'Write the number of the smart process; obmen24 portal processes shows it.',
    },
    retry: false,
  },
  'settings.process-unused': {
    severity: 'error',
    what: {
      ru: '{path}: смарт-процесс {process} назван, а карточки становятся не его элементами: {key} — {into}.',
      en: '{path}: the smart process {process} is named, and the cards do not become its items: {key} is {into}.',
    },
    cause: {
      ru: 'Ключ into забыт или скопирован из другого обмена.',
      en: 'The key into was forgotten, or copied from elsewhere.',
    },
    action: { ru: 'Поставьте into: process или уберите process.', en: 'Set into: process, or remove process.' },
    retry: false,
  },
  'settings.number-field-missing': {
    severity: 'error',
    what: {
      ru: '{path}: number-field велит искать карточку по полю номера, а поле не названо: {field} пусто.',
      en: '{path}: number-field asks to find the card by the number field, and no field is named: {field} is empty.',
    },
    cause: {
      ru: 'Без поля по номеру не найдётся ничего, и обмен создал бы вторые карточки.',
      en: 'Without the field nothing is found by number, and the exchange would make second cards.',
    },
    action: {
      ru: 'Впишите код строкового поля (UF_CRM_ID_1C) или уберите number-field из match. Поле создаст obmen24 check --create-fields.',
      en: 'Write the code of a text field (UF_CRM_ID_1C), or remove number-field from match. obmen24 check --create-fields makes the field.',
    },
    retry: false,
  },
  'settings.same-field': {
    severity: 'error',
    what: {
      ru: '{path}: поле {field} уже отдано под идентификатор 1С ({other}).',
      en: '{path}: the field {field} is given to the 1C id already ({other}).',
    },
    cause: {
      ru: 'Номер и идентификатор документа затирали бы друг друга, и карточки не находились бы.',
      en: 'The number and the id of the document would write over each other, and cards would not be found.',
    },
    action: {
      ru: 'Оставьте одно из двух или заведите для номера своё поле. Для поиска по номеру хватает numberField.',
      en: 'Keep one of the two, or make a field of its own for the number. numberField is enough to find a card by its number.',
    },
    retry: false,
  },
  'settings.no-use': {
    severity: 'error',
    what: {
      ru: '{path}: при preset: {preset} этот ключ ничего не значит.',
      en: '{path}: with preset: {preset} that key means nothing.',
    },
    cause: {
      ru: 'Строки становятся частью карточки своего документа, своих карточек у них нет.',
      en: 'Rows become part of the card of their document and have no cards of their own.',
    },
    action: { ru: 'Перенесите ключ в обмен самих документов.', en: 'Move the key to the exchange of the documents themselves.' },
    retry: false,
  },
  'settings.prefix-differs': {
    severity: 'error',
    what: {
      ru: '{path}: номера узнаются по приставке «{prefix}», а уходят в 1С с приставкой «{sent}».',
      en: '{path}: numbers are known by the prefix "{prefix}", and go to 1C with the prefix "{sent}".',
    },
    cause: {
      ru: 'Приставку изменили только в одном из двух мест: в обмене или в outgoing.',
      en: 'The prefix was changed in one of two places only: in the exchange or in outgoing.',
    },
    action: { ru: 'Поставьте numberPrefix: {sent} и здесь.', en: 'Set numberPrefix: {sent} here as well.' },
    retry: false,
  },
  'settings.outgoing-place': {
    severity: 'error',
    what: {
      ru: '{path}: файл для 1С {file} лежит в папке {other}.',
      en: '{path}: the file for 1C, {file}, lies in the folder {other}.',
    },
    cause: {
      ru: 'Из этой папки программа сама забирает или удаляет файлы: она приняла бы собственную выгрузку за файл 1С или стёрла бы её.',
      en: 'The program itself takes files out of that folder or removes them: it would take its own file for one of 1C, or delete it.',
    },
    action: {
      ru: 'Назовите файл в другой папке, например out/orders.xml.',
      en: 'Name a file in another folder, such as out/orders.xml.',
    },
    retry: false,
  },
  'settings.outgoing-taken': {
    severity: 'error',
    what: {
      ru: '{path}: файл {file} уже занят: {other}.',
      en: '{path}: the file {file} is taken already: {other}.',
    },
    cause: {
      ru: 'Две выгрузки затирали бы друг друга, или так называется один из файлов ответа.',
      en: 'Two outputs would write over each other, or a file of the answer is called so.',
    },
    action: { ru: 'Дайте файлу другое имя.', en: 'Give the file another name.' },
    retry: false,
  },
  'settings.numbers-shared': {
    severity: 'error',
    what: {
      ru: '{path}: приставка «{prefix}» уже занята карточками другого вида.',
      en: '{path}: the prefix "{prefix}" is taken by cards of another kind.',
    },
    cause: {
      ru: 'Сделка № 5 и счёт № 5 получили бы один номер, и для 1С это был бы один документ.',
      en: 'Deal 5 and invoice 5 would have one number, and be one document to 1C.',
    },
    action: { ru: 'Дайте каждой выгрузке свою приставку.', en: 'Give each output a prefix of its own.' },
    retry: false,
  },
  'settings.outgoing-extension': {
    severity: 'error',
    what: {
      ru: '{path}: файл называется {file}, а пишется как {format}.',
      en: '{path}: the file is called {file}, and is written as {format}.',
    },
    cause: {
      ru: 'Расширение осталось от другого вида файла; 1С и люди открыли бы его не тем.',
      en: 'The extension is left from another kind of file; 1C and people would open it by the wrong means.',
    },
    action: { ru: 'Напишите file: {wanted}.', en: 'Write file: {wanted}.' },
    retry: false,
  },
  'settings.mark-without-field': {
    severity: 'error',
    what: {
      ru: '{path}: mark велит отметить карточку, но не сказано, в каком поле.',
      en: '{path}: mark asks to mark the card, but no field is named for it.',
    },
    cause: { ru: 'Поле {field} не задано.', en: '{field} is not set.' },
    action: {
      ru: 'Впишите в {field} код поля портала, например UF_CRM_DELETED_1C.',
      en: 'Write the code of a portal field into {field}, such as UF_CRM_DELETED_1C.',
    },
    retry: false,
  },
  'settings.yaml': {
    severity: 'error',
    what: { ru: 'Файл настроек не разобрать: {detail}.', en: 'The settings file cannot be parsed: {detail}.' },
    cause: {
      ru: 'Нарушена запись YAML: отступы, кавычки, скобки или двоеточие внутри значения без кавычек.',
      en: 'The YAML is broken: indents, quotes, brackets, or a colon inside a value without quotes.',
    },
    action: {
      ru: 'Исправьте указанную строку или строку над ней. Значение, в котором есть : # {{ [ * @ или %, возьмите в одинарные кавычки.',
      en: 'Correct that line or the line above it. Put a value that has : # {{ [ * @ or % in single quotes.',
    },
    retry: false,
  },
  'settings.tab': {
    severity: 'error',
    what: { ru: 'Отступ сделан табуляцией.', en: 'The indent is a tab.' },
    cause: { ru: 'YAML допускает в отступах только пробелы.', en: 'YAML allows only spaces in indents.' },
    action: {
      ru: 'Замените табуляцию двумя пробелами на каждый уровень.',
      en: 'Replace the tab with two spaces for each level.',
    },
    retry: false,
  },
  'settings.escape': {
    severity: 'error',
    what: {
      ru: 'В двойных кавычках стоит обратная черта, которую YAML понимает по-своему.',
      en: 'A backslash inside double quotes means something else to YAML.',
    },
    cause: {
      ru: 'В двойных кавычках \\ начинает особый знак, поэтому пути Windows в них не пишут.',
      en: 'Inside double quotes \\ begins a special character, so Windows paths do not go there.',
    },
    action: {
      ru: "Напишите путь в одинарных кавычках или совсем без кавычек: 'C:\\Обмен\\in'.",
      en: "Write the path in single quotes or without any: 'C:\\Exchange\\in'.",
    },
    retry: false,
  },
  'settings.unquoted-star': {
    severity: 'error',
    what: {
      ru: '{path}: значение *{name} начинается со звёздочки без кавычек.',
      en: '{path}: the value *{name} begins with an asterisk and has no quotes.',
    },
    cause: {
      ru: 'Звёздочку в начале YAML считает ссылкой, а не маской.',
      en: 'YAML takes a leading asterisk for a reference, not for a mask.',
    },
    action: { ru: "Возьмите маску в кавычки: '*{name}'.", en: "Put the mask in quotes: '*{name}'." },
    retry: false,
  },
  'settings.unquoted-template': {
    severity: 'error',
    what: { ru: '{path}: шаблон записан без кавычек.', en: '{path}: the template has no quotes.' },
    cause: {
      ru: 'Фигурную скобку в начале YAML считает вложенными ключами.',
      en: 'YAML takes a leading brace for nested keys.',
    },
    action: {
      ru: "Возьмите значение целиком в одинарные кавычки: '{{ number }}'.",
      en: "Put the whole value in single quotes: '{{ number }}'.",
    },
    retry: false,
  },
  'settings.lost-template': {
    severity: 'error',
    what: {
      ru: '{path}: часть значения после # пропала: «{lost}».',
      en: '{path}: the part of the value after # is lost: "{lost}".',
    },
    cause: {
      ru: 'Знак # после пробела начинает примечание, если значение не в кавычках.',
      en: 'A # after a space begins a comment where the value has no quotes.',
    },
    action: {
      ru: "Возьмите значение целиком в одинарные кавычки: 'Заявка #{{ number }}'.",
      en: "Put the whole value in single quotes: 'Order #{{ number }}'.",
    },
    retry: false,
  },
  'settings.list-key': {
    severity: 'error',
    what: { ru: 'Слева от двоеточия стоит список или скобки.', en: 'A list or braces stand left of the colon.' },
    cause: {
      ru: 'Ключом может быть только одно слово или фраза.',
      en: 'A key can only be one word or phrase.',
    },
    action: {
      ru: 'Напишите каждое слово на своей строке: «заявка: В работе», «согласование: В работе».',
      en: 'Write each word on a line of its own: "request: In work", "approval: In work".',
    },
    retry: false,
  },
  'settings.duplicate-key': {
    severity: 'error',
    what: { ru: 'Ключ «{key}» в этом разделе записан дважды.', en: 'The key "{key}" stands twice in this block.' },
    cause: {
      ru: 'Раздел скопирован или ключ добавлен второй раз.',
      en: 'The block was copied, or the key was added a second time.',
    },
    action: { ru: 'Оставьте одну запись.', en: 'Keep one of them.' },
    retry: false,
  },
  'settings.unknown-key': {
    severity: 'error',
    what: {
      ru: 'Ключа «{key}» в разделе «{block}» нет.{hint}',
      en: 'There is no key "{key}" in "{block}".{hint}',
    },
    cause: {
      ru: 'Опечатка, лишний или недостающий отступ, или ключ из другой версии программы.',
      en: 'A misspelling, a wrong indent, or a key of another version of the program.',
    },
    action: { ru: 'Здесь бывают: {known}.', en: 'Known here: {known}.' },
    retry: false,
  },
  'settings.wrong-value': {
    severity: 'error',
    what: {
      ru: '{path}: значение «{value}» не подходит, а нужно: {expected}.{hint}',
      en: '{path}: the value "{value}" does not fit; needed: {expected}.{hint}',
    },
    cause: { ru: 'Значение записано не так, как его ждёт программа.', en: 'The value is not written as the program expects it.' },
    action: {
      ru: 'Исправьте значение. Что значит ключ и что в нём пишут: docs/settings.md.',
      en: 'Correct the value. What the key means and takes: docs/settings.md.',
    },
    retry: false,
  },
  'settings.missing': {
    severity: 'error',
    what: { ru: 'Не задано {path}, а нужно: {expected}.', en: '{path} is not set; needed: {expected}.' },
    cause: { ru: 'Обязательный ключ не записан или пуст.', en: 'A required key is absent or empty.' },
    action: { ru: 'Допишите ключ.', en: 'Add the key.' },
    retry: false,
  },
  'settings.template': {
    severity: 'error',
    what: { ru: '{path}: в шаблоне «{text}» ошибка: {detail}.', en: '{path}: the template "{text}" is wrong: {detail}.' },
    cause: {
      ru: 'Не закрыта скобка {{ или {%, либо такого тега в языке Liquid нет.',
      en: 'A bracket {{ or {% is not closed, or Liquid has no such tag.',
    },
    action: {
      ru: 'Исправьте шаблон; образцы есть в docs/settings.md.',
      en: 'Correct the template; docs/settings.md has examples.',
    },
    retry: false,
  },
  'settings.template-words': {
    severity: 'error',
    what: {
      ru: '{path}: в шаблоне имя из нескольких слов «{words}» стоит без кавычек.',
      en: '{path}: the template has a name of several words, "{words}", without quotes.',
    },
    cause: {
      ru: 'Liquid возьмёт только первое слово, и поле получится пустым.',
      en: 'Liquid would take the first word only, and the field would be empty.',
    },
    action: {
      ru: "Напишите имя в скобках и кавычках: {{ ['{words}'] }}.",
      en: "Write the name in brackets and quotes: {{ ['{words}'] }}.",
    },
    retry: false,
  },
  'settings.same-name': {
    severity: 'error',
    what: {
      ru: 'Название «{name}» стоит дважды.',
      en: 'The name "{name}" stands twice.',
    },
    cause: {
      ru: 'Обмен или выгрузка скопированы, а название осталось прежним.',
      en: 'An exchange or an output was copied and kept its name.',
    },
    action: {
      ru: 'Дайте одному другое название: по нему строки различают в отчётах и ответах.',
      en: 'Rename one: reports and answers tell rows apart by it.',
    },
    retry: false,
  },
  'settings.same-folder': {
    severity: 'error',
    what: {
      ru: '{path} и {other} указывают на одну папку или одна лежит внутри другой.',
      en: '{path} and {other} are the same folder, or one lies inside the other.',
    },
    cause: {
      ru: 'Программа приняла бы собственные файлы за файлы 1С.',
      en: 'The program would take its own files for files of 1C.',
    },
    action: { ru: 'Разведите папки.', en: 'Give them different folders.' },
    retry: false,
  },
  'settings.columns-need-numbers': {
    severity: 'error',
    what: {
      ru: '{path}: столбец задан названием «{value}», а строки заголовков нет (header: false).',
      en: '{path}: the column is given by name, "{value}", and there is no header row (header: false).',
    },
    cause: {
      ru: 'Без заголовков столбцы узнают только по номеру.',
      en: 'Without headers columns are known by number only.',
    },
    action: {
      ru: 'Напишите номер столбца, считая с 1, или уберите header: false.',
      en: 'Write the number of the column, counted from 1, or remove header: false.',
    },
    retry: false,
  },
  'settings.not-in-list': {
    severity: 'error',
    what: {
      ru: '{path}: «{value}» нет среди названий в {list}.{hint}',
      en: '{path}: "{value}" is not among the names of {list}.{hint}',
    },
    cause: {
      ru: 'На портале это называется иначе, или справочник в настройках неполон. Незнакомое название импорт молча теряет.',
      en: 'The portal calls it otherwise, or the list in the settings is incomplete. The import silently loses unknown names.',
    },
    action: {
      ru: 'Напишите одно из: {known} — или дополните {list}.',
      en: 'Write one of: {known}, or add to {list}.',
    },
    retry: false,
  },
  'settings.give-up-too-soon': {
    severity: 'error',
    what: {
      ru: 'readiness.giveUp меньше readiness.settle: каждый файл уйдёт в failed раньше, чем станет готов.',
      en: 'readiness.giveUp is shorter than readiness.settle: every file would fail before it is ready.',
    },
    cause: { ru: 'Терпение задано короче тишины.', en: 'Patience is shorter than the quiet time.' },
    action: { ru: 'Сделайте giveUp заметно больше, чем settle.', en: 'Make giveUp clearly longer than settle.' },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
