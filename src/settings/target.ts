import { choice } from './kinds.ts'
import { option } from './option.ts'

export const target = option(choice(['csv', 'portal']).prefault('csv'), {
  ru: {
    title: 'Куда',
    about:
      'Что делать с прочитанным: csv — готовить файлы, которые человек загружает в Битрикс24 через «CRM → Импорт»; portal — записывать на портал через вебхук (раздел portal) контрагентов, контактных лиц и документы. Товары на портал пока не пишутся: для них нужна отдельная папка обмена с target: csv.',
  },
  en: {
    title: 'Target',
    about:
      'What becomes of the records: csv makes the files that a person uploads in CRM → Import; portal writes counterparties, contact persons and documents to the portal through a webhook (block portal). Goods are not written to a portal yet: they need an exchange folder of their own with target: csv.',
  },
})
