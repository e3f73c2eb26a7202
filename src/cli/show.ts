import { cardUrl } from '../bitrix24/crm/links-of.ts'
import { entityInto } from '../exchange/portal/entities-of.ts'
import { knownProcesses } from '../exchange/portal/process-names.ts'
import { presetOf } from '../exchange/portal/stage/document-entity.ts'
import { documentsNamed } from '../exchange/portal/stage/document-numbers.ts'
import type { DocumentKind } from '../exchange/portal/told-document.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { OutCardOfWay } from '../ledger/outgoing.ts'
import { changeTexts } from '../report/change-texts.ts'
import type { OutStory } from '../report/outgoing-lines.ts'
import { isUnknown, type ShownId, type ShowOptions, showJson, showLines } from '../report/show-report.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { ledgerToRead } from './ledger-to-read.ts'
import { type LoadedSettings, loadSettings } from './load-settings.ts'
import { webhookOf } from './open-portal.ts'

export interface ShowArguments {
  readonly id: string
  readonly dir: string | undefined
}

/** `obmen24 show ID [DIR]`: all that is remembered of one 1C id. Calls nobody. */
export async function show(context: CommandContext, { id, dir }: ShowArguments): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { terminal } = loaded
  const ledger = ledgerToRead(loaded)
  try {
    const shown = ledger === null ? { id, ...nothing } : await shownCard(ledger, loaded, id.trim())
    const options: ShowOptions = {
      texts: changeTexts(null, terminal.language),
      cardUrl: await urlsOf(loaded),
    }
    if (terminal.json) terminal.object(showJson(shown, terminal.language, options))
    else for (const line of showLines(shown, terminal, options)) terminal.out(line)
    return isUnknown(shown) ? exitCodes.usage : exitCodes.done
  } finally {
    await ledger?.close()
  }
}

/** What is known of it, also on the ways back to 1C, where it may go by the number there, by that of its card, or by the card's address. */
async function shownCard(ledger: Ledger, { settings }: LoadedSettings, id: string): Promise<ShownId> {
  const { outgoing } = ledger
  const entities = new Map(settings.outgoing.map((way) => [way.name, entityInto(way)]))
  const storiesOf = (cards: readonly OutCardOfWay[]) =>
    cards.flatMap(({ way, card }): readonly OutStory[] => {
      const entity = entities.get(way)
      return entity === undefined ? [] : [{ way, entity, card }]
    })
  const cardId = Number(/^(\d{1,15})$|\/details\/(\d{1,15})\/?$/.exec(id)?.slice(1).find(Boolean) ?? 0)
  const asked = storiesOf([...(await outgoing.numbered(id)), ...(cardId === 0 ? [] : await outgoing.withId(cardId))])
  const known = await shownDocument(ledger, id)
  // A card that was asked for by its number has a 1C id, where 1C has told of it.
  const [first] = isUnknown(known) ? asked : []
  const keys = first === undefined ? [] : [...(await ledger.links.owners(first.entity, [first.card.portalId])).values()]
  const told = keys[0] === undefined ? known : { ...(await shownId(ledger, keys[0])), id }
  const linked = (await Promise.all(told.links.map(({ portalId }) => outgoing.withId(portalId)))).flat()
  const ofLinks = storiesOf(linked).filter(({ entity, card }) =>
    told.links.some((link) => link.entity === entity && link.portalId === card.portalId),
  )
  const unique = new Map([...asked, ...ofLinks].map((each) => [`${each.way} ${each.card.portalId}`, each]))
  return { ...told, outgoing: [...unique.values()] }
}

/** A document without an id of its own is asked for by its number, as its answers call it; of several the newest is shown. */
async function shownDocument(ledger: Ledger, id: string): Promise<ShownId> {
  const shown = await shownId(ledger, id)
  if (!isUnknown(shown)) return shown
  const named = await documentsNamed(ledger, id, Object.keys(presetOf) as DocumentKind[])
  const document = named.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
  return document === undefined ? shown : shownId(ledger, document.key)
}

async function shownId(ledger: Ledger, id: string): Promise<ShownId> {
  const messages: ShownId['messages'][number][] = []
  for (const kind of kinds) {
    const known = (await ledger.known(kind, [id])).get(id)
    if (known === undefined) continue
    const message = await ledger.messageByNumber(known.message)
    messages.push({ kind, message: known.message, name: message?.name ?? '' })
  }
  const links = await ledger.links.byKey(id)
  const cards = await ledger.cards.byKey(id, most)
  const operations = await ledger.operations.byKey(id, most)
  const entities = [...links, ...cards, ...operations].map(({ entity }) => entity)
  return { id, links, cards, operations, messages, outgoing: [], processes: await knownProcesses(ledger, entities) }
}

/** The address of the portal is in the webhook; without one the cards are shown by their numbers. */
async function urlsOf(loaded: LoadedSettings): Promise<ShowOptions['cardUrl']> {
  if (loaded.settings.target !== 'portal') return null
  const webhook = await webhookOf(loaded, process.env)
  return webhook.kind === 'bad' ? null : (entity, id) => cardUrl(webhook.origin, entity, id)
}

const most = 10
const nothing = { links: [], cards: [], operations: [], messages: [], outgoing: [], processes: {} }

/** Kinds of records that the exchange remembers by their 1C id. */
const kinds = ['counterparty', 'contactPerson', 'product', 'group', 'offer', 'order', 'workOrder', 'booking'] as const
