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
  'command.port-taken': {
    severity: 'error',
    what: { ru: 'Порт {port} занят или закрыт для этого пользователя', en: 'Port {port} is taken, or closed to this user' },
    cause: { ru: 'На нём работает другая программа', en: 'Another program works on it' },
    action: { ru: 'Укажите другой порт или уберите --port', en: 'Give another port, or leave --port out' },
    retry: true,
  },
  'command.no-authority': {
    severity: 'error',
    what: {
      ru: 'Сертификат центра не прочитан: {path}',
      en: 'The certificate of the authority was not read: {path}',
    },
    cause: {
      ru: 'Файла нет, или в нём нет сертификата в виде PEM (-----BEGIN CERTIFICATE-----)',
      en: 'There is no such file, or it holds no certificate as PEM (-----BEGIN CERTIFICATE-----)',
    },
    action: {
      ru: 'Выгрузите сертификат центра в кодировке Base-64 (.cer, .pem) и укажите файл в portal.ca',
      en: 'Export the certificate of the authority as Base-64 (.cer, .pem) and name the file in portal.ca',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
