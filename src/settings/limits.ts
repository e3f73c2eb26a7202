import { block, size, whole } from './kinds.ts'
import { option } from './option.ts'

export const limits = option(
  block({
    zipSize: option(size().prefault('2GB'), {
      ru: { title: 'Объём архива', about: 'Сколько могут занять все файлы zip в распакованном виде.' },
      en: { title: 'Unpacked size', about: 'How much all files of a zip may take up when unpacked.' },
    }),
    zipRatio: option(whole(1, 100_000).prefault(200), {
      ru: {
        title: 'Степень сжатия',
        about: 'Во сколько раз файл внутри zip может быть больше сжатого; больше — похоже на «бомбу».',
      },
      en: {
        title: 'Compression ratio',
        about: 'How many times larger than its packed size a file of a zip may be; beyond that it looks like a bomb.',
      },
    }),
    zipFiles: option(whole(1, 1_000_000).prefault(1000), {
      ru: { title: 'Число файлов', about: 'Сколько файлов может быть в одном zip. Картинки товаров тоже считаются.' },
      en: { title: 'Number of files', about: 'How many files one zip may hold. Pictures of goods count too.' },
    }),
  }).prefault({}),
  {
    ru: { title: 'Пределы', about: 'Защита от испорченных и злонамеренных архивов. Обычно менять не нужно.' },
    en: { title: 'Limits', about: 'Protection from broken and malicious archives. As a rule there is nothing to change.' },
  },
)
