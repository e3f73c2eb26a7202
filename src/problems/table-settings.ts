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
      ru: '{path}: значение «{value}» действует только при target: portal.',
      en: '{path}: "{value}" works only with target: portal.',
    },
    cause: {
      ru: 'Мастер импорта не меняет карточек, которые уже есть на портале.',
      en: 'The import wizard does not change cards that the portal has already.',
    },
    action: {
      ru: 'Поставьте target: portal или выберите skip либо keep.',
      en: 'Set target: portal, or choose skip or keep.',
    },
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
    what: { ru: 'Два обмена называются «{name}».', en: 'Two exchanges are called "{name}".' },
    cause: { ru: 'Обмен скопирован, а название осталось прежним.', en: 'An exchange was copied and kept its name.' },
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
