import { seededRandom } from '../../src/bitrix24/sandbox/random.ts'
import { innOf } from '../exchange/portal/inns.ts'

/** One exchange from its first files to its last: what is on the portal before, what 1C writes, what must come of it. */
export interface World {
  readonly settings: string
  readonly rounds: readonly Round[]
}

export interface Round {
  /** Cards that somebody makes by hand before the files of the round come. */
  readonly handMade: readonly HandMade[]
  /** Path inside the exchange folder → content. */
  readonly files: Readonly<Record<string, string>>
  /** Ids of the rows of each file, in its order. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** What the portal has to hold when the round is over, by 1C id. */
  readonly expected: ReadonlyMap<string, ExpectedCard>
}

export interface HandMade {
  readonly entity: 'company' | 'contact'
  readonly title: string
  /** Of a requisite, or written into a field; ''. */
  readonly inn: string
  readonly innIn: 'requisite' | 'field'
  readonly phones: readonly string[]
}

export interface ExpectedCard {
  readonly entity: 'company' | 'contact'
  /** Title, or last, first and second name. */
  readonly name: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** '': the card has no requisite. */
  readonly inn: string
  /** Type of the address on the portal → a text that stands in it. */
  readonly addresses: Readonly<Record<number, string>>
  readonly accounts: readonly string[]
  /** 1C ids of the companies of a contact. */
  readonly companies: readonly string[]
}

/** Three rounds: a first export, one with changes and news, one of changes only. The same number gives the same world. */
export function worldOf(number: number): World {
  const random = seededRandom(90_001 + number)
  const isCompany = number % 2 === 0
  const size = 5 + Math.floor(random() * 22)
  const clients = Array.from({ length: size }, (_, at) => newClient(at, random, isCompany))
  const people = clients.flatMap((client, at) => (client.entity === 'company' && at % 3 !== 2 ? [newPerson(at, client.id)] : []))
  const rounds: Round[] = []
  let news = Math.ceil(size * 0.7)
  const known: Client[] = clients.slice(0, news)
  rounds.push(roundOf({ number: 1, told: known, fresh: known, known, people, tell: 2 }))
  for (const client of known) if (random() < 0.5) change(client, random)
  const fresh = clients.slice(news)
  news = clients.length
  known.push(...fresh)
  // Somebody begins to work for a second company.
  if (people[0] !== undefined && known[2] !== undefined && known[2].entity === 'company') people[0].companies.push(known[2].id)
  for (const person of people) if (random() < 0.4) person.version += 1
  rounds.push(roundOf({ number: 2, told: known, fresh, known, people, tell: 3 }))
  for (const person of people) person.version += random() < 0.5 ? 1 : 0
  const changed = known.filter(() => random() < 0.4)
  for (const client of changed) change(client, random)
  rounds.push(roundOf({ number: 3, told: changed, fresh: [], known, people, tell: 2 }))
  const form = isCompany ? 'company' : 'contact'
  return { settings: settings.replace('FORM', form), rounds }
}

const settings = `
target: portal
portal: {rate: unlimited, unknownWait: 140s}
readiness: {settle: 2ms}
brake: {share: 100%, records: any}
bitrix24: {idFields: {company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C}}
exchanges:
  - {name: Контрагенты, preset: counterparties, soleProprietor: FORM, innFields: [UF_CRM_INN]}
  - {name: Контактные лица, preset: contacts}
`

interface Client {
  readonly at: number
  readonly id: string
  readonly form: 'company' | 'soleProprietor' | 'person'
  readonly entity: 'company' | 'contact'
  readonly inn: string
  name: string
  phones: string[]
  emails: string[]
  legal: string
  actual: string
  /** On the portal none is taken away that 1C told before; the last is what 1C tells now. */
  accounts: string[]
  /** What a manager had written on the card before 1C came. */
  handMade: HandMade | null
}

interface Person {
  readonly at: number
  readonly id: string
  readonly name: string
  readonly companies: string[]
  version: number
  /** Whether the table of contact persons has told of them already, and with which version. */
  told: number | null
}

