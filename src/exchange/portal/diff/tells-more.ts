import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import type { WantedAddress, WantedBank, WantedRequisite } from '../../../bitrix24/crm/wanted-card.ts'
import { distinctAddresses, distinctBanks } from './add-requisite.ts'
import type { Comparison } from './comparison.ts'

/** Does 1C say something that it did not say before? That it says less is no reason to make anew what a person removed. */
export function tellsMore(now: FieldValues, base: FieldValues, compare: Comparison): boolean {
  return Object.entries(now).some(([field, value]) => value !== '' && !compare.value(field, value, base[field] ?? ''))
}

export function requisiteTellsMore(now: WantedRequisite, base: WantedRequisite, compare: Comparison): boolean {
  const addressTellsMore = (address: WantedAddress) =>
    tellsMore(address.fields, baseAddress(address, base.addresses)?.fields ?? {}, compare)
  const bankTellsMore = (bank: WantedBank) => tellsMore(bank.fields, baseBank(bank, base.banks)?.fields ?? {}, compare)
  return (
    tellsMore(now.fields, base.fields, compare) ||
    distinctAddresses(now.addresses).some(addressTellsMore) ||
    distinctBanks(now.banks).some(bankTellsMore)
  )
}

/** The address of its type as 1C told it before. */
export function baseAddress({ typeId }: WantedAddress, base: readonly WantedAddress[]): WantedAddress | undefined {
  return distinctAddresses(base).find((each) => each.typeId === typeId)
}

/** The same account as 1C told it before. */
export function baseBank({ xmlId, fields }: WantedBank, base: readonly WantedBank[]): WantedBank | undefined {
  const account = fields['RQ_ACC_NUM'] ?? ''
  const isSameAccount = (each: WantedBank) =>
    account !== '' && each.fields['RQ_ACC_NUM'] === account && each.fields['RQ_BIK'] === fields['RQ_BIK']
  const told = distinctBanks(base)
  return told.find((each) => each.xmlId === xmlId) ?? told.find(isSameAccount)
}
