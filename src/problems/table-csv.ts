import type { ProblemEntry } from './entry.ts'

export const csvProblems = {
  'csv.empty': {
    severity: 'error',
    what: { ru: 'В таблице нет ни одной строки.', en: 'The table has no rows at all.' },
    cause: {
      ru: '1С создала файл и ничего в него не записала, либо выгрузка ещё идёт.',
      en: '1C made the file and wrote nothing into it, or the export is still going on.',
    },
    action: {
      ru: 'Проверьте отбор в обработке выгрузки и выгрузите файл ещё раз.',
      en: 'Check the filter of the export in 1C and export the file again.',
    },
    retry: false,
  },
  'csv.line-break-healed': {
    severity: 'notice',
    what: {
      ru: 'Строка таблицы собрана из нескольких строк файла ({lines}): внутри ячейки был перевод строки.',
      en: 'The row was put together from several lines of the file ({lines}): a cell had a line break in it.',
    },
    cause: {
      ru: 'В адресе или комментарии в 1С стоит перевод строки, и обработка выгрузила его как есть.',
      en: 'An address or a comment in 1C has a line break, and the export wrote it as it is.',
    },
    action: {
      ru: 'Делать ничего не нужно. Чтобы сообщения не было, заменяйте Символы.ПС пробелом при выгрузке.',
      en: 'Nothing to do. To be rid of this message, replace line breaks by spaces when exporting.',
    },
    retry: false,
  },
  'csv.quotes-guessed': {
    severity: 'notice',
    what: {
      ru: 'Кавычки в строке расставлены не по правилам; границы ячеек найдены по числу столбцов.',
      en: 'The quotes of the row break the rules; its cells were found by the number of columns.',
    },
    cause: {
      ru: 'Обработка выгрузки не удваивает кавычки внутри ячейки, или кавычка в тексте не закрыта.',
      en: 'The export does not double quotes inside a cell, or a quote in the text is not closed.',
    },
    action: {
      ru: 'Сверьте строку с исходной. Надёжнее удваивать кавычки при выгрузке: СтрЗаменить(Текст, """", """""").',
      en: 'Compare the row with its source. It is safer to double the quotes when exporting.',
    },
    retry: false,
  },
  'csv.too-many-cells': {
    severity: 'error',
    what: {
      ru: 'В строке {found} ячеек, а столбцов {expected}: какие ячейки лишние, понять нельзя.',
      en: 'The row has {found} cells for {expected} columns: which of them are too many cannot be told.',
    },
    cause: {
      ru: 'В тексте ячейки стоит знак-разделитель, а ячейка не взята в кавычки.',
      en: 'The text of a cell holds the delimiter, and the cell is not in quotes.',
    },
    action: {
      ru: 'Уберите разделитель из текста или берите ячейки в кавычки при выгрузке. Остальные строки файла прочитаны.',
      en: 'Take the delimiter out of the text or put cells in quotes when exporting. The other rows of the file were read.',
    },
    retry: false,
  },
  'csv.too-few-cells': {
    severity: 'warning',
    what: {
      ru: 'В строке {found} ячеек, а столбцов {expected}: недостающие последние ячейки считаются пустыми.',
      en: 'The row has {found} cells for {expected} columns: the missing last cells count as empty.',
    },
    cause: {
      ru: 'Обработка выгрузки не пишет пустые ячейки в конце строки.',
      en: 'The export does not write the empty cells at the end of a row.',
    },
    action: {
      ru: 'Проверьте строку. Надёжнее выгружать все ячейки, пустые тоже.',
      en: 'Check the row. It is safer to export all cells, the empty ones too.',
    },
    retry: false,
  },
  'csv.row-broken': {
    severity: 'error',
    what: {
      ru: 'Это не целая строка таблицы: ячеек {found}, а столбцов {expected}.',
      en: 'This is no whole row of the table: {found} cells for {expected} columns.',
    },
    cause: {
      ru: 'Строка разорвана переводом строки внутри ячейки, и собрать её однозначно нельзя; либо это итог или подпись под таблицей.',
      en: 'The row is broken by a line break in a cell and cannot be put together for certain; or it is a total or a remark below the table.',
    },
    action: {
      ru: 'Найдите строку в файле и исправьте её или выгрузку: переводы строк заменяйте пробелом. Остальные строки файла прочитаны.',
      en: 'Find the row in the file and mend it or the export: replace line breaks by spaces. The other rows of the file were read.',
    },
    retry: false,
  },
  'csv.row-cut': {
    severity: 'error',
    what: {
      ru: 'Последняя строка файла обрезана: ячеек {found}, а столбцов {expected}.',
      en: 'The last row of the file is cut off: {found} cells for {expected} columns.',
    },
    cause: {
      ru: 'Файл записан не до конца: выгрузка прервалась или кончилось место на диске.',
      en: 'The file was not written to its end: the export broke off, or the disk was full.',
    },
    action: { ru: 'Выгрузите файл ещё раз.', en: 'Export the file again.' },
    retry: false,
  },
  'csv.control-character': {
    severity: 'error',
    what: {
      ru: 'В ячейке недопустимый управляющий символ {sign}.',
      en: 'The cell holds a control character, {sign}, which no text may have.',
    },
    cause: {
      ru: 'Текст вставили в 1С из другой программы, либо файл повреждён или имеет другую кодировку.',
      en: 'The text was pasted into 1C from another program, or the file is damaged or in another encoding.',
    },
    action: {
      ru: 'Очистите это значение в 1С и выгрузите строку ещё раз. Если так во всех строках, проверьте кодировку файла.',
      en: 'Clean this value in 1C and export the row again. If all rows are like that, check the encoding of the file.',
    },
    retry: false,
  },
  'csv.line-too-long': {
    severity: 'error',
    what: { ru: 'Строка файла длиннее {limit} знаков.', en: 'The line of the file is longer than {limit} characters.' },
    cause: { ru: 'Потеряны переводы строк, либо это не таблица.', en: 'The line breaks were lost, or this is no table.' },
    action: {
      ru: 'Проверьте, чем обработка выгрузки заканчивает строки (нужен ВК+ПС или ПС).',
      en: 'Check what the export ends its lines with (CR LF or LF is needed).',
    },
    retry: false,
  },
  'csv.rows-shorter-than-header': {
    severity: 'warning',
    what: {
      ru: 'В заголовке {expected} столбцов, а в строках обычно {found} ячеек: последние столбцы считаются пустыми.',
      en: 'The header has {expected} columns, rows usually {found} cells: the last columns count as empty.',
    },
    cause: {
      ru: 'Заголовок и строки в обработке выгрузки не согласованы, либо пустые ячейки в конце строк не пишутся.',
      en: 'The export writes a header that does not agree with the rows, or leaves out empty cells at the end.',
    },
    action: {
      ru: 'Сверьте заголовок файла со строками: не сдвинуты ли значения.',
      en: 'Compare the header with the rows: make sure that no value has moved.',
    },
    retry: false,
  },
  'csv.excel-number': {
    severity: 'error',
    what: {
      ru: 'Вместо номера стоит округлённое число {value}: цифры потеряны.',
      en: 'A rounded number, {value}, stands where a code should be: its digits are lost.',
    },
    cause: {
      ru: 'Файл открывали и сохранили в Excel: длинные номера (ИНН, телефон, код) он превращает в числа.',
      en: 'The file was opened and saved in Excel, which turns long codes (tax number, phone) into numbers.',
    },
    action: {
      ru: 'Выгрузите файл из 1С заново и не сохраняйте его в Excel. Эта строка не использована.',
      en: 'Export the file from 1C again and do not save it in Excel. This row was not used.',
    },
    retry: false,
  },
  'csv.excel-hashes': {
    severity: 'error',
    what: {
      ru: 'Вместо значения стоят решётки ({value}): значение потеряно.',
      en: 'Hash signs ({value}) stand in place of a value: it is lost.',
    },
    cause: {
      ru: 'Файл сохранили из Excel, где столбец был слишком узким.',
      en: 'The file was saved from Excel, where the column was too narrow.',
    },
    action: {
      ru: 'Выгрузите файл из 1С заново и не сохраняйте его в Excel. Эта строка не использована.',
      en: 'Export the file from 1C again and do not save it in Excel. This row was not used.',
    },
    retry: false,
  },
  'csv.column-missing': {
    severity: 'warning',
    what: {
      ru: 'В таблице нет столбца {wanted}, который настройки назначают полю {field}. Похож на него: {near}.',
      en: 'The table has no column {wanted}, which the settings give to the field {field}. Most like it: {near}.',
    },
    cause: {
      ru: 'В настройках опечатка, либо столбец в выгрузке переименовали.',
      en: 'The settings have a misprint, or the column was renamed in the export.',
    },
    action: {
      ru: 'Исправьте название в настройках (раздел columns). В файле есть: {columns}.',
      en: 'Correct the name in the settings (section columns). The file has: {columns}.',
    },
    retry: false,
  },
  'csv.column-required': {
    severity: 'error',
    what: {
      ru: 'В таблице нет столбца для поля {field}: без него строки использовать нельзя.',
      en: 'The table has no column for the field {field}: without it its rows cannot be used.',
    },
    cause: {
      ru: 'Столбец называется необычно, в файле нет строки заголовка, либо это другая таблица.',
      en: 'The column has an unusual name, the file has no header row, or it is another table.',
    },
    action: {
      ru: 'Назначьте столбец в настройках (columns: {field}: название или номер). Обычные названия: {usual}. В файле есть: {columns}.',
      en: 'Name the column in the settings (columns: {field}: name or number). Usual names: {usual}. The file has: {columns}.',
    },
    retry: false,
  },
  'csv.value-missing': {
    severity: 'error',
    what: {
      ru: 'Пустая ячейка «{column}»: без неё строку использовать нельзя.',
      en: 'The cell “{column}” is empty: without it the row cannot be used.',
    },
    cause: {
      ru: 'В 1С это поле не заполнено, либо ячейки в строке сдвинуты.',
      en: 'The field is not filled in 1C, or the cells of the row have moved.',
    },
    action: { ru: 'Заполните поле в 1С и выгрузите строку ещё раз.', en: 'Fill the field in 1C and export the row again.' },
    retry: false,
  },
  'csv.day-unread': {
    severity: 'warning',
    what: {
      ru: '«{value}» не читается как дата: документ взят без неё.',
      en: '"{value}" does not read as a date: the document was taken without it.',
    },
    cause: {
      ru: 'В столбце срок в днях или дата в незнакомом виде.',
      en: 'The column holds a number of days, or a date written in an unknown way.',
    },
    action: {
      ru: 'Выгружайте дату вида 05.03.2026 или оставляйте ячейку пустой. Если дата в другом столбце, назначьте его в настройках (columns).',
      en: 'Export a date such as 05.03.2026, or leave the cell empty. If the date stands in another column, name it in the settings (columns).',
    },
    retry: false,
  },
  'csv.portal-id': {
    severity: 'warning',
    what: {
      ru: 'Вместо номера карточки Битрикс24 стоит «{value}»: номер не использован.',
      en: '"{value}" stands in place of the number of a Bitrix24 card: it was not used.',
    },
    cause: {
      ru: 'Номер карточки — целое число. В столбец записали что-то другое, либо это не тот столбец.',
      en: 'The number of a card is a whole number. Something else was written into the column, or it is another column.',
    },
    action: {
      ru: 'Записывайте в этот столбец только номер из ответа обмена (ИдБ24) или оставляйте его пустым. Документ использован.',
      en: 'Write nothing but the number out of the answer (ИдБ24) into this column, or leave it empty. The document was used.',
    },
    retry: false,
  },
  'csv.row-shifted': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Кавычки в строке расставлены так, что границы ячеек не определить: значения стоят не в своих столбцах.',
      en: 'The quotes of this row hide where its cells end: values stand in the wrong columns.',
    },
    cause: {
      ru: '1С собирала строку сложением, не удваивая кавычки, и в значении есть разделитель.',
      en: '1C glued the row together without doubling the quotes, and a value contains the delimiter.',
    },
    action: {
      ru: 'При выгрузке удваивайте кавычки внутри значения или замените в нём «;» на запятую. Остальные строки файла прочитаны.',
      en: 'Double the quotes inside a value when exporting, or replace ";" in it by a comma. The other rows were read.',
    },
  },
} as const satisfies Record<string, ProblemEntry>
