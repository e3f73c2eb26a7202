import assert from 'node:assert/strict'
import { requisitesOf } from '../hands.ts'
import type { PortalExchange } from '../portal-folder.ts'
import type { Dialect } from './dialect.ts'
import type { MixedSettings } from './mixed-settings.ts'
import { cardOf } from './mixed-world.ts'

interface Scene {
  readonly folder: PortalExchange
  readonly mixed: MixedSettings
  readonly dialect: Dialect
}

/** Whom the first export must have given a card, and what it is like. */
export function judgeFirst({ folder, mixed, dialect }: Scene): void {
  for (const key of ['elm', 'ash', 'oak', 'sole', 'orlova', 'staffed', 'flower'] as const) {
    const card = cardOf(folder, dialect, key)
    assert.equal(card !== null, isApplied(key, mixed), `${key} has a card`)
    if (card === null) continue
    const { row, isByHand, isCompany } = card
    assert.equal(isByHand, isFound(key, mixed), `${key} was there`)
    if (!isByHand) {
      assert.equal(row['opened'], mixed.openToAll === 'true' ? 'Y' : 'N', `openToAll of ${key}`)
      assert.equal(row['assignedById'], mixed.responsible === 'Анна Белова' ? 8 : 1, `responsible of ${key}`)
    }
    if (mixed.idFields !== '{}') assert.equal(row['UF_CRM_ID_1C'], dialect.idOf(key), `idFields of ${key}`)
    if (key === 'sole') assert.equal(isCompany, mixed.soleProprietor === 'company')
    if (key === 'orlova') assert.equal(isCompany, mixed.person === 'company')
    if (key === 'flower')
      assert.equal(industryOf(folder, row['industry']), mixed.missingValues === 'create' ? 'Цветоводство' : '')
    if (key === 'elm' && isByHand) assert.equal(row['title'], mixed.conflict === 'crm' ? 'От руки 1' : 'Вяз ООО')
  }
  judgeAlways({ folder, mixed, dialect })
  assert.equal(cardOf(folder, dialect, 'gone') !== null, mixed.deleted === 'keep' && mixed.mode !== 'update', 'marked as deleted')
}

/** What the second export must have changed of them, and what not. */
export function judgeLater({ folder, mixed, dialect }: Scene): void {
  const isChanged = mixed.mode !== 'create'
  const ash = cardOf(folder, dialect, 'ash')
  assert.equal(ash !== null, isApplied('ash', mixed))
  if (ash !== null) {
    assert.equal(ash.row['comments'], isChanged && mixed.conflict === '1c' ? 'Предоплата' : 'Спросить Ольгу')
    const isCleared = isChanged && mixed.blanks === 'clear' && mixed.conflict !== 'review'
    assert.equal(requisitesOf(folder, 4, ash.row.id)[0]!['RQ_OKPO'] ?? '', isCleared ? '' : '12345678')
  }
  const isRemade = isApplied('oak', mixed) && mixed.vanished === 'create' && mixed.mode !== 'update'
  assert.equal(cardOf(folder, dialect, 'oak') !== null, isRemade, 'the card that was deleted')
  const sole = cardOf(folder, dialect, 'sole')
  if (sole !== null) {
    const isTold = isChanged && mixed.deleted !== 'skip'
    assert.equal(sole.row['comments'] ?? '', isTold && mixed.blanks === 'clear' ? '' : 'Отсрочка')
    assert.equal(sole.row['UF_CRM_MANAGER_1C'] ?? '', isTold && mixed.deleted === 'mark' ? 'удалён' : '')
    if (mixed.openToAll === 'true') assert.equal(sole.row['opened'], isTold && mixed.deleted === 'close' ? 'N' : 'Y')
  }
  assert.equal(cardOf(folder, dialect, 'gone') !== null, mixed.mode !== 'update', 'no longer marked as deleted')
  judgeAlways({ folder, mixed, dialect })
}

function judgeAlways({ folder, mixed, dialect }: Scene): void {
  const [stranger] = folder.companies()
  assert.deepEqual([stranger!['title'], stranger!['originId'] ?? null], ['Чужая', null], 'nobody touches a card that fits none')
  const people = ['chief', 'clerk', 'porter'].filter((key) => cardOf(folder, dialect, key) !== null)
  if (mixed.contactPersons === 'false' || mixed.mode === 'update') assert.deepEqual(people, [])
  else if (isApplied('staffed', mixed)) assert.ok(people.includes('chief') && people.includes('clerk'), people.join(' '))
}

type Key = 'elm' | 'ash' | 'oak' | 'sole' | 'orlova' | 'staffed' | 'flower'

/** Is there a card that the settings let be found? */
function isFound(key: Key, { match, idFields, person }: MixedSettings): boolean {
  const by = (way: string) => match.slice(1, -1).split(', ').includes(way)
  switch (key) {
    case 'elm':
      return by('inn')
    case 'ash':
      return by('phone')
    case 'oak':
      return by('id-field') && idFields !== '{}'
    case 'staffed':
      return by('inn-in-text') || by('title')
    case 'orlova':
      return by('email') && person === 'contact'
    default:
      return false
  }
}

/** Does it get a card, or is the one that was found taken over? */
function isApplied(key: Key, mixed: MixedSettings): boolean {
  if (key === 'flower' && mixed.missingValues === 'refuse') return false
  if (!isFound(key, mixed)) return mixed.mode !== 'update'
  // All but one were called otherwise by hand, and a doubt is a person's to decide.
  return mixed.mode !== 'create' && (mixed.conflict !== 'review' || key === 'staffed')
}

function industryOf(folder: PortalExchange, code: unknown): string {
  const status = folder.state.statuses.find(({ ENTITY_ID, STATUS_ID }) => ENTITY_ID === 'INDUSTRY' && STATUS_ID === code)
  return String(status?.['NAME'] ?? '')
}
