import { isEmpty, textOf } from '../methods/params.ts'
import type { PortalState } from '../state.ts'

/** `20.08.2026 09:10`: moments are stored on the clock of the portal already. */
export function momentText(value: unknown): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(textOf(value))
  return parts === null ? textOf(value) : `${parts[3]}.${parts[2]}.${parts[1]} ${parts[4]}`
}

/** `20.08.2026`. */
export function dateText(value: unknown): string {
  return momentText(value).slice(0, 10)
}

/** `1 500,50 ₽`, as the currency is written on this portal; a code that it does not know stands behind the amount. */
export function moneyText(state: PortalState, amount: unknown, currency: unknown): string {
  if (isEmpty(amount) || Number.isNaN(Number(amount))) return textOf(amount)
  const number = amountFormat.format(Number(amount))
  const row = state.currencies.find((one) => one['CURRENCY'] === currency)
  const format = textOf(row?.['FORMAT_STRING'])
  const text = format.includes('#') ? format.replace('#', () => number) : `${number} ${textOf(currency)}`
  return text.trimEnd().replaceAll(' ', '\u00a0')
}

/** Counts and amounts with spaces between thousands. */
export function numberText(value: number): string {
  return numberFormat.format(value)
}

/** `Кузнецов Павел`; somebody who is not on the portal is told by the id. */
export function userName(state: PortalState, id: unknown): string {
  if (isEmpty(id) || Number(id) === 0) return ''
  const user = state.users.find((row) => Number(row['ID']) === Number(id))
  const name = [user?.['LAST_NAME'], user?.['NAME']].map(textOf).filter(Boolean).join(' ')
  if (name === '') return `№ ${textOf(id)}`
  return user?.['ACTIVE'] === false ? `${name} (уволен)` : name
}

const amountFormat = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const numberFormat = new Intl.NumberFormat('ru-RU')
