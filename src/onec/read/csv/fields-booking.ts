import { documentFields, idNames } from './fields-document.ts'

/** Who booked. */
export const guestNames = ['Гость', 'ФИО гостя', 'Имя гостя', 'Основной гость', 'Guest']

/** Of all rooms of the booking. */
export const guestListNames = [
  'Гости',
  'Список гостей',
  'Все гости',
  'Проживающие',
  ...idNames('Гости', 'гостей'),
  ...idNames('Проживающие', 'проживающих'),
  'Guests',
]

export const checkInNames = [
  'Заезд',
  'Дата заезда',
  'Дата и время заезда',
  'Дата заселения',
  'Заселение',
  'Дата прибытия',
  'Прибытие',
  'Check-in',
  'Arrival',
]

export const checkOutNames = [
  'Выезд',
  'Дата выезда',
  'Дата и время выезда',
  'Дата выселения',
  'Выселение',
  'Дата отъезда',
  'Отъезд',
  'Убытие',
  'Check-out',
  'Departure',
]

/**
 * Columns of a table of bookings of a hotel (E3). `Номер` may be that of a room, so the number of the booking goes before. The
 * company has columns of its own beside those of the payer: a booking belongs to its company, or else to the one who pays.
 */
export const bookingFields = documentFields({
  own: {
    id: [[], idNames('Бронь', 'брони')],
    number: [
      ['Номер брони', '№ брони', 'Номер бронирования', '№ бронирования', 'Номер заявки', '№ заявки', 'Booking number'],
      ['Бронь', 'Бронирование', 'Заявка', 'Booking'],
    ],
    date: [['Дата брони', 'Дата бронирования'], ['Дата создания']],
    state: [['Статус брони', 'Статус бронирования', 'Состояние брони']],
    amount: [[], ['Сумма брони', 'Стоимость проживания', 'Сумма проживания']],
    organisation: [[], ['Гостиница', 'Отель', 'Hotel']],
    clientId: [idNames('Гость', 'гостя')],
    client: [guestNames],
    phone: [['Телефон гостя']],
    email: [['E-mail гостя', 'Почта гостя']],
    persons: [guestListNames],
    beginDate: [checkInNames, ['Начало проживания']],
    endDate: [checkOutNames, ['Конец проживания', 'Окончание проживания']],
  },
  telling: ['beginDate', 'endDate'],
  more: [
    {
      name: 'companyId',
      spellings: [...idNames('Компания', 'компании'), ...idNames('Контрагент', 'контрагента')],
      digits: true,
      quiet: true,
    },
    {
      name: 'company',
      spellings: ['Компания', 'Контрагент', 'Юрлицо', 'Юридическое лицо', 'Название компании', 'Company'],
      quiet: true,
    },
  ],
})
