// Tables of states that come with a preset. The stages are those of a new portal; what another portal lacks, `check` tells.

/** States of a hotel's booking (E3). */
export const bookingStages = {
  Временная: 'Новая',
  Подтверждена: 'В работе',
  Проживание: 'Сделка успешна',
  Выезд: 'Сделка успешна',
  Отменена: 'Сделка провалена',
  Незаезд: 'Сделка провалена',
} as const satisfies Readonly<Record<string, string>>

export const bookingProbabilities = {
  Временная: '30',
  Подтверждена: '60',
  Отменена: '0',
  Незаезд: '0',
} as const satisfies Readonly<Record<string, string>>

/** States of invoices that mean the same in every configuration. One that is not paid yet has no stage of its own: it may be sent or not. */
export const invoiceStages = {
  Оплачен: 'Оплачен',
  Отменен: 'Не оплачен',
  Отменён: 'Не оплачен',
  Аннулирован: 'Не оплачен',
} as const satisfies Readonly<Record<string, string>>
