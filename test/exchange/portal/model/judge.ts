import assert from 'node:assert/strict'
import { fateOf, type ModelRules, nextBase, phoneFault } from './expectation.ts'
import { type CardView, type PortalView, type RequisiteView, viewKey } from './portal-view.ts'
import { allKeys, innOfKey, isCompany, type ToldFile, type Word } from './words.ts'

/** What the model knows of a 1C id. */
export interface Memory {
  link: number | null
  /** Card that its exchange passed over because it was there already (`mode: create`): contacts are bound to it all the same. */
  there: number | null
  /** By field, what 1C is known to have put there; null: the card is not known yet. */
  base: Readonly<Record<string, string>> | null
  phones: readonly string[]
  /** The last words that were applied, and the companies they bound. */
  applied: string | null
  bound: readonly string[]
  /** Words that did not get through. */
  left: { readonly word: Word; readonly companies: readonly string[]; readonly isWaiting: boolean } | null
  /** Other states of the card while it was worked on: a run was cut short, or an answer was lost. */
  seen: readonly CardView[]
}

/** A run that the exchange has finished, with what was seen around it. */
export interface FinishedRun {
  readonly number: number
  readonly direction: 'in' | 'retry' | 'undo'
  readonly undoOf: number | null
  /** Files in the order of their messages, repeats left out. */
  readonly files: readonly ToldFile[]
  /** The portal at the start of every try; more than one where it was cut short. */
  readonly starts: readonly PortalView[]
  readonly end: PortalView
  /** Cards that people deleted while the run was open, as they were then. */
  readonly deleted: readonly CardView[]
  /** Something went wrong on the line. */
  readonly isTroubled: boolean
  /** What the exchange says of its cards, by 1C id. */
  readonly outcomes: ReadonlyMap<string, { readonly action: string; readonly code: string }>
  /** A person asked for the retry. */
  readonly isAsked: boolean
}

interface Deed {
  readonly memory: Memory
  readonly before: CardView | null
  readonly after: CardView
  readonly isSure: boolean
}

export interface Model {
  readonly memories: ReadonlyMap<string, Memory>
  judge(run: FinishedRun): void
  linkOf(key: string): number | null
}

