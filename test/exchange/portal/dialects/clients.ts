import { type Client, client, person } from './client.ts'
import type { Encoding } from './encodings.ts'

/** One of every kind: what they are called, where they live and what they owe is invented, check digits are right. */
const clients: readonly Client[] = [
  client({
    key: 'wood',
    name: 'Лесная пристань ООО',
    fullName: 'ООО "Лесная пристань"',
    inn: '7705004617',
    kpp: '770501001',
    ogrn: '1027700000019',
    okpo: '12345678',
    workPhone: '8 (495) 123-45-67 доб. 12',
    mobile: '+7 916 123-45-67',
    email: 'zakaz@pristan.example',
    legalAddress: { text: '101000, г Москва, ул Примерная, дом № 1', parts: {} },
    actualAddress: {
      text: '141006, Московская обл, г Мытищи, ул Полевая, д. 7, оф. 12',
      parts: {
        'Почтовый индекс': '141006',
        Регион: 'Московская обл',
        Город: 'г Мытищи',
        Улица: 'ул Полевая',
        Дом: '7',
        Квартира: 'оф. 12',
      },
    },
    account: {
      account: '40702810200000000001',
      bik: '044525225',
      bankName: 'ПАО СБЕРБАНК',
      correspondentAccount: '30101810400000000225',
    },
    comment: 'Отсрочка 14 дней',
    more: { Менеджер: 'Ларина М.И.' },
  }),
  client({
    key: 'sole',
    form: 'soleProprietor',
    name: 'Захаров А.Ю. ИП',
    fullName: 'ИП Захаров Антон Юрьевич',
    inn: '770100000079',
    ogrn: '304770100000016',
    mobile: '8(926)000-11-22',
  }),
  client({
    key: 'person',
    form: 'person',
    name: 'Семёнова Алёна Игоревна',
    fullName: 'Семёнова Алёна Игоревна',
    mobile: '8-903-111-22-33',
    email: 'semenova@post.example',
    more: { Менеджер: 'Ёлкин П.' },
  }),
  client({
    key: 'staffed',
    name: 'Заря ООО',
    fullName: 'ООО "Заря"',
    role: 'Поставщик',
    inn: '6601008407',
    kpp: '660101001',
    legalAddress: { text: '620000, г. Екатеринбург, ул. Лесная, 3', parts: {} },
    people: [
      person({
        key: 'chief',
        name: 'Королёв Пётр Ильич',
        post: 'Директор',
        mobile: '+7 922 333-44-55',
        email: 'chief@zarya.example',
      }),
      person({ key: 'clerk', name: 'Мария', post: 'Кладовщик' }),
    ],
  }),
  client({
    key: 'padded',
    name: '  Клён  и Ко ООО  ',
    fullName: 'ООО "Клён\nи Ко" ',
    inn: '7728168971  ',
    kpp: ' 772801001',
    workPhone: '(4822) 11-22-33, 8 910 000-00-01',
    email: 'one@klen.example; two@klen.example'.replace(';', ','),
    legalAddress: { text: '170100, г Тверь,\nул Новая, д. 9 ', parts: {} },
    comment: '=10% скидка',
  }),
  client({ key: 'quoted', name: 'АО «Вектор — Юг»', fullName: 'АО «Вектор — Юг»', inn: '5406007302', comment: '“тест” и… №' }),
  client({ key: 'kazakh', name: 'ТОО Әлем Құрылыс', fullName: 'ТОО «Әлем Құрылыс» ☎', comment: 'Ø 5 ₸' }),
  client({ key: 'gone', name: 'Не использовать ООО', inn: '7814005201', deleted: true }),
  client({
    key: 'odd',
    name: '"Ёж & Уж" ООО <опт>',
    fullName: 'ООО "Ёж & Уж" <опт>, №1',
    inn: '1655006407',
    kpp: '165501001',
    comment: 'Звонить до 12:00\nи не позже',
  }),
]

/** Whom an encoding cannot write, by key, and for which letters. */
const unwritable: Readonly<Partial<Record<Encoding, Readonly<Record<string, string>>>>> = {
  'windows-1251': { kazakh: 'Ә, Қ, ұ, ☎, Ø and ₸' },
  'windows-1251, не названа': { kazakh: 'Ә, Қ, ұ, ☎, Ø and ₸' },
  cp866: { kazakh: 'Ә, Қ, ұ, ☎, Ø and ₸', quoted: '«, », —, “, ” and …' },
}

export function writableIn(encoding: Encoding): readonly Client[] {
  return clients.filter(({ key }) => unwritable[encoding]?.[key] === undefined)
}
