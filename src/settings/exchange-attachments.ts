import { block, template, texts, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Files beside the data that belong to documents (C4); `usual` are the masks of the preset. */
export const attachments = (usual: readonly string[]) =>
  option(
    block({
      files: option(texts().prefault([...usual]), {
        ru: {
          title: 'Маски файлов',
          about:
            'Какие файлы рядом с данными — вложения документов этого обмена: номер документа стоит в имени файла. Такие файлы забираются из входных папок и без упоминания в folders.in. [] — никакие.',
        },
        en: {
          title: 'File masks',
          about:
            'Which files beside the data are attachments of these documents: the number of the document is in the name. They are taken out of the input folders without being named in folders.in. []: none.',
        },
        example: ['Счет*.pdf'],
      }),
      comment: option(template().prefault('{{ name }}'), {
        ru: {
          title: 'Текст комментария',
          about: 'С каким комментарием файл встаёт в ленту карточки: текст или шаблон Liquid; name — имя файла.',
        },
        en: {
          title: 'Comment',
          about: 'The comment with which a file stands in the timeline of the card: a text or Liquid template; name: its name.',
        },
      }),
      alsoParent: option(yesNo().prefault(false), {
        ru: { title: 'И к основанию', about: 'Приложить файл и к карточке, для которой сделан документ: счёт — и к его сделке.' },
        en: { title: 'To the parent too', about: 'Attach the file to the card that the document was made for as well.' },
      }),
    }).prefault({}),
    {
      ru: { title: 'Вложения', about: 'Файлы (PDF счетов), которые 1С кладёт рядом с данными. Только при target: portal.' },
      en: { title: 'Attachments', about: 'Files (PDF of invoices) that 1C drops beside its data. Only with target: portal.' },
    },
  )