function newClient(at: number, random: () => number, soleIsCompany: boolean): Client {
  const form = at % 7 === 4 ? 'soleProprietor' : at % 5 === 3 ? 'person' : 'company'
  const entity = form === 'company' || (form === 'soleProprietor' && soleIsCompany) ? 'company' : 'contact'
  const inn = form === 'company' ? innOf(at * 37) : form === 'soleProprietor' ? soleInnOf(at) : ''
  const phones = [phoneOf(at, 0)]
  if (random() < 0.4) phones.push(phoneOf(at, 50))
  const isFirm = form !== 'person'
  const client: Client = {
    at,
    id: `c${String(at).padStart(7, '0')}-1111-4222-8333-444455556666`,
    form,
    entity,
    inn,
    name: nameOf(form, at),
    phones,
    emails: random() < 0.5 ? [`firma${at}@example.ru`] : [],
    legal: isFirm ? `г Тверь, ул Полевая, д. ${at + 1}` : '',
    actual: isFirm && random() < 0.5 ? `г Клин, ул Садовая, д. ${at + 1}` : '',
    accounts: isFirm && random() < 0.6 ? [accountOf(at, 0)] : [],
    handMade: null,
  }
  if (isFirm && random() < 0.35) {
    // The number that 1C will tell may stand there already, in another spelling.
    const own = random() < 0.5 ? [phones[0]!.replace('+7', '8')] : []
    const innIn = entity === 'company' && random() < 0.4 ? 'field' : 'requisite'
    client.handMade = { entity, title: `Ручная карточка ${at}`, inn, innIn, phones: [...own, `+7916700${String(1000 + at)}`] }
  }
  return client
}

function change(client: Client, random: () => number): void {
  const pick = random()
  const version = 1 + Math.floor(random() * 40)
  if (pick < 0.35) client.phones = [phoneOf(client.at, version), ...client.phones.slice(1)]
  if (pick > 0.2 && pick < 0.5 && client.form === 'company') client.name = `${nameOf('company', client.at)} Плюс ${version}`
  if (pick > 0.4 && pick < 0.7) client.emails = [...client.emails, `pochta${client.at}v${version}@example.ru`]
  if (client.form === 'person') return
  if (pick > 0.5 && pick < 0.8) client.legal = `г Тверь, ул Новая, д. ${100 * version + client.at}`
  if (pick > 0.6) client.accounts = [...client.accounts, accountOf(client.at, version)]
  if (pick > 0.75 && client.actual === '') client.actual = `г Клин, ул Длинная, д. ${100 * version + client.at}`
}

function newPerson(at: number, company: string): Person {
  const id = `a${String(at).padStart(7, '0')}-1111-4222-8333-444455556666`
  return {
    at,
    id,
    name: `Осокина Вера ${patronymics[at % patronymics.length]}${'а'.repeat(Math.floor(at / patronymics.length))}`,
    companies: [company],
    version: 0,
    told: null,
  }
}

interface RoundParts {
  readonly number: number
  readonly told: readonly Client[]
  readonly fresh: readonly Client[]
  readonly known: readonly Client[]
  readonly people: readonly Person[]
  /** Each so-many-th person stands in the table of contact persons. */
  readonly tell: number
}

function roundOf({ number, told, fresh, known, people, tell }: RoundParts): Round {
  const clientsFile = number === 1 ? 'in/kontragenty.xml' : `in/kontragenty ${number}.xml`
  const peopleFile = `in/lica ${number}.csv`
  const knownIds = new Set(known.map(({ id }) => id))
  const there = people.filter(({ companies }) => companies.some((id) => knownIds.has(id)))
  const inTable = there.filter((_, place) => place % tell === 0)
  for (const person of inTable) person.told = person.version
  return {
    handMade: fresh.flatMap(({ handMade }) => (handMade === null ? [] : [handMade])),
    files: {
      [clientsFile]: clientsXml(told, people, `2026-03-0${number}T10:00:00`),
      [peopleFile]: peopleCsv(inTable),
    },
    rows: { [clientsFile]: told.map(({ id }) => id), [peopleFile]: inTable.map(({ id }) => id) },
    expected: new Map([
      ...known.map((client) => [client.id, expectedClient(client)] as const),
      ...there.map((person) => [person.id, expectedPerson(person, knownIds)] as const),
    ]),
  }
}

function expectedClient(client: Client): ExpectedCard {
  const { entity, name, phones, emails, inn, legal, actual, accounts, handMade } = client
  const managers = (handMade?.phones ?? []).slice(-1)
  return {
    entity,
    name: client.form === 'soleProprietor' && entity === 'contact' ? name.replace(/^ИП /, '') : name,
    phones: [...phones, ...managers].sort(),
    emails: [...emails].sort(),
    inn,
    addresses: Object.fromEntries(
      Object.entries({ 1: actual, 6: legal }).flatMap(([type, address]) => (address === '' ? [] : [[type, streetOf(address)]])),
    ),
    accounts: [...accounts].sort(),
    companies: [],
  }
}

