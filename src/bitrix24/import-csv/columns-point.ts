import type { ContactPoint } from '../drafts/contact-points.ts'
import { type Column, column } from './column.ts'

export type PointKind = 'PHONE' | 'EMAIL' | 'WEB'

/** Communication columns of companies and contacts in the order of the portal's sample (`bitrix24-csv-import.md §9`). */
export const pointColumns: readonly Column[] = [
  column('point', 'PHONE_WORK', 'Рабочий телефон'),
  column('point', 'PHONE_MOBILE', 'Мобильный телефон'),
  column('point', 'PHONE_FAX', 'Номер факса'),
  column('point', 'PHONE_HOME', 'Домашний телефон'),
  column('point', 'PHONE_PAGER', 'Номер пейджера'),
  column('point', 'PHONE_MAILING', 'Телефон для рассылок'),
  column('point', 'PHONE_OTHER', 'Другой телефон'),
  column('point', 'WEB_WORK', 'Корпоративный сайт'),
  column('point', 'WEB_HOME', 'Личная страница'),
  column('point', 'WEB_OTHER', 'Другой сайт'),
  column('point', 'EMAIL_WORK', 'Рабочий e-mail'),
  column('point', 'EMAIL_HOME', 'Частный e-mail'),
  column('point', 'EMAIL_MAILING', 'E-mail для рассылок'),
  column('point', 'EMAIL_OTHER', 'Другой e-mail'),
]

/** Where a value goes whose own column is taken or does not exist; the last one takes all that is left. */
export const overflowOrder: Readonly<Record<PointKind, readonly ContactPoint['type'][]>> = {
  PHONE: ['MOBILE', 'OTHER'],
  EMAIL: ['HOME', 'OTHER'],
  WEB: ['HOME', 'OTHER'],
}
