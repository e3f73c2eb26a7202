/**
 * What two phones, e-mails or sites have in common that are the same: the portal keeps them as typed (`bitrix24-rest.md
 * §2.5`). An extension tells two points of one number apart.
 */
export function pointKey(typeId: string, value: string): string {
  switch (typeId) {
    case 'PHONE': {
      const { number, extension } = takeApart(value)
      return extension === '' ? number : `${number}#${extension}`
    }
    case 'EMAIL':
      return value.trim().toLowerCase()
    case 'WEB':
      return siteKey(value)
    default:
      return value.trim()
  }
}

/** Key of the number alone: the portal's own search passes over the extension (`bitrix24-rest.md §3`). */
export function numberKey(phone: string): string {
  return takeApart(phone).number
}

const extensionMark = /[\s,;(]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext|[xх#])[.:\s№#]*(\d{1,7})\D*$/iu

function takeApart(phone: string): { readonly number: string; readonly extension: string } {
  const found = extensionMark.exec(phone)
  const written = found === null ? phone : phone.slice(0, found.index)
  const digits = written.replaceAll(/\D/g, '')
  // Words where a number should be are compared as words.
  if (digits === '') return { number: phone.trim().toLowerCase(), extension: '' }
  return { number: russian(digits, written.trim().startsWith('+')), extension: found?.[1] ?? '' }
}

function russian(digits: string, isInternational: boolean): string {
  if (digits.length === 11 && digits.startsWith('8')) return `7${digits.slice(1)}`
  return digits.length === 10 && !isInternational && /^[3489]/.test(digits) ? `7${digits}` : digits
}

function siteKey(value: string): string {
  const bare = value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/+$/, '')
  return bare.replace(/^[^/?#]+/, (host) => host.toLowerCase())
}
