import * as z from 'zod'
import { block, choice } from './kinds.ts'
import { expecting, option } from './option.ts'

export const reading = option(
  block({
    encoding: option(choice(['auto', 'utf-8', 'windows-1251', 'cp866']).prefault('auto'), {
      ru: {
        title: 'Кодировка',
        about:
          'Как читать файл, который сам о своей кодировке не говорит (нет BOM и объявления XML). auto — проверить, UTF-8 ли это, иначе windows-1251; cp866 сама не узнаётся, её нужно назвать.',
      },
      en: {
        title: 'Encoding',
        about:
          'How to read a file that does not tell its encoding (no BOM, no XML declaration). auto: UTF-8 if it is, else windows-1251; cp866 cannot be recognised and has to be named.',
      },
    }),
    country: option(
      expecting(
        z.string().regex(/^[A-Z]{2}$/),
        'код страны из двух заглавных латинских букв: RU, BY, KZ',
        'a country code of two capital letters: RU, BY, KZ',
      ).prefault('RU'),
      {
        ru: { title: 'Страна', about: 'К какой стране относить телефоны, записанные без кода страны.' },
        en: { title: 'Country', about: 'Which country phones without a country code belong to.' },
      },
    ),
  }).prefault({}),
  {
    ru: { title: 'Чтение', about: 'Как понимать то, о чём файл сам не говорит.' },
    en: { title: 'Reading', about: 'How to understand what a file does not say itself.' },
  },
)
