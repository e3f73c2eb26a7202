import { choice } from './kinds.ts'
import { option } from './option.ts'

export const target = option(choice(['csv', 'portal']).prefault('csv'), {
  ru: {
    title: 'Куда',
    about:
      'Что делать с прочитанным: csv — готовить файлы, которые человек загружает в Битрикс24 через «CRM → Импорт»; portal — контрагентов и контактных лиц записывать на портал через вебхук (раздел portal), остальное пропускать: для него нужна отдельная папка обмена с target: csv.',
  },
  en: {
    title: 'Target',
    about:
      'What becomes of the records: csv makes the files that a person uploads in CRM → Import; portal writes counterparties and contact persons to the portal through a webhook (block portal) and passes over the rest, which needs an exchange folder of its own with target: csv.',
  },
})