export function openModel(rules: ModelRules): Model {
  const memories = new Map<string, Memory>(allKeys.map((key) => [key, blank()]))
  const companiesTold = new Set<string>()
  const deeds = new Map<number, Map<string, Deed>>()
  /** 1C ids of which a run may have written something, or not. */
  const maybe = new Map<number, Set<string>>()
  const of = (key: string) => memories.get(key)!
  const cardIdOf = (key: string) => of(key).link ?? of(key).there

  return {
    memories,
    linkOf: (key) => of(key).link,
    judge(run) {
      const touched = new Set<string>()
      if (run.direction === 'undo') judgeUndo(run, touched)
      else judgeWords(run, touched)
      judgeRest(run, touched)
    },
  }

  function judgeWords(run: FinishedRun, touched: Set<string>): void {
    const staged = run.direction === 'in' ? stagedOf(run.files) : leftOver(run)
    assert.deepEqual([...run.outcomes.keys()].sort(), [...staged.keys()].sort(), `run ${run.number}: the 1C ids that it works on`)
    const claims = new Map<string, string>()
    const owners = ownersNow()
    const done = new Map<string, Deed>()
    deeds.set(run.number, done)
    maybe.set(run.number, new Set())
    const order = [...staged].sort(([a], [b]) => Number(isCompany(b)) - Number(isCompany(a)))
    for (const [key, { word, companies }] of order) judgeCard(run, key, word, companies, { claims, owners, done, touched })
  }

  /** Whose the cards are, as a plan sees it: what it makes of one 1C id it does not see for the next. */
  function ownersNow(): ReadonlyMap<string, string> {
    return new Map(
      [...memories].flatMap(([key, { link }]) => (link === null ? [] : [[viewKey(isCompany(key) ? 4 : 3, link), key] as const])),
    )
  }

  /** The newest file is read first, and the first word of a 1C id counts. */
  function stagedOf(files: readonly ToldFile[]): Map<string, { word: Word; companies: readonly string[] }> {
    const staged = new Map<string, { word: Word; companies: readonly string[] }>()
    const ordered = files
      .map((file, place) => ({ file, place }))
      .sort((a, b) => {
        const persons = ({ words }: ToldFile) => Number(words[0]?.kind === 'contactPerson')
        return (
          persons(a.file) - persons(b.file) ||
          (a.file.generated < b.file.generated ? 1 : a.file.generated > b.file.generated ? -1 : b.place - a.place)
        )
      })
    for (const { file } of ordered) {
      for (const word of file.words) {
        const memory = of(word.key)
        const there = staged.get(word.key)
        const known = word.company !== '' && companiesTold.has(word.company) ? [word.company] : []
        const before = there?.companies ?? [...new Set([...memory.bound, ...(memory.left?.companies ?? [])])]
        const companies = [...new Set([...before, ...known])]
        if (there !== undefined) {
          staged.set(word.key, { ...there, companies })
          continue
        }
        const isSame = memory.link !== null && memory.left === null && memory.applied === said(word)
        if (isSame && companies.every((each) => memory.bound.includes(each))) continue
        memory.left = null
        staged.set(word.key, { word, companies })
        if (word.kind === 'company') companiesTold.add(word.key)
      }
    }
    return staged
  }

  function leftOver(run: FinishedRun): Map<string, { word: Word; companies: readonly string[] }> {
    const left = [...memories].flatMap(([key, { left }]) =>
      left !== null && (run.isAsked || left.isWaiting) ? [[key, left] as const] : [],
    )
    for (const [key] of left) of(key).left = null
    return new Map(left)
  }

  function judgeCard(
    run: FinishedRun,
    key: string,
    word: Word,
    companies: readonly string[],
    {
      claims,
      owners,
      done,
      touched,
    }: { claims: Map<string, string>; owners: ReadonlyMap<string, string>; done: Map<string, Deed>; touched: Set<string> },
  ): void {
    const memory = of(key)
    const outcome = run.outcomes.get(key)!
    const where = `run ${run.number}, ${key} (${outcome.action} ${outcome.code})`
    const entityTypeId = isCompany(key) ? 4 : 3
    const view = (portal: PortalView, id: number | null) => (id === null ? null : (portal.get(viewKey(entityTypeId, id)) ?? null))
    const [first, last] = [run.starts[0]!, run.starts.at(-1)!]
    const isSure = run.starts.length === 1 && memory.seen.length === 0 && !run.isTroubled
    const marked = (portal: PortalView) =>
      [...portal.values()].filter((card) => card.entityTypeId === entityTypeId && card.mark === `1C|${key}`)
    const before: Memory = { ...memory }

    const leave = (isWaiting: boolean) => {
      memory.left = { word, companies, isWaiting }
    }
    const untouched = () => {
      if (isSure)
        for (const card of [memory.link, ...marked(first).map(({ id }) => id)])
          assert.deepEqual(view(run.end, card), view(first, card), `${where}: nothing is written`)
    }
    // An answer that never came may leave a card for the next time; nothing more is known until then.
    if (!isSure && ['waiting', 'refused'].includes(outcome.action) && outcome.code !== 'plan.company-waits') {
      assert.ok(run.isTroubled || run.starts.length > 1, where)
      leave(outcome.action === 'waiting')
      touched.add(key)
      maybe.get(run.number)!.add(key)
      memory.seen = [...memory.seen, ...run.starts.flatMap((start) => marked(start)), ...marked(run.end)]
      return
    }

    // What an earlier start wrote, and people deleted before the last, is what the exchange remembers: a dead link.
    const lost = run.deleted.findLast(
      (card) => card.entityTypeId === entityTypeId && (card.id === memory.link || card.mark === `1C|${key}`),
    )
    const isDone = ['created', 'updated', 'unchanged'].includes(outcome.action)
    if (run.starts.length > 1 && isDone && lost !== undefined && marked(run.end).length === 0) {
      touched.add(key)
      const bound = [...new Set([...memory.bound, ...companies.filter((each) => cardIdOf(each) !== null)])]
      Object.assign(memory, { link: lost.id, applied: said(word), bound, left: null, seen: [...memory.seen, emptyCard] })
      return
    }
    const isDead = memory.link !== null && view(last, memory.link) === null
    if (isDead && rules.vanished === 'review') {
      assert.equal(outcome.action, 'review', where)
      untouched()
      leave(false)
      return
    }
    const passed = find(key, first, new Map(claims), owners).held
    const wasThere = passed !== null
    // What the first start of a run decided to pass over stays so for the whole run, whatever people made meanwhile.
    if (!isSure && passed !== null && outcome.code === 'plan.only-create') {
      memory.there = passed.id
      return
    }
    let found = find(key, last, claims, owners)
    // Looked at once more after a lost answer, the card of another is seen to be its own.
    if (found.doubt && !isSure && outcome.action !== 'review') found = find(key, last, claims, ownersNow())
    const { held, isFound, doubt } = found
    // The link of what an earlier try made is not known here: people may have deleted that card.
    const mayBeDead = !isSure && outcome.action === 'review' && (held === null || outcome.code === 'plan.vanished')
    if (doubt || (mayBeDead && rules.vanished === 'review')) {
      assert.equal(outcome.action, 'review', where)
      untouched()
      leave(false)
      // What an earlier start of this run made, and people took away since, is what the exchange remembers: a dead link.
      if (outcome.code === 'plan.vanished' && memory.link === null) {
        memory.link = unseen
        memory.seen = [...memory.seen, emptyCard]
      }
      return
    }
    const waits = companies.some((each) => cardIdOf(each) === null && companiesTold.has(each))
    if (rules.mode === 'update' && !isSure && !wasThere && outcome.code === 'plan.only-update') return
    if (held === null) {
      if (rules.mode === 'update') {
        assert.equal(outcome.action, 'skipped', where)
        return
      }
      if (waits) {
        assert.equal(outcome.action, 'waiting', where)
        leave(true)
        return
      }
    } else if (rules.mode === 'create' && (isSure || wasThere || held.mark !== `1C|${key}`)) {
      assert.equal(outcome.action, 'skipped', where)
      untouched()
      memory.there = held.id
      return
    }

    // From here on 1C's words go to the card, whichever it is.
    touched.add(key)
    const base = isFound || held === null ? null : memory.base
    const seen = [
      ...memory.seen,
      ...run.starts.flatMap((start) => (held === null ? [] : (view(start, held.id) ?? []))),
      ...(held === null ? [emptyCard] : [held]),
    ]
    const wanted = wantedOf(word)
    const fateIn = (card: CardView, field: string, now: string) => {
      const value = fieldsOf(card, key)[field] ?? ''
      // What somebody called a requisite made by hand is left to them.
      if (field === 'requisiteName' && base === null && value !== '') return { value, isConflict: false }
      return fateOf({ now, base: base?.[field], held: value }, rules, neverBlank.has(field))
    }
    const fates = (card: CardView) => Object.entries(wanted).map(([field, now]) => [field, fateIn(card, field, now)] as const)
    const isConflict = held !== null && rules.conflict === 'review' && fates(held).some(([, { isConflict }]) => isConflict)
    if (outcome.action === 'review' || (isConflict && isSure)) {
      assert.equal(outcome.action, 'review', where)
      assert.ok(
        isConflict || seen.some((card) => fates(card).some(([, fate]) => fate.isConflict)) || !isSure,
        `${where}: a conflict`,
      )
      untouched()
      leave(false)
      // A start that was cut short may have made the card before a person changed it.
      if (!isSure) memory.seen = [...memory.seen, ...run.starts.flatMap((start) => marked(start)), ...marked(run.end)]
      return
    }

    const cards = marked(run.end)
    assert.equal(cards.length, 1, `${where}: exactly one record of the 1C id`)
    const after = cards[0]!
    if (held !== null) assert.equal(after.id, held.id, `${where}: the record that was there`)
    const tries = isSure ? [held ?? emptyCard] : seen
    for (const [field, now] of Object.entries(wanted)) {
      const allowed = tries.map((card) => fateIn(card, field, now).value)
      if (!isSure && held !== null) allowed.push(fieldsOf(held, key)[field] ?? '')
      const has = fieldsOf(after, key)[field] ?? ''
      assert.ok(
        allowed.includes(has),
        `${where}: ${field} is «${has}», not «${[...new Set(allowed)].join('» or «')}» (1C said «${base?.[field]}», says «${now}»)`,
      )
    }
    if (isCompany(key)) {
      const ours = requisiteOf(after, key)
      assert.notEqual(ours, null, `${where}: it has its requisite`)
      const had = held === null ? 0 : held.requisites.length
      assert.equal(
        after.requisites.length,
        held !== null && requisiteOf(held, key) !== null ? had : had + 1,
        `${where}: requisites`,
      )
    }
    const phones = { now: word.phones, base: base === null ? [] : memory.phones, after: after.phones }
    const faults = tries.map((card) => phoneFault({ ...phones, held: card.phones }, rules))
    if (faults.every((fault) => fault !== null)) {
      const again = isSure ? null : phoneFault({ ...phones, base: word.phones, held: held?.phones ?? [] }, rules)
      assert.equal(isSure ? faults[0] : again, null, `${where}: phones ${after.phones.join()}`)
    }
    if (isSure) {
      const told = companies.filter((each) => !(base === null ? [] : memory.bound).includes(each))
      const ids = told.flatMap((each) => cardIdOf(each) ?? []).filter((id) => run.end.has(viewKey(4, id)))
      const more = ids.filter((id) => !after.companyIds.includes(id))
      assert.deepEqual(more, [], `${where}: companies that it belongs to (${after.companyIds.join()})`)
      const strange = after.companyIds.filter(
        (id) => !(held?.companyIds ?? []).includes(id) && !companies.some((each) => cardIdOf(each) === id),
      )
      assert.deepEqual(strange, [], `${where}: companies that nobody named`)
      const isChanged = JSON.stringify({ ...held, id: 0 }) !== JSON.stringify({ ...after, id: 0 })
      const action = waits ? 'waiting' : held === null ? 'created' : isChanged ? 'updated' : 'unchanged'
      assert.equal(outcome.action, action, where)
    }
    if (!isSure) maybe.get(run.number)!.add(key)
    if (JSON.stringify(held) !== JSON.stringify(after) || !isSure)
      done.set(key, { memory: before, before: isSure ? held : null, after, isSure })
    const stillWaiting = companies.filter((each) => cardIdOf(each) === null && companiesTold.has(each))
    Object.assign(memory, {
      link: after.id,
      base: Object.fromEntries(Object.entries(wanted).map(([field, now]) => [field, nextBase(now, base?.[field], rules)])),
      phones: word.phones,
      applied: said(word),
      bound: [...new Set([...memory.bound, ...companies.filter((each) => !stillWaiting.includes(each))])],
      left: waits ? { word, companies, isWaiting: true } : null,
      seen: [],
    } satisfies Partial<Memory>)
  }

  /** The card that a 1C id is, by its link, by the mark of the exchange, by the ИНН. */
  function find(
    key: string,
    portal: PortalView,
    claims: Map<string, string>,
    owners: ReadonlyMap<string, string>,
  ): { readonly held: CardView | null; readonly isFound: boolean; readonly doubt: boolean } {
    const entityTypeId = isCompany(key) ? 4 : 3
    const { link } = of(key)
    const linked = link === null ? undefined : portal.get(viewKey(entityTypeId, link))
    if (linked !== undefined) return { held: linked, isFound: false, doubt: false }
    const isFree = ({ id, mark }: CardView) => {
      const owner = owners.get(viewKey(entityTypeId, id))
      return owner === undefined ? mark === '' || mark === `1C|${key}` : owner === key
    }
    const all = [...portal.values()].filter((card) => card.entityTypeId === entityTypeId && isFree(card))
    const inn = innOfKey(key)
    const ways = [
      all.filter(({ mark }) => mark === `1C|${key}`),
      inn === '' ? [] : all.filter(({ requisites }) => requisites.some((each) => each.inn === inn)),
    ]
    for (const cards of ways) {
      if (cards.length > 1) return { held: null, isFound: false, doubt: true }
      const [card] = cards
      if (card === undefined) continue
      const by = claims.get(viewKey(entityTypeId, card.id))
      if (by !== undefined && by !== key) return { held: null, isFound: false, doubt: true }
      claims.set(viewKey(entityTypeId, card.id), key)
      return { held: card, isFound: true, doubt: false }
    }
    return { held: null, isFound: false, doubt: false }
  }

  function judgeUndo(run: FinishedRun, touched: Set<string>): void {
    const done = deeds.get(run.undoOf!)!
    const unsure = maybe.get(run.undoOf!)!
    const sure = (keys: Iterable<string>) => [...keys].filter((key) => !unsure.has(key)).sort()
    assert.deepEqual(sure(run.outcomes.keys()), sure(done.keys()), `undo ${run.number}: the cards that were changed`)
    for (const key of run.outcomes.keys()) touched.add(key)
    const left = new Map<string, Deed>()
    for (const [key, deed] of done) {
      const outcome = run.outcomes.get(key)
      if (outcome === undefined) continue
      const { action } = outcome
      const where = `undo ${run.number} of ${run.undoOf}, ${key} (${action})`
      const [start] = run.starts
      const at = viewKey(deed.after.entityTypeId, deed.after.id)
      const held = start!.get(at) ?? null
      const now = run.end.get(at) ?? null
      const isSure = deed.isSure && run.starts.length === 1
      if (isSure && held !== null) {
        const isTouched = JSON.stringify(held) !== JSON.stringify(deed.after)
        if (deed.before === null) assert.deepEqual(now, isTouched ? held : null, `${where}: what it made`)
        else if (!isTouched) assert.deepEqual(comparable(now), comparable(deed.before), `${where}: as it was before`)
        else judgePartly(deed, held, now, key, where)
      }
      const isRefused = !['updated', 'unchanged', 'created'].includes(action)
      if (isRefused) {
        left.set(key, deed)
        if (isSure && held !== null) assert.notDeepEqual(held, deed.after, `${where}: somebody touched it`)
        continue
      }
      const { link, base, phones, applied, bound } = deed.memory
      Object.assign(of(key), { link, base, phones, applied, bound, seen: [] })
    }
    deeds.set(run.undoOf!, left)
  }

  /** Somebody has touched the card: what they did stays, field by field. */
  function judgePartly({ before, after }: Deed, held: CardView, now: CardView | null, key: string, where: string): void {
    assert.notEqual(now, null, `${where}: it is there`)
    const sides = [before!, after, held, now!].map((card) => fieldsOf(card, key))
    for (const field of Object.keys(sides[0]!)) {
      const [was, wrote, has, is] = sides.map((each) => each[field] ?? '')
      // A requisite that the run added goes or stays as a whole.
      if (before!.requisites.length !== after.requisites.length && field.startsWith('requisite')) continue
      assert.equal(is, has === wrote ? was : has, `${where}: ${field}`)
    }
    const own = held.phones.filter((each) => !after.phones.includes(each))
    assert.deepEqual(
      own.filter((each) => !now!.phones.includes(each)),
      [],
      `${where}: numbers of people`,
    )
  }

  /** Nothing else on the portal has changed, and there is no record more than expected. */
  function judgeRest(run: FinishedRun, touched: ReadonlySet<string>): void {
    const marks = new Map<string, number>()
    for (const card of run.end.values()) {
      if (card.mark === '') continue
      const mark = `${card.entityTypeId} ${card.mark}`
      marks.set(mark, (marks.get(mark) ?? 0) + 1)
      assert.equal(marks.get(mark), 1, `run ${run.number}: two records of ${card.mark}`)
    }
    const [first, last] = [run.starts[0]!, run.starts.at(-1)!]
    for (const [at, card] of run.end) {
      const isTouched =
        touched.has(card.mark.slice('1C|'.length)) || [...touched].some((key) => sameCard(of(key).link, key, card))
      if (!first.has(at) && !last.has(at))
        assert.ok(touched.has(card.mark.slice('1C|'.length)), `run ${run.number}: card ${at} «${card.name}» came from nowhere`)
      else if (!isTouched && run.direction !== 'undo')
        assert.deepEqual(card, last.get(at), `run ${run.number}: card ${at} is nobody's business`)
    }
    for (const at of last.keys())
      if (run.direction !== 'undo') assert.ok(run.end.has(at), `run ${run.number}: card ${at} is gone`)
  }
}

