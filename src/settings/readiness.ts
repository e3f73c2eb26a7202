import { block, duration } from './kinds.ts'
import { option } from './option.ts'

export const readiness = option(
  block({
    settle: option(duration().prefault('3s'), {
      ru: {
        title: 'Тишина',
        about: 'Сколько файл не должен меняться (размер и время), чтобы считаться дописанным. На медленной сети — больше.',
      },
      en: {
        title: 'Quiet time',
        about: 'How long size and time of a file must stay the same before it counts as finished. Longer on a slow network.',
      },
      example: '10s',
    }),
    giveUp: option(duration().prefault('10m'), {
      ru: {
        title: 'Терпение',
        about:
          'Сколько ждать файл, который стоит на месте, но не дописан (нет закрывающего тега, занят другой программой); потом он уходит в failed с объяснением.',
      },
      en: {
        title: 'Patience',
        about:
          'How long to wait for a file that stands still and is not complete (no closing tag, held by another program); then it goes to failed with the reason.',
      },
      example: '30m',
    }),
    poll: option(duration().prefault('5s'), {
      ru: {
        title: 'Опрос',
        about: 'Как часто просматривать папки. Оповещения о новых файлах по сети теряются, поэтому решает опрос.',
      },
      en: {
        title: 'Poll',
        about: 'How often to look into the folders. Change events get lost on network shares, so the poll decides.',
      },
      example: '1m',
    }),
  }).prefault({}),
  {
    ru: {
      title: 'Готовность файла',
      about:
        'Когда файл считается дописанным. 1С пишет файлы сразу под конечным именем, поэтому недописанный файл — обычное дело.',
    },
    en: {
      title: 'Readiness',
      about: 'When a file counts as complete. 1C writes files under their final name, so an unfinished file is a normal sight.',
    },
  },
)
