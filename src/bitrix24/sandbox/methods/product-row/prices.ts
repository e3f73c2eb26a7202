import Big from 'big.js'
import { integerOf, isEmpty, isYes } from '../params.ts'

export interface Prices {
  readonly price: number
  readonly priceAccount: number
  readonly priceExclusive: number
  readonly priceNetto: number
  readonly priceBrutto: number
  readonly quantity: number
  readonly discountTypeId: number
  readonly discountRate: number
  readonly discountSum: number
  readonly taxRate: number | null
  readonly taxIncluded: 'Y' | 'N'
}

/**
 * All prices of a row out of the one that is given: `price` has discount and tax in it, whatever `taxIncluded` says. Every step
 * is rounded before the next (`bitrix24-rest.md §7`).
 */
export function pricesOf(given: Readonly<Record<string, unknown>>, decimals: number): Prices {
  const price = big(given['price'])
  const taxRate = isEmpty(given['taxRate']) ? null : Number(given['taxRate'])
  const withTax = big(taxRate).div(100).plus(1)
  const exclusive = price.div(withTax).round(decimals)
  const discountTypeId = integerOf(given['discountTypeId']) === 1 ? 1 : 2
  const netto =
    discountTypeId === 1
      ? exclusive.plus(big(given['discountSum']))
      : beforeDiscount(exclusive, big(given['discountRate']), decimals)
  const discountSum = netto.minus(exclusive)
  const discountRate =
    discountTypeId === 2 ? big(given['discountRate']) : netto.eq(0) ? big(0) : discountSum.div(netto).times(100).round(decimals)
  return {
    price: price.toNumber(),
    priceAccount: price.toNumber(),
    priceExclusive: exclusive.toNumber(),
    priceNetto: netto.toNumber(),
    priceBrutto: netto.times(withTax).round(decimals).toNumber(),
    quantity: isEmpty(given['quantity']) ? 1 : Number(given['quantity']),
    discountTypeId,
    discountRate: discountRate.toNumber(),
    discountSum: discountSum.toNumber(),
    taxRate,
    taxIncluded: isYes(given['taxIncluded']) ? 'Y' : 'N',
  }
}

/** Of a discount of all there is nothing to calculate back from. */
function beforeDiscount(exclusive: Big, percent: Big, decimals: number): Big {
  return percent.gte(100) ? exclusive : exclusive.div(new Big(1).minus(percent.div(100))).round(decimals)
}

function big(value: unknown): Big {
  const number = Number(value ?? 0)
  return new Big(Number.isFinite(number) ? number : 0)
}