function expectedPerson({ at, name, companies, told }: Person, known: ReadonlySet<string>): ExpectedCard {
  return {
    entity: 'contact',
    name,
    phones: told === null ? [] : [mobileOf(at, told)],
    emails: told === null ? [] : [`vera${at}@example.ru`],
    inn: '',
    addresses: {},
    accounts: [],
    companies: companies.filter((id) => known.has(id)).sort(),
  }
}

function clientsXml(clients: readonly Client[], people: readonly Person[], generated: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}"><Контрагенты>
${clients.map((client) => clientXml(client, people)).join('\n')}
</Контрагенты></КоммерческаяИнформация>
`
}

function clientXml({ id, form, name, inn, phones, emails, legal, actual, accounts }: Client, people: readonly Person[]): string {
  const official = form === 'company' ? 'ОфициальноеНаименование' : 'ПолноеНаименование'
  const contact = (type: string, value: string) => `<Контакт><Тип>${type}</Тип><Значение>${value}</Значение></Контакт>`
  const account = (value: string) =>
    `<РасчетныйСчет><НомерСчета>${value}</НомерСчета><Банк><БИК>${bik}</БИК><Наименование>Банк Первый</Наименование></Банк></РасчетныйСчет>`
  const persons = people.filter(({ companies }) => companies.includes(id))
  return `<Контрагент><Ид>${id}</Ид><Наименование>${name}</Наименование><${official}>${name}</${official}>
${inn === '' ? '' : `<ИНН>${inn}</ИНН>`}${form === 'company' ? '<КПП>695001001</КПП>' : ''}<Роль>Покупатель</Роль>
<РасчетныеСчета>${accounts.map(account).join('')}</РасчетныеСчета>
<Представители>${persons.map((person) => `<Представитель><Отношение>Контактное лицо</Отношение><Ид>${person.id}</Ид><Наименование>${person.name}</Наименование></Представитель>`).join('')}</Представители>
${actual === '' ? '' : `<Адрес><Представление>${actual}</Представление></Адрес>`}
${legal === '' ? '' : `<АдресРегистрации><Представление>${legal}</Представление></АдресРегистрации>`}
<Контакты>${[...phones.map((phone) => contact('Телефон рабочий', phone)), ...emails.map((email) => contact('Почта', email))].join('')}</Контакты></Контрагент>`
}

function peopleCsv(people: readonly Person[]): string {
  const rows = people.map(
    ({ at, id, name, companies, version }) =>
      `${id};${name};${companies[0]!};Бухгалтер;${mobileOf(at, version)};vera${at}@example.ru`,
  )
  return ['Ид;ФИО;Код контрагента;Должность;Мобильный телефон;E-mail', ...rows, ''].join('\r\n')
}

function nameOf(form: Client['form'], at: number): string {
  if (form === 'company') return `ООО Ромашка ${at}`
  const patronymic = `${patronymics[at % patronymics.length]}${'а'.repeat(Math.floor(at / patronymics.length))}`
  return form === 'person' ? `Рябова Анна ${patronymic}` : `ИП Захарова Инна ${patronymic}`
}

const patronymics = ['Львовна', 'Ильинична', 'Олеговна', 'Юрьевна', 'Петровна', 'Павловна', 'Андреевна']

function phoneOf(at: number, version: number): string {
  return `+7495${String(2_000_000 + at * 100 + version)}`
}

function mobileOf(at: number, version: number): string {
  return `+7916${String(3_000_000 + at * 100 + version)}`
}

/** An account at the bank with the БИК of this world, with the right check digit, which is the ninth. */
function accountOf(at: number, version: number): string {
  const [before, after] = ['40702810', `0000${String(at).padStart(3, '0')}${String(version).padStart(4, '0')}`]
  const keyed = (key: number) => `${before}${key}${after}`
  const sumOf = (account: string) =>
    [...`${bik.slice(-3)}${account}`].reduce((sum, figure, place) => sum + ((Number(figure) * [7, 1, 3][place % 3]!) % 10), 0)
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(keyed).find((account) => sumOf(account) % 10 === 0)!
}

const bik = '044525225'

function streetOf(address: string): string {
  return address.replace(/^.*ул /, '').replace(/, д\. .*$/, '')
}

/** An invented ИНН of a person with the right check digits. */
function soleInnOf(at: number): string {
  const ten = `7701${String(at).padStart(6, '0')}`
  const eleven = ten + digit(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  return eleven + digit(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}

function digit(text: string, weights: readonly number[]): string {
  return String((weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0) % 11) % 10)
}
