import * as z from 'zod'
import { block, choice, filledText, texts, yesNo } from './kinds.ts'
import { expecting, option } from './option.ts'

const folderOfFiles = block({
  path: option(filledText(), {
    ru: {
      title: 'Путь',
      about:
        'Папка, куда 1С кладёт файлы: от папки файла настроек или полный путь. Сетевую папку пишут как \\\\сервер\\папка: буквы дисков службам не видны.',
    },
    en: {
      title: 'Path',
      about:
        'Folder where 1C drops its files: from the folder of the settings file, or a full path. Write a share as \\\\server\\folder: services see no drive letters.',
    },
    example: '\\\\server\\1c\\webdata',
  }),
  take: option(choice(['move', 'copy']).prefault('move'), {
    ru: {
      title: 'Как забирать',
      about:
        'move — забрать файл в архив (1С увидит, что он принят); copy — скопировать и оставить на месте, когда в папке нельзя удалять или её читает кто-то ещё.',
    },
    en: {
      title: 'How to take',
      about:
        'move takes the file into the archive; copy leaves it in place, for folders where nothing may be deleted or that somebody else reads too.',
    },
  }),
  recursive: option(yesNo().prefault(false), {
    ru: { title: 'С подпапками', about: 'Искать файлы и в подпапках (так пишет обмен 1С-Битрикс: webdata/имя узла/goods/…).' },
    en: { title: 'Subfolders too', about: 'Look into subfolders as well (the 1C-Bitrix exchange writes webdata/node/goods/…).' },
  }),
  files: option(texts().prefault(['*.xml', '*.csv', '*.txt', '*.zip']), {
    ru: { title: 'Маски файлов', about: 'Какие файлы папки относятся к обмену; остальные не трогаются. Регистр букв не важен.' },
    en: {
      title: 'File masks',
      about: 'Which files of the folder belong to the exchange; the others are left alone. Case does not matter.',
    },
    example: ['import*.xml', 'offers*.xml'],
  }),
  marker: option(filledText().nullable().prefault(null), {
    ru: {
      title: 'Файл-признак готовности',
      about:
        'Имя файла, который 1С создаёт последним, когда выгрузка закончена. Пока его нет, файлы не забираются; после забора он удаляется. Не задан — готовность определяется по тишине (readiness).',
    },
    en: {
      title: 'Marker file',
      about:
        'Name of the file that 1C makes last, when its export is complete. Nothing is taken before it appears; it is removed afterwards. Not set: quiet time decides (readiness).',
    },
    example: 'ready.txt',
  }),
  sentinel: option(filledText().nullable().prefault(null), {
    ru: {
      title: 'Контрольный файл',
      about:
        'Файл, который всегда лежит в папке. Если его не видно, значит, отвалилась сетевая папка, а не пропали файлы, и программа скажет об этом.',
    },
    en: {
      title: 'Sentinel file',
      about:
        'A file that always lies in the folder. When it cannot be seen, the share is gone rather than empty, and the program says so.',
    },
    example: '.obmen24-here',
  }),
})

const oneFolder = expecting(
  z.union([filledText(), folderOfFiles]),
  'путь к папке или вложенные ключи path, take, files …',
  'a path, or nested keys path, take, files …',
)

/** One folder or several, each a path or a block of options; the program always gets a list of blocks. */
export const inFolders = option(
  expecting(
    z.union([oneFolder, z.array(oneFolder).min(1)]).transform((given) => [given].flat().map(asBlock)),
    'путь к папке, вложенные ключи path, take, files … или список папок, начинающихся с «- »',
    'a path, nested keys path, take, files …, or a list of folders, each beginning with "- "',
  ).prefault('in'),
  {
    ru: {
      title: 'Папки, куда 1С кладёт файлы',
      about: 'Одна папка или список. Папка — это просто путь или ключи path, take, recursive, files, marker, sentinel.',
    },
    en: {
      title: 'Folders where 1C drops files',
      about: 'One folder or a list. A folder is a plain path, or the keys path, take, recursive, files, marker, sentinel.',
    },
    example: ['in', { path: '\\\\server\\1c\\webdata', take: 'copy' }],
  },
)

type InFolder = z.output<typeof folderOfFiles>

function asBlock(given: string | InFolder): InFolder {
  return typeof given === 'string' ? folderOfFiles.parse({ path: given }) : given
}
