import type { ProblemEntry } from './entry.ts'

const packAgain = {
  ru: 'Выгрузите файл из 1С ещё раз. Если ошибка повторится, распакуйте архив сами и положите в папку файлы из него.',
  en: 'Export the file from 1C again. If the error comes back, unpack the archive yourself and put its files into the folder.',
}

export const zipProblems = {
  'zip.not-zip': {
    severity: 'error',
    retry: false,
    what: { ru: 'Файл назван как архив ZIP, но архивом не является.', en: 'The file is named as a ZIP archive but is not one.' },
    cause: {
      ru: 'Под этим именем сохранён другой файл (например, RAR, 7z или страница с ошибкой), либо на сетевом диске он ещё пуст.',
      en: 'Another kind of file was saved under this name (RAR, 7z, an error page), or it is still empty on the network share.',
    },
    action: {
      ru: 'Упакуйте файлы в обычный ZIP или положите их в папку без архива.',
      en: 'Pack the files as plain ZIP, or put them into the folder without an archive.',
    },
  },
  'zip.truncated': {
    severity: 'error',
    retry: true,
    what: {
      ru: 'Архив обрывается: нет оглавления, которое стоит в конце файла.',
      en: 'The archive breaks off: the directory at its end is missing.',
    },
    cause: {
      ru: 'Файл скопирован не до конца или запись в него ещё идёт.',
      en: 'The file was not copied to its end, or is still being written.',
    },
    action: {
      ru: 'Дождитесь конца копирования и положите файл ещё раз целиком: под временным именем, затем переименуйте.',
      en: 'Wait for the copy to end and put the whole file again: under a temporary name first, then rename it.',
    },
  },
  'zip.damaged': {
    severity: 'error',
    retry: false,
    what: { ru: 'Архив повреждён: {detail}.', en: 'The archive is damaged: {detail}.' },
    cause: {
      ru: 'Файл испорчен при записи или передаче, либо к нему что-то дописано.',
      en: 'The file was spoilt on its way, or something was appended to it.',
    },
    action: packAgain,
  },
  'zip.crc': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Файл «{name}» в архиве испорчен: не сошлась контрольная сумма или длина.',
      en: 'File "{name}" in the archive is spoilt: its checksum or length is not the recorded one.',
    },
    cause: { ru: 'Архив испорчен при записи или передаче.', en: 'The archive was spoilt when written or sent.' },
    action: packAgain,
  },
  'zip.encrypted': {
    severity: 'error',
    retry: false,
    what: { ru: 'Файл «{name}» в архиве закрыт паролем.', en: 'File "{name}" in the archive is protected by a password.' },
    cause: {
      ru: 'При упаковке задан пароль (в 1С — параметр «Пароль» у ЗаписьZipФайла).',
      en: 'A password was given when packing (in 1C, the parameter «Пароль» of ЗаписьZipФайла).',
    },
    action: { ru: 'Упакуйте без пароля.', en: 'Pack without a password.' },
  },
  'zip.unsupported': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Архив упакован способом, который не читается: {detail}.',
      en: 'The archive is packed in a way that cannot be read: {detail}.',
    },
    cause: {
      ru: 'Выбран особый метод сжатия или архив разбит на тома.',
      en: 'A special compression method was chosen, or the archive is split into volumes.',
    },
    action: {
      ru: 'Упакуйте обычным способом: один том, сжатие Deflate или без сжатия.',
      en: 'Pack the usual way: one volume, Deflate or no compression.',
    },
  },
  'zip.path-leaves': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Имя «{name}» внутри архива ведёт за пределы рабочей папки или содержит запрещённые знаки. Архив не принят целиком.',
      en: 'The name "{name}" inside the archive leads out of the working folder or holds forbidden characters. The whole archive is refused.',
    },
    cause: {
      ru: 'Архив собран с полными путями (C:\\…, \\\\сервер\\…, ..\\…), содержит ссылку на другой файл или собран со злым умыслом.',
      en: 'It was packed with full paths (C:\\…, \\\\server\\…, ..\\…), holds a link to another file, or was made with ill intent.',
    },
    action: {
      ru: 'Упакуйте файлы без путей. В 1С: РежимСохраненияПутейZIP.НеСохранятьПути.',
      en: 'Pack the files without paths. In 1C: РежимСохраненияПутейZIP.НеСохранятьПути.',
    },
  },
  'zip.duplicate': {
    severity: 'error',
    retry: false,
    what: { ru: 'В архиве два файла с именем «{name}».', en: 'Two files in the archive are named "{name}".' },
    cause: { ru: 'В архив дописывали, не удалив старое.', en: 'The archive was added to without removing the old file.' },
    action: {
      ru: 'Удаляйте старый архив перед упаковкой: какой из двух файлов верный, решить за вас нельзя.',
      en: 'Delete the old archive before packing: nobody but you can tell which of the two is right.',
    },
  },
  'zip.too-many': {
    severity: 'error',
    retry: false,
    what: { ru: 'В архиве больше {limit} файлов.', en: 'There are more than {limit} files in the archive.' },
    cause: {
      ru: 'Это не архив обмена, либо выгрузка разбита на слишком мелкие файлы.',
      en: 'This is no exchange archive, or the export was split into very small files.',
    },
    action: {
      ru: 'Разделите архив на несколько или поднимите предел в настройках.',
      en: 'Split the archive, or raise the limit in the settings.',
    },
  },
  'zip.too-big': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Распакованные файлы заняли бы {bytes} байт, предел — {limit}.',
      en: 'Unpacked, the files would take {bytes} bytes; the limit is {limit}.',
    },
    cause: { ru: 'Выгрузка слишком велика, либо архив — «бомба».', en: 'The export is very large, or the archive is a bomb.' },
    action: {
      ru: 'Если архив ваш, разделите выгрузку на части или поднимите предел в настройках.',
      en: 'If the archive is yours, split the export or raise the limit in the settings.',
    },
  },
  'zip.bomb': {
    severity: 'error',
    retry: false,
    what: {
      ru: 'Файл «{name}» в архиве при распаковке вырастает больше чем в {limit} раз или оказывается больше, чем записано в оглавлении.',
      en: 'File "{name}" in the archive grows more than {limit} times when unpacked, or is larger than its directory says.',
    },
    cause: {
      ru: 'Так устроены «бомбы»: маленький архив, который заполняет весь диск. Выгрузка 1С сжимается обычно в 10–40 раз.',
      en: 'Bombs look like this: a small archive that fills a disk. An export of 1C usually shrinks 10 to 40 times.',
    },
    action: {
      ru: 'Проверьте, откуда архив. Если он ваш, положите файлы без архива или поднимите предел в настройках.',
      en: 'Find out where it came from. If it is yours, put the files without an archive or raise the limit in the settings.',
    },
  },
  'zip.empty': {
    severity: 'error',
    retry: false,
    what: { ru: 'В архиве нет ни одного файла для обмена.', en: 'There is no file to exchange in the archive.' },
    cause: {
      ru: 'В нём только папки, картинки или другие архивы (архивы внутри архива не открываются).',
      en: 'It holds only folders, pictures or other archives (archives inside an archive are not opened).',
    },
    action: { ru: 'Упакуйте сами файлы XML или CSV.', en: 'Pack the XML or CSV files themselves.' },
  },
  'zip.nested': {
    severity: 'warning',
    retry: false,
    what: { ru: 'Архив «{name}» внутри архива не открыт.', en: 'Archive "{name}" inside the archive was not opened.' },
    cause: { ru: 'Архивы внутри архива не читаются.', en: 'Archives inside an archive are not read.' },
    action: { ru: 'Положите его в папку отдельно.', en: 'Put it into the folder by itself.' },
  },
} as const satisfies Record<string, ProblemEntry>
