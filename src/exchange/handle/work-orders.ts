import type { ReadRow } from '../../onec/read/reading.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Counterparty } from '../../records/counterparty.ts'
import type { WorkOrder } from '../../records/work-order.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { legalFormOf } from '../../values/legal-form.ts'
import { parsePersonName } from '../../values/person-name.ts'
import { compareKey } from '../../values/text.ts'
import { counterpartyKey } from '../map/counterparty-cards.ts'
import { scopeOf } from '../map/scope.ts'
import { workOrderDeal } from '../map/work-order-deal.ts'
import { addDeal } from './add-deal.ts'
import { clientOf, companyByName } from './client-names.ts'
import { type DocumentClient, documentClient, linkedClient, noClient } from './document-client.ts'
import type { Handler, RowSource } from './handler.ts'
import { type Outcome, refusal } from './outcome.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/** Rows of a table of work orders (system B) or of any hand-made documents → deals with their clients. */
export function workOrderHandler(shop: Workshop): Handler {
  return {
    async handle(rows, source) {
      const outcomes: Outcome[] = []
      for (const row of rows) outcomes.push(await handleRow(shop, row, source))
      return outcomes
    },
  }
}

async function handleRow(shop: Workshop, row: ReadRow, source: RowSource): Promise<Outcome> {
  const exchange = shop.routes.exchangeFor('workOrder', source.file) as ExchangeOf<'work-orders'> | null
  const record = row.record as WorkOrder | null
  const scope = () => scopeOf(row, record!)
  const sifted = sift(row, exchange, scope, shop.language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  const unmapped = unmappedState(record, exchange)
  if (unmapped !== null) return refusal([unmapped], shop.language)
  const client = await clientOfRow(shop, record, exchange, source)
  const draft = workOrderDeal(record, client.names, scope(), shop.contextOf(exchange), exchange)
  return addDeal(shop, {
    kind: 'workOrder',
    draft,
    problems: [...record.problems, ...client.problems],
    source,
    links: client.links,
  })
}

// A table of states that leaves one out is an oversight; a deal at the wizard's first stage would look like a new request.
function unmappedState({ state }: WorkOrder, { stages }: ExchangeOf<'work-orders'>): Problem | null {
  const known = Object.keys(stages)
  if (known.length === 0 || known.some((each) => compareKey(each) === compareKey(state))) return null
  return problem('exchange.state-unmapped', { state: state || '—', states: known.join(', ') })
}

async function clientOfRow(
  shop: Workshop,
  record: WorkOrder,
  exchange: ExchangeOf<'work-orders'>,
  source: RowSource,
): Promise<DocumentClient> {
  if (record.client === '' && record.phones.length === 0) return noClient([])
  const card = cardOf(record)
  const isKnown = (await clientOf(shop.ledger, counterpartyKey(card))) !== null
  // A company is known by its name, too; people share theirs.
  const named = isKnown || record.client === '' ? null : await companyByName(shop.ledger, record.client, card.inn)
  if (named !== null && named.title !== '') return linkedClient(shop, { companyTitle: named.title, contactName: '' })
  if (named !== null) return noClient(named.problems)
  return documentClient(shop, card, exchange, source)
}

/** The client of a document as a counterparty; the phone tells one client from a namesake (`counterpartyKey`; system B, B11). */
function cardOf(record: WorkOrder): Counterparty {
  const { clientInn: inn, phones, emails, origin } = record
  // A client without a name is known by the phone all the same, and a card needs some name.
  const name = record.client || (phones[0]?.e164 ?? phones[0]?.text ?? '')
  const legalForm = legalFormOf({ officialName: '', fullName: name, name, inn, kpp: '' })
  return {
    kind: 'counterparty',
    id: '',
    deleted: false,
    extra: {},
    problems: [],
    origin,
    legalForm,
    name,
    fullName: '',
    person: legalForm === 'company' || record.client === '' ? null : parsePersonName(name),
    inn,
    kpp: '',
    ogrn: '',
    okpo: '',
    role: 'Покупатель',
    addresses: [],
    phones,
    emails,
    contacts: [],
    bankAccounts: [],
    contactPersons: [],
    comment: '',
  }
}
