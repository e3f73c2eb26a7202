import { inFolders } from './in-folder.ts'
import { block, filledText } from './kinds.ts'
import { option } from './option.ts'

export const folders = option(
  block({
    in: inFolders,
    out: option(filledText().prefault('out'), {
      ru: { title: 'Ответы для 1С', about: 'Сюда пишутся файлы результата, которые читает 1С.' },
      en: { title: 'Answers for 1C', about: 'Result files that 1C reads are written here.' },
    }),
    import: option(filledText().prefault('import'), {
      ru: { title: 'Файлы для импорта', about: 'Сюда пишутся файлы, которые загружают в Битрикс24 через «CRM → Импорт».' },
      en: { title: 'Import files', about: 'Files to be uploaded in Bitrix24, CRM → Import, are written here.' },
    }),
    archive: option(filledText().prefault('archive'), {
      ru: {
        title: 'Архив',
        about: 'Сюда попадает каждый принятый файл в том виде, в каком он пришёл: 1С второй раз его не пришлёт.',
      },
      en: { title: 'Archive', about: 'Every file taken is kept here as it came: 1C will not send it again.' },
    }),
    failed: option(filledText().prefault('failed'), {
      ru: { title: 'Непринятые файлы', about: 'Сюда попадает файл, который нельзя прочитать, и рядом с ним текст с причиной.' },
      en: { title: 'Refused files', about: 'A file that cannot be read goes here, with the reason in a text beside it.' },
    }),
    state: option(filledText().prefault('.obmen24'), {
      ru: {
        title: 'Служебная папка',
        about: 'Рабочие данные, журналы и замок запуска. Должна быть на местном диске: базы данных на сетевых папках портятся.',
      },
      en: {
        title: 'State folder',
        about: 'Working data, logs and the lock. Keep it on a local disk: databases on network shares get damaged.',
      },
    }),
  }).prefault({}),
  {
    ru: {
      title: 'Папки',
      about: 'Где лежат файлы обмена. Пути считаются от папки файла настроек; полные и сетевые пути берутся как есть.',
    },
    en: {
      title: 'Folders',
      about:
        'Where the files of the exchange are. Paths count from the settings file; full and network paths are taken as they are.',
    },
  },
)
