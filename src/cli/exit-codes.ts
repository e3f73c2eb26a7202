import type { Phrase } from '../problems/entry.ts'

/** What the program tells the one who started it; `docs/exit-codes.md` is made from this table. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  partly: 3,
  folderUnavailable: 4,
  temporary: 5,
  locked: 6,
  brake: 7,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeTexts: Readonly<Record<keyof typeof exitCodes, Phrase>> = {
  done: { ru: 'Сделано; новых файлов могло и не быть', en: 'Done; there may have been no new files' },
  bug: { ru: 'Ошибка в самой программе; напечатан её след', en: 'A fault of the program itself; its trace is printed' },
  usage: {
    ru: 'Неверная команда или настройки; портал отказал так, что нужен человек (вебхук, права, тариф)',
    en: 'A wrong command line or wrong settings; the portal refused and needs a person (webhook, rights, plan)',
  },
  partly: {
    ru: 'Сделано, но часть файлов или строк не принята или ждёт решения человека',
    en: 'Done, but some files or rows were refused or wait for a person',
  },
  folderUnavailable: {
    ru: 'Папка обмена недоступна, или база в ней повреждена',
    en: 'An exchange folder is not reachable, or the database in it is damaged',
  },
  temporary: {
    ru: 'Временная помеха (диск, занятый файл, портал недоступен): запустите ещё раз',
    en: 'A passing obstacle (disk, busy file, portal not reachable): start again',
  },
  locked: { ru: 'Обмен уже идёт: другой процесс держит папку', en: 'Another process holds the folder' },
  brake: { ru: 'Остановлено тормозом: изменений больше, чем разрешено', en: 'Stopped by the brake: more changes than allowed' },
}
