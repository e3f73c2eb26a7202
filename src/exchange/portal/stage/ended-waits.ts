import { type CrmEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { CardPlan, Lack } from '../plan/card-plan.ts'
import { lackKey } from '../plan/document-waits.ts'
import { type CardEntity, isCrm } from '../plan/open-card.ts'
import { mayBe } from '../plan/ref-cards.ts'
import type { ToldDocument, ToldFile } from '../told-document.ts'
import { lookUpAnew } from './look-up-anew.ts'

/**
 * Numbers of the waiting cards that are worth another try: something that they lacked has got a card since they were planned, or is among
 * those that are tried themselves. All others would only be told the same once more. `waiting` is read several times.
 */
export async function endedWaits(
  ledger: Ledger,
  waiting: () => AsyncIterable<readonly Card[]>,
  lastChange: number,
): Promise<ReadonlySet<number>> {
  const ended = new Set<number>()
  const tried = new Set<string>()
  for (let before = -1; ended.size > before; ) {
    before = ended.size
    for await (const cards of waiting()) {
      for (const card of cards) {
        if (ended.has(card.number) || !(await hasEnded(ledger, card, { tried, lastChange }))) continue
        ended.add(card.number)
        tried.add(idOf(card))
      }
    }
  }
  return ended
}

interface Moment {
  /** Cards that are going to be tried. */
  readonly tried: ReadonlySet<string>
  /** The newest run that has changed something on the portal. */
  readonly lastChange: number
}

async function hasEnded(ledger: Ledger, card: Card, moment: Moment): Promise<boolean> {
  if (card.result?.code === 'plan.unknown') return true
  const { lacks } = JSON.parse(card.plan ?? '{}') as Partial<CardPlan>
  // What the catalogue of the portal has is not known here: a run that has changed something is a reason to look there.
  if (lacks === undefined || card.result?.code === 'plan.product-waits') return card.run < moment.lastChange
  for (const wanted of await wantedOf(ledger, card, lacks)) if (await hasCome(ledger, card, wanted, moment)) return true
  return false
}

/** Something that a card lacked, by the keys that it has by now. */
interface Wanted {
  readonly keys: readonly string[]
  /** It had a card, which was no longer there. */
  readonly isGone: boolean
  isMeant(entity: CardEntity): boolean
}

async function wantedOf(ledger: Ledger, card: Card, lacks: readonly Lack[]): Promise<readonly Wanted[]> {
  const entity = card.entity as CardEntity
  if (isCrm(entity) && !isDocument(entity)) {
    return lacks.map(({ key, isGone }) => ({ keys: [key], isGone, isMeant: (each) => each === 'company' }))
  }
  const { told } = await lookUpAnew(ledger, card)
  if (!isCrm(entity)) {
    const isMeant = (each: CardEntity) => isCrm(each) && isDocument(each)
    return lacks.map(({ isGone }) => ({ keys: (JSON.parse(told) as ToldFile).documents, isGone, isMeant }))
  }
  const { refs } = JSON.parse(told) as ToldDocument
  return (JSON.parse(card.told) as ToldDocument).refs.flatMap((ref, place) => {
    const lack = lacks.find(({ key }) => key === lackKey(ref))
    const now = refs[place]!
    return lack === undefined ? [] : [{ ...lack, keys: now.keys, isMeant: (each) => mayBe(now, each) }]
  })
}

async function hasCome(ledger: Ledger, card: Card, { keys, isGone, isMeant }: Wanted, { tried }: Moment): Promise<boolean> {
  for (const key of keys) {
    const link = (await ledger.links.byKey(key)).find(({ entity }) => isMeant(entity as CardEntity))
    // The link to a card that was deleted counts once it leads to another one.
    if (link !== undefined) return !isGone || link.run >= card.run
    const told = (await ledger.cards.byKey(key, 8)).find(({ entity }) => isMeant(entity as CardEntity))
    if (told !== undefined && (tried.has(idOf(told)) || isPassedOver(told, card))) return true
  }
  return false
}

/** Nobody waits for it any more: a contact goes without it, a document belongs to the card that the portal had already. */
function isPassedOver({ result }: Card, { entity }: Card): boolean {
  return result?.action === 'skipped' && (result.portalId !== null || !isDocument(entity as CrmEntity))
}

function idOf({ entity, key }: Card): string {
  return `${entity} ${key}`
}
