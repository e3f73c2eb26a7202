import type { ProblemEntry } from './entry.ts'

const notCopied = {
  ru: 'Файл ещё копируется или его копирование оборвалось.',
  en: 'The file is still being copied, or its copying was cut short.',
}
const againFrom1c = {
  ru: 'Повторите выгрузку из 1С. Если выгрузка идёт на сетевой диск, настройте запись во временное имя с переименованием в конце.',
  en: 'Export from 1C again. If the export goes to a network drive, let it write under a temporary name and rename at the end.',
}
const madeByHand = {
  ru: 'Файл собран в 1С склейкой строк (без ЗаписьXML) или правился руками.',
  en: 'The file was put together from strings in 1C (without its XML writer) or edited by hand.',
}
const repairExport = {
  ru: 'Исправьте выгрузку в 1С и выгрузите файл заново. Из этого файла не взято ничего.',
  en: 'Put the export in 1C right and export the file again. Nothing was taken from this file.',
}

/** Encoding, well-formedness and what makes a file unreadable as a whole. */
export const fileProblems = {
  'file.empty': {
    severity: 'error',
    what: { ru: 'Файл пустой: 0 байт.', en: 'The file is empty: 0 bytes.' },
    cause: {
      ru: '1С создала файл, но ещё ничего не записала, либо выгрузка прервалась в самом начале.',
      en: '1C has made the file but written nothing yet, or the export broke off at its very start.',
    },
    action: {
      ru: 'Посмотрите в 1С, закончилась ли выгрузка без ошибок, проверьте место на диске и выгрузите заново.',
      en: 'See in 1C whether the export ended without errors, check the free disk space and export again.',
    },
    retry: true,
  },
  'file.zeros': {
    severity: 'error',
    what: {
      ru: 'Файл не дописан: начиная с байта {offset} до конца стоят нули.',
      en: 'The file is not written to its end: from byte {offset} on it holds only zeros.',
    },
    cause: {
      ru: 'Сетевой диск уже показывает полный размер, а данные ещё не пришли; так бывает и после сбоя питания.',
      en: 'The network drive already shows the full size while the data has not come; a power failure leaves the same.',
    },
    action: againFrom1c,
    retry: true,
  },
  'file.binary': {
    severity: 'error',
    what: {
      ru: 'Это не текстовый файл: на байте {offset} стоит ноль.',
      en: 'This is not a text file: byte {offset} is zero.',
    },
    cause: {
      ru: 'В папку положили книгу Excel, картинку, архив или UTF-16 без метки BOM под именем текстового файла, либо файл повреждён.',
      en: 'A workbook, a picture, an archive or UTF-16 without its mark (BOM) lies under the name of a text file, or the file is damaged.',
    },
    action: {
      ru: 'Выгрузите данные из 1С как XML или CSV. Книгу Excel сохраните как «CSV (разделители — точка с запятой)».',
      en: 'Export from 1C as XML or CSV. Save a workbook as CSV with semicolons.',
    },
    retry: false,
  },
  'file.office': {
    severity: 'error',
    what: {
      ru: 'Это документ {type}: книги Excel, документы Word и таблицы 1С (MXL) обмен не читает.',
      en: 'This is a document ({type}): workbooks, documents and tables of 1C (MXL) are not read.',
    },
    cause: {
      ru: 'Данные сохранили из 1С или Excel как документ для людей, а не как текст.',
      en: 'The data was saved from 1C or Excel as a document for people, not as text.',
    },
    action: {
      ru: 'Сохраните таблицу в Excel как «CSV (разделители — точка с запятой)», а в 1С — как текстовый файл, и положите его в папку. Счета для отправки в Битрикс24 сохраняйте в PDF.',
      en: 'Save the table in Excel as CSV with semicolons, or in 1C as a text file, and put that into the folder. Invoices for Bitrix24 are saved as PDF.',
    },
    retry: false,
  },
  'file.picture': {
    severity: 'error',
    what: {
      ru: 'Это картинка {type}: данных для обмена в ней нет.',
      en: 'This is a picture ({type}): it has no data to exchange.',
    },
    cause: {
      ru: 'Маска файлов в настройках подходит и к картинкам, либо картинку сохранили под именем файла данных.',
      en: 'The masks of the settings fit pictures too, or a picture was saved under the name of a data file.',
    },
    action: {
      ru: 'Поправьте маски files или уберите картинку из папки. Файл документа (скан счёта) сохраните в PDF: такие файлы прикладываются.',
      en: 'Correct the masks or take the picture out of the folder. Save the file of a document (a scan) as PDF: those are attached.',
    },
    retry: false,
  },
  'file.archive': {
    severity: 'error',
    what: { ru: 'Это архив {type}: открываются только архивы ZIP.', en: 'This is an archive ({type}): only ZIP is opened.' },
    cause: { ru: 'Файлы упаковали другой программой.', en: 'The files were packed by another program.' },
    action: {
      ru: 'Упакуйте файлы в ZIP или положите их в папку без архива.',
      en: 'Pack the files as ZIP, or put them into the folder without an archive.',
    },
    retry: false,
  },
  'file.pdf-cut': {
    severity: 'error',
    what: { ru: 'Файл PDF обрывается: нет его конца (%%EOF).', en: 'The PDF breaks off: its end (%%EOF) is missing.' },
    cause: notCopied,
    action: {
      ru: 'Сохраните PDF из 1С ещё раз и положите его в папку целиком: под временным именем, затем переименуйте.',
      en: 'Save the PDF from 1C again and put the whole of it into the folder: under a temporary name first, then rename it.',
    },
    retry: true,
  },
  'confirmation.no-number': {
    severity: 'error',
    what: {
      ru: 'В файле подтверждения нет номера сообщения. Файл начинается так: «{found}».',
      en: 'The confirmation holds no message number. It begins so: "{found}".',
    },
    cause: {
      ru: '1С записала в файл что-то другое, или маска confirmations в настройках подходит к чужому файлу.',
      en: '1C wrote something else into the file, or the masks «confirmations» of the settings fit a file of another kind.',
    },
    action: {
      ru: 'Запишите в файл номер сообщения, которое забрала 1С: строку «12» или «Сообщение;12», либо XML <Подтверждение Сообщение="12"/>. Если это не подтверждение, поправьте confirmations.',
      en: 'Write the number of the message that 1C has taken: a line "12" or "Сообщение;12", or the XML <Подтверждение Сообщение="12"/>. If this is no confirmation, correct «confirmations».',
    },
    retry: false,
  },
  'confirmation.bad-number': {
    severity: 'error',
    what: {
      ru: 'Вместо номера сообщения в подтверждении стоит «{value}».',
      en: '"{value}" stands in place of the message number of the confirmation.',
    },
    cause: {
      ru: 'Номер сообщения — целое число из файла, который забрала 1С. Обработка записала другое значение.',
      en: 'The message number is a whole number out of the file that 1C has taken. The export wrote another value.',
    },
    action: {
      ru: 'Записывайте номер без других знаков, например 12, и положите подтверждение ещё раз. Ничего не подтверждено.',
      en: 'Write the number without other signs, such as 12, and put the confirmation again. Nothing was confirmed.',
    },
    retry: false,
  },
  'confirmation.too-large': {
    severity: 'error',
    what: {
      ru: 'Файл больше {limit} КБ, а подтверждение — это один номер.',
      en: 'The file is larger than {limit} KB, and a confirmation is one number.',
    },
    cause: {
      ru: 'Маска confirmations в настройках подходит к файлу с данными.',
      en: 'The masks «confirmations» of the settings fit a file with data.',
    },
    action: {
      ru: 'Поправьте confirmations или имя файла и положите его ещё раз.',
      en: 'Correct «confirmations» or the name of the file, and put it again.',
    },
    retry: false,
  },
  'encoding.declared-differs': {
    severity: 'warning',
    what: {
      ru: 'В заголовке файла указана кодировка {declared}, а на деле это {actual}. Файл прочитан как {actual}.',
      en: 'The file declares {declared} but is {actual}. It was read as {actual}.',
    },
    cause: {
      ru: 'Файл перекодировали после выгрузки, или заголовок в выгрузке написан строкой и не меняется.',
      en: 'The file was re-coded after the export, or the export writes its heading as a fixed string.',
    },
    action: {
      ru: 'Данные прочитаны верно, делать ничего не нужно. Чтобы предупреждение ушло, исправьте encoding в первой строке файла.',
      en: 'The data was read right and nothing has to be done. To lose the warning, put the encoding in the first line right.',
    },
    retry: false,
  },
  'encoding.named-differs': {
    severity: 'warning',
    what: {
      ru: 'В настройках названа кодировка {named}, но файл похож на {likely}. Прочитан как {actual}.',
      en: 'The settings name {named}, but the file looks like {likely}. It was read as {actual}.',
    },
    cause: {
      ru: 'Выгрузку в 1С поменяли, а настройки нет, или в папку попал чужой файл.',
      en: 'The export in 1C was changed and the settings were not, or a strange file got into the folder.',
    },
    action: {
      ru: 'Если вместо русских букв видны знаки вроде «РџСЂ», уберите кодировку из настроек: она определится сама.',
      en: 'If letters come out as "РџСЂ", take the encoding out of the settings: it is found without it.',
    },
    retry: false,
  },
  'encoding.unknown': {
    severity: 'warning',
    what: {
      ru: 'Кодировка «{label}» не известна. Файл прочитан как {actual}.',
      en: 'The encoding "{label}" is not known. The file was read as {actual}.',
    },
    cause: {
      ru: 'Опечатка в имени кодировки в заголовке файла или в настройках.',
      en: 'A slip in the name of the encoding, in the first line of the file or in the settings.',
    },
    action: {
      ru: 'Напишите utf-8, windows-1251 или cp866.',
      en: 'Write utf-8, windows-1251 or cp866.',
    },
    retry: false,
  },
  'encoding.broken-bytes': {
    severity: 'warning',
    what: {
      ru: 'В файле UTF-8 есть байты, которые не складываются в буквы ({count}). На их месте стоит «�».',
      en: 'The UTF-8 file holds bytes that make no letter ({count}). "�" stands in their place.',
    },
    cause: {
      ru: 'Строку обрезали по числу байтов или в файл дописали текст в другой кодировке.',
      en: 'A string was cut by its count of bytes, or text in another encoding was added to the file.',
    },
    action: {
      ru: 'Найдите это место и исправьте значение в 1С, затем выгрузите заново.',
      en: 'Find the place, put the value right in 1C and export again.',
    },
    retry: false,
  },
  'encoding.lost-letters': {
    severity: 'warning',
    what: {
      ru: 'В файле уже потеряны буквы: вместо них стоит «{sample}», мест: {count}.',
      en: 'Letters were lost before the file came here: "{sample}" stands in their place, {count} times.',
    },
    cause: {
      ru: '1С записала файл в кодировке, в которой этих букв нет (например, ANSI на английском Windows-сервере).',
      en: '1C wrote the file in an encoding without these letters (ANSI on an English Windows server, for one).',
    },
    action: {
      ru: 'Укажите в выгрузке 1С кодировку UTF-8 и выгрузите заново: из этого файла буквы не восстановить.',
      en: 'Set UTF-8 in the export of 1C and export again: this file cannot give the letters back.',
    },
    retry: false,
  },
  'xml.junk-before': {
    severity: 'error',
    what: {
      ru: 'Перед началом XML стоит лишнее: «{sample}».',
      en: 'Something stands before the beginning of the XML: "{sample}".',
    },
    cause: {
      ru: 'Выгрузка дописала в файл отладочный текст, сообщение об ошибке или пустую строку перед <?xml.',
      en: 'The export wrote debugging text, an error message or an empty line before <?xml.',
    },
    action: {
      ru: 'Файл должен начинаться с <?xml. Исправьте выгрузку и выгрузите заново. Из этого файла не взято ничего.',
      en: 'The file must begin with <?xml. Put the export right and export again. Nothing was taken from this file.',
    },
    retry: false,
  },
  'xml.junk-after': {
    severity: 'error',
    what: {
      ru: 'После конца XML стоит лишнее: «{sample}».',
      en: 'Something stands after the end of the XML: "{sample}".',
    },
    cause: {
      ru: 'Новый файл записали поверх более длинного старого, или в конец дописали сообщение.',
      en: 'The file was written over a longer old one, or a message was added at its end.',
    },
    action: {
      ru: 'Удалите старый файл перед выгрузкой и выгрузите заново. Из этого файла не взято ничего.',
      en: 'Delete the old file before the export and export again. Nothing was taken from this file.',
    },
    retry: false,
  },
  'xml.two-roots': {
    severity: 'error',
    what: {
      ru: 'После конца XML начинается ещё один: <{element}>.',
      en: 'After the end of the XML another one begins: <{element}>.',
    },
    cause: {
      ru: 'Две выгрузки дописаны в один файл или новая записана поверх более длинной старой.',
      en: 'Two exports were written into one file, or a new one over a longer old one.',
    },
    action: {
      ru: 'Выгрузите заново, каждую выгрузку в свой файл. Из этого файла не взято ничего.',
      en: 'Export again, each export into its own file. Nothing was taken from this file.',
    },
    retry: false,
  },
  'xml.no-root': {
    severity: 'error',
    what: { ru: 'В файле нет ни одного элемента XML.', en: 'There is no XML element in the file.' },
    cause: {
      ru: 'Выгрузка прервалась сразу после заголовка или файл не является XML.',
      en: 'The export broke off right after its heading, or the file is no XML.',
    },
    action: againFrom1c,
    retry: true,
  },
  'xml.truncated': {
    severity: 'error',
    what: {
      ru: 'Файл обрывается: элемент <{element}> не закрыт.',
      en: 'The file breaks off: the element <{element}> is not closed.',
    },
    cause: notCopied,
    action: againFrom1c,
    retry: true,
  },
  'xml.mismatch': {
    severity: 'error',
    what: {
      ru: 'Закрывается </{found}>, хотя открыт <{expected}> (открыт в строке {line}).',
      en: '</{found}> closes, but <{expected}> is open (since line {line}).',
    },
    cause: madeByHand,
    action: repairExport,
    retry: false,
  },
  'xml.extra-end-tag': {
    severity: 'error',
    what: {
      ru: 'Закрывается </{found}>, а открытых элементов уже нет.',
      en: '</{found}> closes, but no element is open.',
    },
    cause: madeByHand,
    action: repairExport,
    retry: false,
  },
  'xml.ampersand': {
    severity: 'error',
    what: {
      ru: 'Знак & стоит сам по себе: «{sample}».',
      en: 'The sign & stands alone: "{sample}".',
    },
    cause: madeByHand,
    action: {
      ru: 'В XML вместо & пишут &amp;. Пишите файл через ЗаписьXML или заменяйте этот знак. Из файла не взято ничего.',
      en: 'XML wants &amp; for &. Write the file with the XML writer of 1C, or replace the sign. Nothing was taken from this file.',
    },
    retry: false,
  },
  'xml.entity': {
    severity: 'error',
    what: { ru: 'Обозначение {entity} в XML не определено.', en: '{entity} is not defined in XML.' },
    cause: {
      ru: 'В файл попал HTML: там есть &nbsp; и ему подобные, в XML только &lt; &gt; &amp; &quot; &apos; и номера букв.',
      en: 'HTML got into the file: it has &nbsp; and its like, XML only &lt; &gt; &amp; &quot; &apos; and numbers.',
    },
    action: repairExport,
    retry: false,
  },
  'xml.control-character': {
    severity: 'error',
    what: {
      ru: 'В тексте стоит недопустимый в XML символ с кодом {code}.',
      en: 'The text holds a character that XML does not allow: code {code}.',
    },
    cause: {
      ru: 'В реквизит в 1С вставили текст из другой программы вместе с невидимыми символами.',
      en: 'Text with invisible characters was pasted into 1C from another program.',
    },
    action: {
      ru: 'Найдите это значение в 1С, наберите его заново и выгрузите файл ещё раз. Из файла не взято ничего.',
      en: 'Find the value in 1C, type it again and export once more. Nothing was taken from this file.',
    },
    retry: false,
  },
  'xml.duplicate-attribute': {
    severity: 'error',
    what: {
      ru: 'У элемента <{element}> дважды указан атрибут {attribute}.',
      en: 'The element <{element}> has the attribute {attribute} twice.',
    },
    cause: madeByHand,
    action: repairExport,
    retry: false,
  },
  'xml.doctype': {
    severity: 'error',
    what: {
      ru: 'В файле есть объявление <!DOCTYPE>: такие файлы не принимаются.',
      en: 'The file has a <!DOCTYPE> declaration: such files are not taken.',
    },
    cause: {
      ru: '1С такого не пишет. Это страница HTML или файл, который мог бы прочитать чужие файлы и занять всю память.',
      en: '1C writes no such thing. It is an HTML page, or a file that could read other files or fill the memory.',
    },
    action: {
      ru: 'Проверьте, откуда взялся файл. Если он нужен, уберите <!DOCTYPE …> и положите его снова.',
      en: 'Find out where the file came from. If it is wanted, take <!DOCTYPE …> out and put it in again.',
    },
    retry: false,
  },
  'xml.too-deep': {
    severity: 'error',
    what: {
      ru: 'Элементы вложены глубже {limit} уровней.',
      en: 'Elements lie deeper than {limit} levels.',
    },
    cause: {
      ru: 'Выгрузка зациклилась (группа вложена сама в себя) или файл испорчен.',
      en: 'The export ran in a circle (a group inside itself), or the file is spoilt.',
    },
    action: repairExport,
    retry: false,
  },
  'xml.record-too-large': {
    severity: 'error',
    what: {
      ru: 'Элемент <{element}> слишком велик: больше {limit} МБ.',
      en: 'The element <{element}> is too large: more than {limit} MB.',
    },
    cause: {
      ru: 'Внутрь записи положили картинку или файл (Base64), либо элемент не закрыт там, где надо.',
      en: 'A picture or a file (Base64) was put into the record, or the element is not closed where it should be.',
    },
    action: {
      ru: 'Выгружайте картинки отдельными файлами, а в XML пишите только их имена.',
      en: 'Export pictures as files of their own and write only their names into the XML.',
    },
    retry: false,
  },
  'xml.not-well-formed': {
    severity: 'error',
    what: { ru: 'Файл нарушает правила XML: {detail}', en: 'The file breaks the rules of XML: {detail}' },
    cause: madeByHand,
    action: repairExport,
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