function sameCard(link: number | null, key: string, { id, entityTypeId }: CardView): boolean {
  return link === id && (entityTypeId === 4) === isCompany(key)
}

/** A card that came and went between two looks at the portal. */
const unseen = 0

function blank(): Memory {
  return { link: null, there: null, base: null, phones: [], applied: null, bound: [], left: null, seen: [] }
}

function said({ company: _, ...word }: Word): string {
  return JSON.stringify(word)
}

function wantedOf({ key, kind, name, full, comment, post }: Word): Readonly<Record<string, string>> {
  if (kind !== 'company') return { name, comment, post }
  const whole = full === '' ? name : full
  return { name, comment, requisiteInn: innOfKey(key), requisiteFull: whole, requisiteName: whole, requisiteCompany: name }
}

const neverBlank: ReadonlySet<string> = new Set(['name', 'requisiteName'])

function fieldsOf(card: CardView, key: string): Readonly<Record<string, string>> {
  const { name, comment, post } = card
  const ours = requisiteOf(card, key)
  return {
    name,
    comment,
    post,
    requisiteInn: ours?.inn ?? '',
    requisiteFull: ours?.full ?? '',
    requisiteName: ours?.name ?? '',
    requisiteCompany: ours?.companyName ?? '',
  }
}

/** The requisite of a card that is this 1C id's: by its mark, or one of its ИНН. */
export function requisiteOf({ requisites }: CardView, key: string): RequisiteView | null {
  const inn = innOfKey(key)
  return (
    requisites.find(({ xmlId }) => xmlId === `1C|${key}`) ?? requisites.find((each) => inn !== '' && each.inn === inn) ?? null
  )
}

const emptyCard: CardView = {
  id: 0,
  entityTypeId: 4,
  mark: '',
  name: '',
  comment: '',
  post: '',
  phones: [],
  companyIds: [],
  requisites: [],
}

// What is made anew on the way back has another id, and stands at the end.
function comparable(card: CardView | null) {
  return card === null ? null : { ...card, phones: card.phones.toSorted(), requisites: card.requisites }
}
