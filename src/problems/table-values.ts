import type { ProblemEntry } from './entry.ts'

/** What a value of a cell or an element can be found to be. `{value}` is the value as the file had it. */
export const valueProblems = {
  'text.wrong-encoding': {
    severity: 'error',
    what: {
      ru: 'В тексте «{value}» есть знаки, которые не удалось прочитать.',
      en: 'The text "{value}" has signs that could not be read.',
    },
    cause: {
      ru: 'Файл записан не в той кодировке, в которой он объявлен или угадан, либо испорчен по дороге.',
      en: 'The file is not in the encoding that it declares or seems to have, or was damaged on the way.',
    },
    action: {
      ru: 'Выгрузите файл из 1С ещё раз в UTF-8 или укажите его кодировку в настройках обмена.',
      en: 'Export the file from 1C again in UTF-8, or name its encoding in the settings of the exchange.',
    },
    retry: false,
  },
  'text.question-marks': {
    severity: 'error',
    what: {
      ru: 'Вместо русских букв в тексте «{value}» стоят вопросительные знаки.',
      en: 'Question marks stand in place of Russian letters in "{value}".',
    },
    cause: {
      ru: '1С записала файл в кодировке ANSI на сервере, где язык системы не русский: буквы потеряны уже в файле.',
      en: '1C wrote the file in the ANSI code page of a server whose system language is not Russian: the letters are lost in the file itself.',
    },
    action: {
      ru: 'В обработке 1С замените КодировкаТекста.ANSI на КодировкаТекста.UTF8 (или "windows-1251") и выгрузите файл ещё раз.',
      en: 'In the 1C code replace КодировкаТекста.ANSI by КодировкаТекста.UTF8 (or "windows-1251") and export again.',
    },
    retry: false,
  },
  'number.unreadable': {
    severity: 'error',
    what: { ru: '«{value}» не читается как число.', en: '"{value}" does not read as a number.' },
    cause: {
      ru: 'В поле есть буквы или знак валюты, либо разряды разделены не по три цифры.',
      en: 'The field holds letters or a currency sign, or its digits are not grouped by threes.',
    },
    action: {
      ru: 'Выгружайте только число, например 1234.56 или 1 234,56; валюту пишите в отдельное поле.',
      en: 'Export the number alone, such as 1234.56 or 1 234,56; put the currency into a field of its own.',
    },
    retry: false,
  },
  'number.excel': {
    severity: 'error',
    what: {
      ru: 'Вместо числа стоит «{value}»: так его показывает Excel.',
      en: 'In place of a number stands "{value}": that is how Excel shows it.',
    },
    cause: {
      ru: 'Файл открывали и сохраняли в Excel. Часть цифр потеряна, восстановить их по файлу нельзя.',
      en: 'The file was opened and saved in Excel. Some digits are gone and cannot be told from the file.',
    },
    action: {
      ru: 'Возьмите файл прямо из 1С, не пересохраняя его в Excel.',
      en: 'Take the file straight from 1C, not saved by Excel.',
    },
    retry: false,
  },
  'date.unreadable': {
    severity: 'error',
    what: { ru: '«{value}» не читается как дата.', en: '"{value}" does not read as a date.' },
    cause: {
      ru: 'Дата записана в незнакомом виде, или в этом поле стоит не дата.',
      en: 'The date is written in an unknown way, or the field holds something else.',
    },
    action: {
      ru: 'Пишите дату как 05.03.2026, 05.03.2026 9:05:07 или 2026-03-05T09:05:07.',
      en: 'Write dates as 05.03.2026, 05.03.2026 9:05:07 or 2026-03-05T09:05:07.',
    },
    retry: false,
  },
  'date.impossible': {
    severity: 'error',
    what: { ru: 'Даты «{value}» не бывает.', en: 'There is no such date as "{value}".' },
    cause: {
      ru: 'День, месяц или время вне своих границ: опечатка, или день и месяц переставлены местами.',
      en: 'Day, month or time is out of its range: a slip, or day and month changed places.',
    },
    action: { ru: 'Исправьте дату в 1С и выгрузите запись ещё раз.', en: 'Correct the date in 1C and export the record again.' },
    retry: false,
  },
  'date.ambiguous': {
    severity: 'error',
    what: {
      ru: 'В дате «{value}» не видно, где день, а где месяц.',
      en: 'The date "{value}" does not show which part is the day and which the month.',
    },
    cause: {
      ru: 'Дата записана через косую черту, как это делает 1С на сервере с английскими настройками: там первым идёт месяц.',
      en: 'The date is written with slashes, as 1C does on a server with English settings, where the month comes first.',
    },
    action: {
      ru: 'Выгружайте дату через Формат(Дата, "ДФ=dd.MM.yyyy") или XMLСтрока(Дата).',
      en: 'Export the date by Формат(Дата, "ДФ=dd.MM.yyyy") or XMLСтрока(Дата).',
    },
    retry: false,
  },
  'date.time-unreadable': {
    severity: 'warning',
    what: {
      ru: 'Время «{value}» не читается; взята только дата.',
      en: 'The time "{value}" does not read; the date alone was taken.',
    },
    cause: { ru: 'В поле времени стоит не время.', en: 'The time field holds something else.' },
    action: { ru: 'Пишите время как 09:05:07.', en: 'Write the time as 09:05:07.' },
    retry: false,
  },
  'boolean.unreadable': {
    severity: 'error',
    what: { ru: '«{value}» — ни да, ни нет.', en: '"{value}" is neither yes nor no.' },
    cause: { ru: 'В поле с ответом «да/нет» стоит другое слово.', en: 'A yes/no field holds another word.' },
    action: { ru: 'Пишите Да или Нет, true или false, 1 или 0.', en: 'Write Да or Нет, true or false, 1 or 0.' },
    retry: false,
  },
  'inn.length': {
    severity: 'warning',
    what: { ru: 'В ИНН «{value}» не 10 и не 12 цифр.', en: 'The ИНН "{value}" has neither 10 nor 12 digits.' },
    cause: {
      ru: 'Потерян ноль в начале (тогда цифр 9 или 11), лишняя цифра, либо это номер другой страны, например белорусский УНП из 9 цифр.',
      en: 'A leading zero was lost (9 or 11 digits then), a digit is too many, or the number is of another country, such as the 9-digit УНП of Belarus.',
    },
    action: {
      ru: 'Проверьте ИНН в 1С. Номер другой страны можно оставить: он перенесён как есть.',
      en: 'Check the ИНН in 1C. A number of another country may stay: it was carried over as it is.',
    },
    retry: false,
  },
  'inn.check-digit': {
    severity: 'warning',
    what: { ru: 'У ИНН «{value}» не сходятся контрольные цифры.', en: 'The check digits of the ИНН "{value}" do not match.' },
    cause: {
      ru: 'Опечатка, либо это не российский номер: БИН и ИИН Казахстана (12 цифр) и номера Украины (10 цифр) считаются иначе.',
      en: 'A slip, or the number is not Russian: БИН and ИИН of Kazakhstan (12 digits) and Ukrainian numbers (10 digits) are reckoned otherwise.',
    },
    action: {
      ru: 'Проверьте ИНН в 1С. Номер другой страны можно оставить: он перенесён как есть.',
      en: 'Check the ИНН in 1C. A number of another country may stay: it was carried over as it is.',
    },
    retry: false,
  },
  'inn.excel': {
    severity: 'error',
    what: {
      ru: 'Вместо ИНН стоит «{value}»: так его показывает Excel.',
      en: 'In place of the ИНН stands "{value}": that is how Excel shows it.',
    },
    cause: {
      ru: 'Файл открывали и сохраняли в Excel. Последние цифры ИНН потеряны.',
      en: 'The file was opened and saved in Excel. The last digits of the ИНН are gone.',
    },
    action: {
      ru: 'Возьмите файл прямо из 1С, не пересохраняя его в Excel.',
      en: 'Take the file straight from 1C, not saved by Excel.',
    },
    retry: false,
  },
  'inn.characters': {
    severity: 'warning',
    what: { ru: 'В ИНН «{value}» есть не только цифры.', en: 'The ИНН "{value}" holds more than digits.' },
    cause: {
      ru: 'В одном поле записаны ИНН и КПП, есть буквы, похожие на цифры (О, З), либо это номер другой страны.',
      en: 'ИНН and КПП share the field, letters look like digits (О, З), or the number is of another country.',
    },
    action: {
      ru: 'Выгружайте ИНН отдельно от КПП и проверьте его в 1С. Номер другой страны можно оставить.',
      en: 'Export the ИНН apart from the КПП and check it in 1C. A number of another country may stay.',
    },
    retry: false,
  },
  'kpp.format': {
    severity: 'warning',
    what: { ru: '«{value}» не похоже на КПП.', en: '"{value}" does not look like a КПП.' },
    cause: {
      ru: 'КПП — это 9 знаков: 4 цифры, 2 цифры или латинские буквы, 3 цифры. Здесь знаков больше или меньше; 8 цифр бывает, когда потерян ноль в начале.',
      en: 'A КПП has 9 signs: 4 digits, 2 digits or Latin letters, 3 digits. Here are more or fewer; 8 digits happen when a leading zero is lost.',
    },
    action: { ru: 'Проверьте КПП в 1С; он перенесён как есть.', en: 'Check the КПП in 1C; it was carried over as it is.' },
    retry: false,
  },
  'ogrn.length': {
    severity: 'warning',
    what: { ru: 'В ОГРН «{value}» не 13 и не 15 цифр.', en: 'The ОГРН "{value}" has neither 13 nor 15 digits.' },
    cause: {
      ru: 'ОГРН компании — 13 цифр, ОГРНИП — 15. Цифра пропущена или лишняя, либо в поле стоит другое.',
      en: 'The ОГРН of a company has 13 digits, an ОГРНИП 15. A digit is missing or too many, or the field holds something else.',
    },
    action: { ru: 'Проверьте ОГРН в 1С; он перенесён как есть.', en: 'Check the ОГРН in 1C; it was carried over as it is.' },
    retry: false,
  },
  'ogrn.check-digit': {
    severity: 'warning',
    what: { ru: 'У ОГРН «{value}» не сходится контрольная цифра.', en: 'The check digit of the ОГРН "{value}" does not match.' },
    cause: { ru: 'Опечатка в одной из цифр.', en: 'One of the digits is a slip.' },
    action: { ru: 'Проверьте ОГРН в 1С; он перенесён как есть.', en: 'Check the ОГРН in 1C; it was carried over as it is.' },
    retry: false,
  },
  'ogrn.excel': {
    severity: 'error',
    what: {
      ru: 'Вместо ОГРН стоит «{value}»: так его показывает Excel.',
      en: 'In place of the ОГРН stands "{value}": that is how Excel shows it.',
    },
    cause: {
      ru: 'Файл открывали и сохраняли в Excel. Последние цифры ОГРН потеряны.',
      en: 'The file was opened and saved in Excel. The last digits of the ОГРН are gone.',
    },
    action: {
      ru: 'Возьмите файл прямо из 1С, не пересохраняя его в Excel.',
      en: 'Take the file straight from 1C, not saved by Excel.',
    },
    retry: false,
  },
  'account.length': {
    severity: 'warning',
    what: { ru: 'В номере счёта «{value}» не 20 цифр.', en: 'The account number "{value}" does not have 20 digits.' },
    cause: {
      ru: 'Цифра пропущена или лишняя, либо это счёт иностранного банка (IBAN).',
      en: 'A digit is missing or too many, or the account is with a foreign bank (IBAN).',
    },
    action: {
      ru: 'Проверьте номер счёта в 1С. Иностранный счёт можно оставить: он перенесён как есть.',
      en: 'Check the account number in 1C. A foreign one may stay: it was carried over as it is.',
    },
    retry: false,
  },
  'account.check-key': {
    severity: 'warning',
    what: {
      ru: 'Номер счёта «{value}» не подходит к БИК банка.',
      en: 'The account number "{value}" does not fit the БИК of the bank.',
    },
    cause: {
      ru: 'Контрольный ключ счёта не сходится: опечатка в счёте, или указан БИК другого банка.',
      en: 'The key of the account does not match: a slip in the account, or the БИК is of another bank.',
    },
    action: {
      ru: 'Проверьте счёт и БИК в 1С; они перенесены как есть.',
      en: 'Check account and БИК in 1C; they were carried over as they are.',
    },
    retry: false,
  },
  'account.excel': {
    severity: 'error',
    what: {
      ru: 'Вместо номера счёта стоит «{value}»: так его показывает Excel.',
      en: 'In place of the account number stands "{value}": that is how Excel shows it.',
    },
    cause: {
      ru: 'Файл открывали и сохраняли в Excel. Последние цифры счёта потеряны.',
      en: 'The file was opened and saved in Excel. The last digits of the account are gone.',
    },
    action: {
      ru: 'Возьмите файл прямо из 1С, не пересохраняя его в Excel.',
      en: 'Take the file straight from 1C, not saved by Excel.',
    },
    retry: false,
  },
  'bik.format': {
    severity: 'warning',
    what: { ru: '«{value}» не похоже на БИК.', en: '"{value}" does not look like a БИК.' },
    cause: {
      ru: 'БИК российского банка — 9 цифр, первая из них 0. Если цифр 8, потерян ноль в начале.',
      en: 'The БИК of a Russian bank has 9 digits, the first of them 0. With 8 digits the leading zero was lost.',
    },
    action: { ru: 'Проверьте БИК в 1С; он перенесён как есть.', en: 'Check the БИК in 1C; it was carried over as it is.' },
    retry: false,
  },
  'phone.invalid': {
    severity: 'warning',
    what: { ru: '«{value}» не похоже на номер телефона.', en: '"{value}" does not look like a phone number.' },
    cause: {
      ru: 'В номере не хватает цифр (часто кода города) или есть лишние.',
      en: 'The number lacks digits (often the area code) or has too many.',
    },
    action: {
      ru: 'Допишите номер в 1С полностью, например +7 495 123-45-67. Текст перенесён как есть, но искать по нему нельзя.',
      en: 'Complete the number in 1C, such as +7 495 123-45-67. The text was carried over, but cannot be searched by.',
    },
    retry: false,
  },
  'email.invalid': {
    severity: 'warning',
    what: { ru: '«{value}» не похоже на адрес почты.', en: '"{value}" does not look like an e-mail address.' },
    cause: {
      ru: 'Нет знака @ или домена, есть пробел внутри, либо русские буквы стоят среди латинских (а, с, о).',
      en: 'There is no @ or no domain, a space stands inside, or Russian letters stand among Latin ones (а, с, о).',
    },
    action: { ru: 'Исправьте адрес в 1С, например name@example.ru.', en: 'Correct the address in 1C, such as name@example.ru.' },
    retry: false,
  },
  'currency.unknown': {
    severity: 'warning',
    what: { ru: 'Валюта «{value}» неизвестна.', en: 'The currency "{value}" is unknown.' },
    cause: {
      ru: 'В 1С валюта названа своим словом, а УТ 11 ещё и обрезает его до трёх букв.',
      en: '1C has a name of its own for the currency, and УТ 11 cuts it to three letters.',
    },
    action: {
      ru: 'Назовите валюту в 1С кодом: RUB, USD, EUR, KZT.',
      en: 'Name the currency in 1C by its code: RUB, USD, EUR, KZT.',
    },
    retry: false,
  },
  'vat.unknown': {
    severity: 'warning',
    what: { ru: 'Ставка НДС «{value}» не читается.', en: 'The VAT rate "{value}" does not read.' },
    cause: { ru: 'Вместо ставки стоит слово, например «Общая».', en: 'A word stands in place of the rate, such as «Общая».' },
    action: {
      ru: 'Выгружайте ставку числом (20, 10, 0) или словами «Без НДС».',
      en: 'Export the rate as a number (20, 10, 0) or as «Без НДС».',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
