import type { HeldBank } from '../../../bitrix24/crm/held-card.ts'
import type { WantedBank } from '../../../bitrix24/crm/wanted-card.ts'
import { isEqualOrUnknown } from './find-requisite.ts'
import { baseBank } from './tells-more.ts'

/**
 * The accounts that 1C means, each of the portal for one of 1C: by our mark, else by number and БИК, else as 1C told the account
 * before. A sure way for one goes before a less sure way for another.
 */
export function findBanks(
  now: readonly WantedBank[],
  base: readonly WantedBank[],
  held: readonly HeldBank[],
): ReadonlyMap<WantedBank, HeldBank> {
  const found = new Map<WantedBank, HeldBank>()
  for (const isSame of [isOfMark, isOfAccount, isAsBefore]) {
    for (const bank of now) {
      const free = held.filter((each) => ![...found.values()].includes(each))
      const there = found.get(bank) ?? free.find((each) => isSame(bank, each))
      if (there !== undefined) found.set(bank, there)
    }
  }
  return found

  function isAsBefore(bank: WantedBank, there: HeldBank): boolean {
    const before = baseBank(bank, base)
    return before !== undefined && (isOfMark(before, there) || isOfAccount(before, there))
  }
}

function isOfMark({ xmlId }: WantedBank, there: HeldBank): boolean {
  return there.xmlId !== '' && there.xmlId === xmlId
}

function isOfAccount({ fields }: WantedBank, there: HeldBank): boolean {
  const account = fields['RQ_ACC_NUM'] ?? ''
  const isSameNumber = account !== '' && there.fields['RQ_ACC_NUM'] === account
  return isSameNumber && isEqualOrUnknown(there.fields['RQ_BIK'], fields['RQ_BIK'])
}
