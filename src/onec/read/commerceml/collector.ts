import { entryOf } from '../../../problems/describe.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Order } from '../../../records/order.ts'
import type { OnecRecord } from '../../../records/record.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { parseDate } from '../../../values/date.ts'
import type { ReadRow } from '../reading.ts'
import type { XmlDecision, XmlHandler } from '../xml/handler.ts'
import type { XmlNode } from '../xml/node.ts'
import { buildRecord } from './build-record.ts'
import { settleContainer } from './container.ts'
import type { RecordContext } from './context.ts'
import { Counter } from './counter.ts'
import { blanksOf } from './extra.ts'
import { toGroups } from './group.ts'
import { textOf } from './node-access.ts'
import { isOrder1, partiesOf } from './order1.ts'
import type { Party } from './parties1.ts'
import { type Place, type RecordElement, step } from './structure.ts'

/** What the head of a CommerceML file says. */
export interface CommercemlHead {
  readonly schemaVersion: string | null
  readonly namespace: string | null
  readonly generatedAt: string | null
  readonly changesOnly: boolean | null
}

/** Rows of a piece of the file, and the parties of its 1.x documents by row number. */
export interface Drained {
  readonly rows: readonly ReadRow[]
  readonly parties: ReadonlyMap<number, readonly Party[]>
}

/** Listens to one file and turns it into rows; the reader drains them chunk by chunk, so memory stays flat. */
export class CommercemlCollector implements XmlHandler {
  readonly counter = new Counter()
  readonly warnings: Problem[] = []
  head: CommercemlHead = { schemaVersion: null, namespace: null, generatedAt: null, changesOnly: null }
  /** Why the file is not read at all, told by its elements. */
  refusal: Problem | null = null

  #rows: ReadRow[] = []
  #parties = new Map<number, readonly Party[]>()
  #row = 0
  readonly #places: Place[] = ['file']
  #catalogueId = ''
  /** 1.x: who owns the catalogue or sells in the documents, and who buys. */
  readonly #sellers = new Set<string>()
  readonly #buyers = new Set<string>()
  #containers = 0
  /** Documents of the container that is being read; null outside one. */
  #contained: Order[] | null = null
  readonly #unknown = new Set<string>()
  readonly #groups = new Map<string, string>()
  readonly #context: RecordContext
  readonly #use: 'count' | 'read'

