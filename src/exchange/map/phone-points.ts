import type { ContactPoint } from '../../bitrix24/drafts/contact-points.ts'
import type { Phone } from '../../values/phone.ts'

const types: Readonly<Record<Phone['use'], ContactPoint['type']>> = {
  work: 'WORK',
  mobile: 'MOBILE',
  home: 'HOME',
  fax: 'FAX',
  other: 'OTHER',
}

/**
 * Phones as the card keeps them: international form, the extension behind it. A number that could not be read stays as
 * 1C wrote it: a person may still be able to call it.
 */
export function phonePoints(phones: readonly Phone[]): readonly ContactPoint[] {
  const points = phones.map((phone) => ({ type: types[phone.use], value: phoneText(phone) }))
  return points.filter((point, index) => points.findIndex((other) => other.value === point.value) === index)
}

function phoneText({ e164, extension, text }: Phone): string {
  if (e164 === null) return text
  return extension === '' ? e164 : `${e164} доб. ${extension}`
}
