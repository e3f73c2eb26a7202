import { cardTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'
import { openClientDesk } from './client-desk.ts'
import { type ClientName, clientsUnder, innWord, phoneWord, wordsOf } from './client-index.ts'
import { foldedName } from './companies.ts'
import type { StageDesk } from './desk.ts'
import { isCalled } from './find-client.ts'
import type { StageShop } from './shop.ts'

/**
 * A client whom documents know by an ИНН, a phone or a name may come with its 1C id later. Its card goes on under that id: a second one
 * would be made otherwise, as the first is taken. Only what a document told is given away, and only where nothing of it waits.
 */
export async function takeOver(shop: StageShop, cards: readonly ToldCard[]): Promise<void> {
  const identified = cards.filter(({ key }) => !isMakeshift(key))
  const words = [...new Set(identified.flatMap(wordsOf))]
  const names = identified.filter(({ entity }) => entity === 'company').map(nameOf)
  const named = await shop.ledger.companyNames.named([...new Set(names)].filter((name) => name !== ''))
  const under = (await clientsUnder(shop.ledger, words)).filter(({ key }) => isMakeshift(key))
  if (under.length === 0 && ![...named.values()].flat().some(isMakeshift)) return
  const desk = openClientDesk(shop.ledger, shop.run)
  for (const card of identified) {
    const byName: readonly ClientName[] = (named.get(nameOf(card)) ?? []).map((key) => ({ entity: 'company', key }))
    const candidates = [...under, ...byName].filter(({ entity, key }) => entity === card.entity && isMakeshift(key))
    await desk.open({ [card.entity]: [card.key, ...candidates.map(({ key }) => key)] })
    const [same, second] = desk.has(card.entity, card.key)
      ? []
      : [...new Set(candidates.map(({ key }) => key))].filter(isSame(desk, card))
    if (same !== undefined && second === undefined) await giveAway(shop, same, card)
  }
}

/** A key that stands for a client without a 1C id. */
export function isMakeshift(key: string): boolean {
  return /^(?:inn|phone|name):/.test(key)
}

// An ИНН says it by itself; a phone is shared by families, and a name by namesakes of whom one has an ИНН.
function isSame(desk: StageDesk<ToldCard>, card: ToldCard): (key: string) => boolean {
  return (key) => {
    const told = desk.lastOf(card.entity, key)
    if (told === null || told.by !== 'document') return false
    const [own, its] = [wordsOf(card), wordsOf(told)]
    const isInn = (word: string) => word.startsWith(innWord(''))
    if (its.some(isInn)) return its.some((word) => isInn(word) && own.includes(word)) && isSameBranch(card, told)
    const isPhone = its.some((word) => word.startsWith(phoneWord('')) && own.includes(word))
    return key.startsWith('name:') ? nameOf(told) === nameOf(card) : isPhone && isCalled(told, nameOf(card))
  }
}

function isSameBranch(one: ToldCard, other: ToldCard): boolean {
  const [a = '', b = ''] = [one, other].map(({ draft }) => draft.requisites[0]?.kpp ?? '')
  return a === '' || b === '' || a === b
}

async function giveAway({ ledger }: StageShop, key: string, { entity, key: heir }: ToldCard): Promise<void> {
  const link = (await ledger.links.of(entity, [key])).get(key)
  const isWaiting = (await ledger.cards.leftOf(entity, [key])).has(key)
  if (link === undefined || isWaiting) return
  await ledger.links.remove(entity, [key])
  await ledger.links.put([{ ...link, key: heir }])
  await ledger.companyNames.remove([key])
}

function nameOf(card: ToldCard): string {
  return foldedName(cardTitle(card))
}
