import { block, percent, whole, wholeOrAny } from './kinds.ts'
import { option } from './option.ts'

/** A mass change stops before it begins, until a person lets it go on (DESIGN.md §4). */
export const brake = option(
  block({
    share: option(percent().prefault('50%'), {
      ru: {
        title: 'Доля карточек',
        about: 'Остановиться, если изменится большая доля карточек, уже известных обмену. 100% — не проверять.',
      },
      en: {
        title: 'Share of the cards',
        about: 'Stop when a larger share of the cards known to the exchange would change. 100% checks nothing.',
      },
    }),
    from: option(whole(1, 1_000_000).prefault(20), {
      ru: { title: 'Доля — начиная с', about: 'Долю проверять, только если изменится хотя бы столько карточек.' },
      en: { title: 'Share counts from', about: 'The share is looked at only when at least so many cards would change.' },
    }),
    records: option(wholeOrAny(1, 10_000_000).prefault(1000), {
      ru: {
        title: 'Число карточек',
        about: 'Остановиться, если будет создано и изменено больше карточек, чем столько. any — не проверять.',
      },
      en: { title: 'Number of cards', about: 'Stop when more cards than that would be made and changed. any checks nothing.' },
      example: 'any',
    }),
  }).prefault({}),
  {
    ru: {
      title: 'Тормоз',
      about:
        'Запуск, который изменил бы на портале слишком много, останавливается с кодом 7 и ждёт, пока человек посмотрит план и разрешит продолжать.',
    },
    en: {
      title: 'Brake',
      about:
        'A run that would change too much on the portal stops with exit code 7 until a person has seen the plan and lets it go on.',
    },
  },
)
