import type { Language } from '../problems/language.ts'

/** The words of `--help`. */
export const helpWords = {
  ru: {
    usage: 'Обмен файлами между 1С и Битрикс24\n\n$0 <команда>',
    init: 'создать папку обмена с настройками',
    check: 'проверить настройки, папки и права',
    run: 'обработать всё готовое и закончить (для планировщика)',
    watch: 'следить за папкой, пока не остановят (для службы)',
    inspect: 'показать, что за файлы и что в них; ничего не меняет',
    convert: 'сделать из файлов 1С файлы импорта Битрикс24',
    dirName: 'папка',
    dir: 'папка обмена или её файл настроек; обычно та, где вы находитесь',
    filesName: 'файлы',
    files: 'файлы, папки или маски',
    records: 'вывести каждую запись строкой JSON',
    settings: 'файл настроек или папка с ним; без него действуют обычные',
    encoding: 'кодировка файлов, которые её не называют: windows-1251, utf-8, cp866, utf-16le',
    unknownEncoding: (given: string) => `Такой кодировки нет: ${given}. Бывают: utf-8, windows-1251 (cp1251), cp866, utf-16le.`,
    out: 'папка для готовых файлов',
    checkHeaders: 'сравнить наши заголовки с образцом, скачанным с портала',
    entity: 'чей это образец; обычно видно по заголовкам',
    inspectExamples: [
      ['$0 inspect import.xml', 'что в файле'],
      ['$0 inspect "выгрузка/*.xml" --json', 'то же для программ, по строке на файл'],
    ] as [string, string][],
    convertExamples: [
      ['$0 convert Контрагенты.csv --out готово', 'файлы для «CRM → Импорт» и страница, как загрузить'],
      ['$0 convert --check-headers sample.csv', 'узнает ли портал наши столбцы'],
    ] as [string, string][],
    own: 'Настройки команды:',
    common: 'Общее:',
    json: 'результат в JSON',
    quiet: 'только ошибки',
    verbose: 'подробно',
    language: 'язык сообщений',
    demand: 'Назовите команду.',
    epilogue:
      'Коды завершения: 0 сделано, 1 ошибка программы, 2 команда или настройки, 3 часть не принята, 4 нет папки,\n5 временная помеха, 6 занято другим процессом, 7 остановлено тормозом.',
  },
  en: {
    usage: 'File exchange between 1C and Bitrix24\n\n$0 <command>',
    init: 'make an exchange folder with settings',
    check: 'check settings, folders and rights',
    run: 'work off all that is ready and end (for a scheduler)',
    watch: 'watch the folder until stopped (for a service)',
    inspect: 'show what files are and hold; changes nothing',
    convert: 'make Bitrix24 import files out of 1C files',
    dirName: 'dir',
    dir: 'exchange folder or its settings file; as a rule the one you are in',
    filesName: 'files',
    files: 'files, folders or masks',
    records: 'print every record as a line of JSON',
    settings: 'settings file, or the folder it is in; without it the usual ones hold',
    encoding: 'encoding of files that do not tell it: windows-1251, utf-8, cp866, utf-16le',
    unknownEncoding: (given: string) =>
      `There is no such encoding: ${given}. There are: utf-8, windows-1251 (cp1251), cp866, utf-16le.`,
    out: 'folder for the files made',
    checkHeaders: 'compare our headers with a sample downloaded from the portal',
    entity: 'what the sample is of; as a rule its headers say it',
    inspectExamples: [
      ['$0 inspect import.xml', 'what is in the file'],
      ['$0 inspect "export/*.xml" --json', 'the same for programs, a line a file'],
    ] as [string, string][],
    convertExamples: [
      ['$0 convert customers.csv --out ready', 'files for CRM → Import, and a page on how to upload them'],
      ['$0 convert --check-headers sample.csv', 'whether the portal knows our columns'],
    ] as [string, string][],
    own: 'Options:',
    common: 'Common:',
    json: 'result as JSON',
    quiet: 'errors only',
    verbose: 'everything',
    language: 'language of messages',
    demand: 'Name a command.',
    epilogue:
      'Exit codes: 0 done, 1 bug, 2 command or settings, 3 partly refused, 4 folder unavailable, 5 temporary,\n6 locked by another process, 7 stopped by a brake.',
  },
} as const satisfies Record<Language, object>

/** What yargs says itself, in words of people who do not write programs. */
export const yargsWords: Readonly<Record<Language, Readonly<Record<string, string | Plural>>>> = {
  ru: {
    'Positionals:': 'Что указать:',
    boolean: 'да/нет',
    string: 'текст',
    array: 'можно несколько',
    required: 'обязательно',
    'choices:': 'одно из:',
    'default:': 'обычно:',
    'Show help': 'эта справка',
    'Show version number': 'номер версии',
    'Unknown argument: %s': plural('Лишнее или с опечаткой: %s'),
    'Not enough non-option arguments: got %s, need at least %s': plural(
      'Не сказано, с какими файлами работать (указано %s, нужно хотя бы %s).',
    ),
    'Not enough arguments following: %s': plural('После --%s нужно значение.'),
    'Invalid values:': 'Такого значения нет:',
    'Argument: %s, Given: %s, Choices: %s': '--%s: указано %s, а бывает %s',
  },
  en: {
    'Unknown argument: %s': plural('Too much, or misspelt: %s'),
    'Not enough non-option arguments: got %s, need at least %s': plural(
      'No file is named to work on (%s given, at least %s needed).',
    ),
    'Not enough arguments following: %s': plural('After --%s a value is needed.'),
    'Invalid values:': 'There is no such value:',
    'Argument: %s, Given: %s, Choices: %s': '--%s: %s was given, it can be %s',
  },
}

interface Plural {
  readonly one: string
  readonly other: string
}

function plural(text: string): Plural {
  return { one: text, other: text }
}