  /** `count`: only the counts are wanted, no rows are made. */
  constructor(use: 'count' | 'read', country?: string) {
    this.#use = use
    const collector = this
    this.#context = {
      origin: (node) => ({ line: node.line, row: collector.#row + 1 + (collector.#contained?.length ?? 0) }),
      get catalogueId() {
        return collector.#catalogueId
      },
      isOwnFirm: (id) => collector.#sellers.has(id) && !collector.#buyers.has(id),
      get container() {
        return collector.#contained === null ? null : collector.#containers
      },
      country,
    }
  }

  /** What was read since the last call. */
  drain(): Drained {
    const drained = { rows: this.#rows, parties: this.#parties }
    this.#rows = []
    this.#parties = new Map()
    return drained
  }

  open(name: string, attributes: ReadonlyMap<string, string>, depth: number, line: number, column: number): XmlDecision {
    const place = this.#places.at(-1)!
    if (depth === 0) this.#readRoot(name, attributes, line, column)
    if (this.refusal !== null) return 'skip'
    const found = step(place, name)
    if (found.decision === 'refuse') {
      this.refusal = problem(found.code, { element: name }, { line, column })
      return 'skip'
    }
    if (found.decision === 'descend') {
      this.#places.push(found.place)
      this.#enter(name, found.place, attributes)
    } else if (found.decision === 'skip' && !found.known) {
      this.#noteUnknown(name, line, column)
    }
    return found.decision
  }

  record(node: XmlNode): void {
    const found = step(this.#places.at(-1)!, node.name)
    if (found.decision === 'record') this.#take(found.record, node)
  }

  close(): void {
    if (this.#places.pop() === 'container') this.#leaveContainer()
  }

  #readRoot(name: string, attributes: ReadonlyMap<string, string>, line: number, column: number): void {
    if (name !== 'КоммерческаяИнформация') {
      const isFragment = step('file', name).decision !== 'skip'
      const found = problem(isFragment ? 'commerceml.fragment' : 'commerceml.other-root', { root: name }, { line, column })
      if (isFragment) this.warnings.push(found)
      else this.refusal = found
    }
    const generated = attributes.get('ДатаФормирования')?.trim() ?? ''
    const date = parseDate(generated)
    if (date.code !== null)
      this.warnings.push(problem(date.code, { value: generated }, { line, column, field: 'ДатаФормирования' }))
    this.head = {
      ...this.head,
      schemaVersion: attributes.get('ВерсияСхемы')?.trim() || null,
      namespace: attributes.get('xmlns') || null,
      generatedAt: date.value ?? (date.code === null ? null : generated),
    }
  }

  #enter(name: string, place: Place, attributes: ReadonlyMap<string, string>): void {
    if (place === 'catalogue') {
      this.#catalogueId = attributes.get('Идентификатор') ?? ''
      this.#sellers.add(attributes.get('Владелец') ?? '')
    }
    if (place === 'package') this.#catalogueId = ''
    if (place === 'container') {
      this.#containers += 1
      this.#contained = []
    }
    this.#noteChangesOnly(name === 'ИзмененияПакетаПредложений' ? 'true' : (attributes.get('СодержитТолькоИзменения') ?? ''))
  }

  #leaveContainer(): void {
    const documents = this.#contained ?? []
    this.#contained = null
    for (const order of settleContainer(documents)) this.#add(order)
  }

  #take(record: RecordElement, node: XmlNode): void {
    if (record === 'fact') this.#takeFact(node)
    else {
      this.counter.count(record, node)
      if (record === 'group') this.#takeGroups(node)
      else if (this.#use === 'read') this.#takeRecord(record, node)
    }
  }

  #takeRecord(record: Exclude<RecordElement, 'fact' | 'group'>, node: XmlNode): void {
    if (record === 'order' && isOrder1(node)) this.#takeParties(partiesOf(node))
    const built = buildRecord(record, node, this.#context)
    if (this.#contained !== null && built.kind === 'order') this.#contained.push(built)
    else this.#add(built)
  }

  #takeParties(parties: readonly Party[]): void {
    this.#parties.set(this.#row + 1, parties)
    for (const { id, role } of parties) (role === 'Продавец' ? this.#sellers : this.#buyers).add(id)
  }

  #takeFact(node: XmlNode): void {
    const text = textOf(node)
    if (node.name === 'СодержитТолькоИзменения') this.#noteChangesOnly(text)
    else if (node.name === 'ИдКаталога') this.#catalogueId = text
    else if (node.name === 'Ид' && this.#places.at(-1) === 'catalogue') this.#catalogueId = text
  }

  #takeGroups(node: XmlNode): void {
    for (const group of toGroups(node, this.#context)) {
      this.#noteGroup(group.id, group.parentId, group.origin.line)
      if (this.#use === 'read') this.#add(group)
    }
  }

  #add(record: OnecRecord): void {
    this.#row += 1
    const refused = record.problems.some((found) => entryOf(found).severity === 'error')
    const { line } = record.origin
    this.#rows.push({
      record: refused ? null : { ...record, origin: { line, row: this.#row } },
      kind: record.kind,
      id: record.id,
      line,
      row: this.#row,
      problems: record.problems,
      blanks: blanksOf(record.extra),
    })
  }

  // «false» of one part never outweighs «true» of another: a file is full only if every part of it says so.
  #noteChangesOnly(text: string): void {
    const value = parseBoolean(text).value
    if (value !== null) this.head = { ...this.head, changesOnly: this.head.changesOnly === true || value }
  }

  #noteGroup(id: string, parentId: string, line: number): void {
    const before = this.#groups.get(id)
    if (before !== undefined && before !== parentId && id !== '') {
      this.warnings.push(problem('commerceml.group-twice', { id }, { line }))
    }
    this.#groups.set(id, parentId)
  }

  #noteUnknown(name: string, line: number, column: number): void {
    if (this.#unknown.has(name)) return
    this.#unknown.add(name)
    this.warnings.push(problem('commerceml.unknown-element', { element: name }, { line, column }))
  }
}
