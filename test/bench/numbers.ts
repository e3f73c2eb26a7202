import type { Random } from './random.ts'

/** ИНН of a firm, ten digits with the right check digit. */
export function firmInn(random: Pick<Random, 'digits'>): string {
  const body = `77${random.digits(7)}`
  return body + checkDigit(body, [2, 4, 10, 3, 5, 9, 4, 6, 8])
}

/** ИНН of a person, twelve digits with both check digits right. */
export function personInn(random: Random): string {
  const body = `77${random.digits(8)}`
  const one = body + checkDigit(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  return one + checkDigit(one, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}

export function kpp(random: Random): string {
  return `77${random.digits(2)}01001`
}

/** An invented bank, of a number that no bank has. */
export const bank = { bik: '044599999', name: 'АО "Пример-Банк"', correspondentAccount: '30101810800000000999' } as const

/** A current account whose key fits `bank` (Bank of Russia, 08.09.1997 № 515). */
export function account(random: Random): string {
  const tail = random.digits(11)
  for (let key = 0; key < 10; key++) {
    const number = `40702810${key}${tail}`
    const total = [...(bank.bik.slice(6) + number)].reduce((sum, digit, at) => sum + Number(digit) * [7, 1, 3][at % 3]!, 0)
    if (total % 10 === 0) return number
  }
  throw new Error('no key fits')
}

function checkDigit(body: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11) % 10
}
