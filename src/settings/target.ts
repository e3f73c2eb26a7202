import { choice } from './kinds.ts'
import { option } from './option.ts'

export const target = option(choice(['csv']).prefault('csv'), {
  ru: {
    title: 'Куда',
    about: 'Что делать с прочитанным: csv — готовить файлы, которые человек загружает в Битрикс24 через «CRM → Импорт».',
  },
  en: { title: 'Target', about: 'What becomes of the records: csv makes the files that a person uploads in CRM → Import.' },
})
