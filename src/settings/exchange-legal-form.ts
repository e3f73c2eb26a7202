import { choice } from './kinds.ts'
import { option } from './option.ts'

/** What becomes of those who are neither a legal entity nor quite a contact. */
export const legalFormKeys = {
  soleProprietor: option(choice(['company', 'contact']).prefault('company'), {
    ru: { title: 'ИП', about: 'Кем становится индивидуальный предприниматель: company — компанией, contact — контактом.' },
    en: { title: 'Sole proprietor', about: 'What a sole proprietor (ИП) becomes: a company or a contact.' },
  }),
  person: option(choice(['contact', 'company']).prefault('contact'), {
    ru: { title: 'Физическое лицо', about: 'Кем становится физическое лицо: contact — контактом, company — компанией.' },
    en: { title: 'Private person', about: 'What a private person becomes: a contact or a company.' },
  }),
}
