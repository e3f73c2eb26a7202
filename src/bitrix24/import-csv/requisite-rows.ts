import type { AddressDraft, BankAccountDraft, RequisiteDraft } from '../drafts/requisite.ts'
import { cellText, cut } from './cell.ts'
import { putAddress, sameAddress, showAddress } from './put-address.ts'
import { putBankAccount } from './put-bank-account.ts'
import { longestName, putRequisite, requisiteName, sameRequisite } from './put-requisite.ts'
import { nextRow, type Row, report } from './row.ts'

/** Rows that the importer takes for one card (`bitrix24-csv-import.md §8.3`). */
const mostRows = 50

/**
 * The rows of one card with its requisites. `first` holds the fields of the card; every row adds at most one requisite, one
 * address and one account, further ones stand on continuation rows, which repeat the key columns of the first (`§8.3`).
 */
export function requisiteRows(first: Row, requisites: readonly RequisiteDraft[], keyColumns: readonly string[]): readonly Row[] {
  if (!first.sheet.index.has('RQ_NAME')) return [first]
  const blocks = layOut(first, requisites)
  const steps = blocks.flatMap(stepsOf)
  const dropped = steps.splice(mostRows)
  if (dropped.length > 0) reportDropped(first, mostRows + dropped.length, dropped)
  const rows = steps.map((_, place) => (place === 0 ? first : continuation(first, keyColumns)))
  const names = uniqueNames(blocks.map(({ requisite }) => requisiteName(requisite, first.sheet.profile)))
  for (const [place, step] of steps.entries()) {
    const row = rows[place]
    if (row) fill(row, step, blocks, names)
  }
  return rows.length === 0 ? [first] : rows
}

/** One requisite with the addresses and accounts that it ends up with. */
interface Block {
  readonly requisite: RequisiteDraft
  readonly addresses: AddressDraft[]
  readonly accounts: BankAccountDraft[]
}

/** What one row adds. */
interface Step {
  readonly block: Block
  readonly opens: boolean
  readonly address: AddressDraft | undefined
  readonly account: BankAccountDraft | undefined
}

function layOut(row: Row, requisites: readonly RequisiteDraft[]): Block[] {
  const blocks: Block[] = []
  for (const requisite of requisites) {
    const addresses = requisite.addresses.filter((address) => showAddress(address) !== '')
    const accounts = requisite.bankAccounts.filter((account) => Object.values(account).some(hasText))
    if (!isFilled(requisite) && addresses.length === 0 && accounts.length === 0) continue
    const twin = blocks.find((block) => sameRequisite(block.requisite, requisite))
    if (twin) {
      report(row, 'import.requisite-twice', 'RQ_NAME', { value: titled(requisite), first: titled(twin.requisite) })
      addAddresses(row, twin, addresses)
      twin.accounts.push(...accounts)
    } else {
      const block: Block = { requisite, addresses: [], accounts: [...accounts] }
      addAddresses(row, block, addresses)
      blocks.push(block)
    }
  }
  return blocks
}

function addAddresses(row: Row, block: Block, addresses: readonly AddressDraft[]): void {
  for (const address of addresses) {
    const taken = block.addresses.find(({ type }) => type === address.type)
    if (!taken) block.addresses.push(address)
    else if (!sameAddress(taken, address)) {
      const type = row.sheet.profile.addressTypes[address.type].name
      report(row, 'import.address-twice', `RQ_RQ_ADDR_TYPE|${row.sheet.profile.country.id}`, {
        type,
        value: showAddress(address),
      })
    }
  }
}

function stepsOf(block: Block): Step[] {
  const { addresses, accounts } = block
  const length = Math.max(1, addresses.length, accounts.length)
  return Array.from({ length }, (_, place) => ({
    block,
    opens: place === 0,
    address: addresses[place],
    account: accounts[place],
  }))
}

function continuation(first: Row, keyColumns: readonly string[]): Row {
  const row = nextRow(first)
  for (const id of keyColumns) {
    const place = first.sheet.index.get(id)
    if (place !== undefined) row.cells[place] = first.cells[place] ?? ''
  }
  return row
}

function fill(row: Row, { block, opens, address, account }: Step, blocks: readonly Block[], names: readonly string[]): void {
  const number = blocks.indexOf(block) + 1
  if (opens) putRequisite(row, block.requisite, names[number - 1] ?? '', number)
  if (address) putAddress(row, address)
  if (account) {
    const bankNames = uniqueNames(block.accounts.map(accountName))
    const place = block.accounts.indexOf(account)
    putBankAccount(row, account, bankNames[place] ?? '', place + 1)
  }
}

function reportDropped(row: Row, rows: number, steps: readonly Step[]): void {
  const dropped = steps.flatMap(({ block, opens, address, account }) => [
    ...(opens ? [titled(block.requisite)] : []),
    ...(address ? [showAddress(address)] : []),
    ...(account ? [accountName(account)] : []),
  ])
  report(row, 'import.too-many-rows', 'RQ_NAME', { rows, max: mostRows, dropped: dropped.join('; ') })
}

/** A repeated name gets a number: the portal takes two requisites or accounts of one name for the same (`§8.4`). */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = cellText(name)
    for (let number = 2; taken.has(cut(unique, longestName)); number += 1) unique = numbered(cellText(name), ` (${number})`)
    taken.add(cut(unique, longestName))
    return unique
  })
}

function numbered(name: string, suffix: string): string {
  return cut(name, longestName - suffix.length) + suffix
}

function accountName({ name, bankName, account }: BankAccountDraft): string {
  return cellText(name) || cellText(`${bankName} ${account}`) || 'Банковский счёт'
}

function titled({ name, companyName, inn, kpp }: RequisiteDraft): string {
  const numbers = [inn && `ИНН ${inn}`, kpp && `КПП ${kpp}`].filter(Boolean).join(', ')
  return [name || companyName, numbers].filter(Boolean).join(', ') || '—'
}

function isFilled(requisite: RequisiteDraft): boolean {
  const { preset: _preset, addresses: _addresses, bankAccounts: _accounts, ...texts } = requisite
  return Object.values(texts).some(hasText)
}

function hasText(value: string): boolean {
  return cellText(value) !== ''
}
