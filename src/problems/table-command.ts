import type { ProblemEntry } from './entry.ts'

/** What can be wrong with the files that a command line names. */
export const commandProblems = {
  'command.no-file': {
    severity: 'error',
    what: { ru: 'Файл не найден: {name}', en: 'No such file: {name}' },
    cause: {
      ru: 'Опечатка в имени, или команда запущена не в той папке; под маску не подошёл ни один файл',
      en: 'A slip in the name, or the command was started in another folder; no file fits the mask',
    },
    action: {
      ru: 'Проверьте имя; имя с пробелами возьмите в двойные кавычки',
      en: 'Check the name; put a name with spaces in double quotes',
    },
    retry: false,
  },
  'command.unreadable': {
    severity: 'error',
    what: { ru: 'Файл не читается: {reason}', en: 'The file cannot be read: {reason}' },
    cause: {
      ru: 'Нет прав на файл, он открыт другой программой или диск недоступен',
      en: 'There is no right to read it, another program holds it open, or the disk is not reachable',
    },
    action: {
      ru: 'Проверьте права и закройте файл в других программах',
      en: 'Check the rights and close the file in other programs',
    },
    retry: true,
  },
} as const satisfies Record<string, ProblemEntry>
