import { choice } from './kinds.ts'
import { option } from './option.ts'

export const language = option(choice(['ru', 'en']).prefault('ru'), {
  ru: { title: 'Язык', about: 'На каком языке программа пишет сообщения, отчёты и пояснения в файлах ответа.' },
  en: { title: 'Language', about: 'The language of messages, reports and the sentences in answer files.' },
})
