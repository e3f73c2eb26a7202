import { block, choice, keeping } from './kinds.ts'
import { option } from './option.ts'

export const logs = option(
  block({
    level: option(choice(['debug', 'info', 'warn', 'error']).prefault('info'), {
      ru: {
        title: 'Подробность',
        about: 'debug — всё, для поиска неисправности; info — ход обмена; warn и error — только неладное.',
      },
      en: {
        title: 'Level',
        about: 'debug: everything, to find a fault; info: the course of the exchange; warn and error: only what is wrong.',
      },
    }),
    keep: option(keeping().prefault('30d'), {
      ru: { title: 'Хранить', about: 'Сколько хранить журналы.' },
      en: { title: 'Keep', about: 'How long logs are kept.' },
    }),
  }).prefault({}),
  {
    ru: { title: 'Журналы', about: 'Журналы работы программы; лежат в служебной папке.' },
    en: { title: 'Logs', about: 'Logs of the program, in the state folder.' },
  },
)
