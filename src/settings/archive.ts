import { block, keeping } from './kinds.ts'
import { option } from './option.ts'

export const archive = option(
  block({
    keep: option(keeping().prefault('365d'), {
      ru: { title: 'Хранить', about: 'Сколько хранить принятые файлы.' },
      en: { title: 'Keep', about: 'How long the files taken are kept.' },
      example: 'forever',
    }),
  }).prefault({}),
  {
    ru: {
      title: 'Архив',
      about: 'Хранение принятых файлов. Без архива потерянное изменение придётся выгружать из 1С полным обменом.',
    },
    en: { title: 'Archive', about: 'How the files taken are kept. Without them a lost change means a full export from 1C.' },
  },
)
