import { type Problem, problem } from '../../problems/problem.ts'
import { squeeze } from '../../values/text.ts'
import type { AddressDraft, BankAccountDraft, RequisiteDraft } from '../drafts/requisite.ts'
import { addressTypeIds, partsOf } from './address-parts.ts'
import type { Preset } from './directories.ts'
import { findPreset } from './find-preset.ts'
import { shortList } from './fold.ts'
import type { ResolveOptions } from './resolve-options.ts'
import type { WantedAddress, WantedBank, WantedRequisite } from './wanted-card.ts'

/** The requisite of a card, or null where 1C tells none or the portal has no template for it. */
export function resolveRequisite(
  requisites: readonly RequisiteDraft[],
  { directories, presets, requisiteXmlId, missingValues }: ResolveOptions,
  problems: Problem[],
): WantedRequisite | null {
  const [draft, ...others] = requisites
  if (draft === undefined) return null
  if (others.length > 0) problems.push(problem('crm.requisites-several', { count: requisites.length }))
  const preset = findPreset(directories, draft.preset, presets[draft.preset])
  if (preset === null) {
    const list = shortList(directories.presets.map(({ name }) => name)) || '—'
    const code = missingValues === 'skip' ? 'crm.preset-skipped' : 'crm.preset-unknown'
    problems.push(problem(code, { preset: presets[draft.preset], list }))
    return null
  }
  return {
    presetId: preset.id,
    xmlId: requisiteXmlId,
    fields: filled({ NAME: requisiteName(draft, preset), ...requisiteFields(draft) }),
    addresses: resolveAddresses(draft.addresses, problems),
    banks: resolveBanks(draft.bankAccounts, preset, problems),
  }
}

// The portal refuses one without a name (`bitrix24-rest.md §4.1`).
function requisiteName({ name, companyName, lastName, firstName, secondName }: RequisiteDraft, preset: Preset): string {
  const person = [lastName, firstName, secondName].filter(Boolean).join(' ')
  const said = [name, companyName, person].map(squeeze).find((each) => each !== '')
  return cut(said ?? preset.name)
}

function requisiteFields(draft: RequisiteDraft): Readonly<Record<string, string>> {
  return {
    RQ_INN: draft.inn,
    RQ_KPP: draft.kpp,
    RQ_OGRN: draft.ogrn,
    RQ_OGRNIP: draft.ogrnip,
    RQ_OKPO: draft.okpo,
    RQ_COMPANY_NAME: draft.companyName,
    RQ_COMPANY_FULL_NAME: draft.companyFullName,
    RQ_DIRECTOR: draft.director,
    RQ_ACCOUNTANT: draft.accountant,
    RQ_LAST_NAME: draft.lastName,
    RQ_FIRST_NAME: draft.firstName,
    RQ_SECOND_NAME: draft.secondName,
  }
}

// One of a type is all that a requisite can have.
function resolveAddresses(drafts: readonly AddressDraft[], problems: Problem[]): readonly WantedAddress[] {
  const addresses = new Map<number, WantedAddress>()
  for (const draft of drafts) {
    const typeId = addressTypeIds[draft.type]
    const fields = trimmed(partsOf(draft))
    const text = textOf(fields)
    if (text === '') continue
    const first = addresses.get(typeId)
    if (first === undefined) addresses.set(typeId, { typeId, fields })
    else if (textOf(first.fields) !== text) {
      problems.push(problem('crm.address-second', { address: text, kept: textOf(first.fields) }))
    }
  }
  return [...addresses.values()]
}

function textOf(fields: Readonly<Record<string, string>>): string {
  return Object.values(fields).filter(Boolean).join(', ')
}

function resolveBanks(drafts: readonly BankAccountDraft[], preset: Preset, problems: Problem[]): readonly WantedBank[] {
  const banks = new Map<string, WantedBank>()
  for (const draft of drafts) {
    const { name, bankName, bik, account, correspondentAccount, currency, comment } = draft
    const title = [name, bankName, account, bik].map(squeeze).find((each) => each !== '')
    if (title === undefined) continue
    const xmlId = `${account}|${bik}`
    if (banks.has(xmlId)) {
      problems.push(problem('crm.bank-second', { account: account || title }))
      continue
    }
    const country = preset.countryId === 0 ? '' : String(preset.countryId)
    banks.set(xmlId, {
      xmlId,
      fields: filled({
        NAME: cut(title),
        COUNTRY_ID: country,
        RQ_BANK_NAME: bankName,
        RQ_BIK: bik,
        RQ_ACC_NUM: account,
        RQ_COR_ACC_NUM: correspondentAccount,
        RQ_ACC_CURRENCY: currency,
        COMMENTS: comment,
      }),
    })
  }
  return [...banks.values()]
}

function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  for (const name of Object.keys(fields)) {
    const value = squeeze(fields[name]!)
    if (value !== '') kept[name] = value
  }
  return kept
}

function trimmed(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  for (const name of Object.keys(fields)) kept[name] = squeeze(fields[name]!)
  return kept
}

// Most characters of the name of a requisite or an account.
function cut(name: string): string {
  return Array.from(name).slice(0, 255).join('')
}
