/** What the parts of a card are called; address types as the portal numbers them (`bitrix24-rest.md §4.4`). */
export const changeWords = {
  ru: {
    cards: { company: 'Компания', contact: 'Контакт' },
    points: { PHONE: 'Телефон', EMAIL: 'Эл. почта', WEB: 'Сайт' },
    companies: 'Компании контакта',
    requisite: 'Реквизиты',
    added: (name: string) => (name === '' ? 'новые' : `новые, ${name}`),
    inn: 'ИНН',
    address: 'Адрес',
    addressTypes: { 1: 'фактический', 4: 'регистрации', 6: 'юридический', 8: 'почтовый', 9: 'бенефициара', 11: 'доставки' },
    ofRequisite: (id: number) => `в реквизитах № ${id}`,
    bank: 'Банковский счёт',
    mark: 'Код из 1С',
  },
  en: {
    cards: { company: 'Company', contact: 'Contact' },
    points: { PHONE: 'Phone', EMAIL: 'E-mail', WEB: 'Site' },
    companies: 'Companies of the contact',
    requisite: 'Requisites',
    added: (name: string) => (name === '' ? 'new' : `new, ${name}`),
    inn: 'INN',
    address: 'Address',
    addressTypes: { 1: 'actual', 4: 'registered', 6: 'legal', 8: 'postal', 9: 'of the beneficiary', 11: 'delivery' },
    ofRequisite: (id: number) => `of requisites № ${id}`,
    bank: 'Bank account',
    mark: 'Code from 1C',
  },
}
