import type { HeaderCheck } from '../bitrix24/import-csv/check-headers.ts'
import type { Column } from '../bitrix24/import-csv/column.ts'
import type { ImportEntity } from '../bitrix24/import-csv/entity.ts'
import { describe } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import { problemJson } from './problem-lines.ts'
import type { Terminal } from './terminal.ts'

/** How our headers fit those of a sample that was downloaded from the portal: what fits, what does not, and what to do. */
export function headerLines(
  sample: string,
  entity: ImportEntity,
  { matched, renamed, missing, extra, form, problems }: HeaderCheck,
  { language, colors }: Pick<Terminal, 'language' | 'colors'>,
): readonly string[] {
  const words = texts[language]
  if (form === 'unknown')
    return [
      words.unknown(sample, extra),
      ...advice(
        problems.filter(({ code }) => sampleTroubles.has(code)),
        language,
      ),
    ]
  const off = problems.some(({ code }) => code === 'import.requisites-off')
  const requisites = off ? missing.filter(isOfRequisite) : []
  const absent = missing.filter((column) => !requisites.includes(column))
  const lines = [
    colors.bold(words.head(sample, words.entities[entity])),
    `  ${colors.green('✓')} ${words.matched(matched.length)}`,
  ]
  if (form === 'ids') lines.push(`  ${words.ids}`)
  for (const { column, offered } of renamed) lines.push(`  ${colors.yellow('~')} ${words.renamed(column.title, offered)}`)
  if (absent.length > 0) lines.push(`  ${colors.red('✗')} ${words.missing(absent.length, list(absent))}`)
  if (requisites.length > 0) lines.push(`  ${colors.red('✗')} ${words.requisites(requisites.length)}`)
  if (extra.length > 0) lines.push(`  · ${words.extra(extra.length, extra.join(', '))}`)
  if (renamed.length === 0 && missing.length === 0) return [...lines, '', words.good]
  return [...lines, '', words.todo, ...advice(problems, language)]
}

/** The same for programs. */
export function headerJson(sample: string, entity: ImportEntity, check: HeaderCheck, language: Language) {
  const name = ({ id, title }: Column) => ({ id, title })
  return {
    sample,
    entity,
    form: check.form,
    matched: check.matched.map(name),
    renamed: check.renamed.map(({ column, offered }) => ({ ...name(column), offered })),
    missing: check.missing.map(name),
    extra: check.extra,
    problems: check.problems.map((each) => problemJson(each, language)),
  }
}

/** One line for each kind of trouble: the remedy is the same for all columns that have it. */
function advice(problems: readonly Problem[], language: Language): readonly string[] {
  const kinds = new Map(problems.map((found) => [found.code, found]))
  return [...kinds.values()].map((found) => {
    const { cause, action } = describe(found, language)
    return `  → ${action} (${cause.charAt(0).toLowerCase()}${cause.slice(1)}) [${found.code}]`
  })
}

/** Codes that speak of the sample as a whole. */
const sampleTroubles: ReadonlySet<string> = new Set([
  'import.sample-unreadable',
  'import.header-required',
  'import.ids-unchecked',
])

function isOfRequisite({ group }: Column): boolean {
  return group === 'requisite' || group === 'address' || group === 'bank'
}

function list(columns: readonly Column[]): string {
  return columns.map(({ title }) => `«${title}»`).join(', ')
}

const texts = {
  ru: {
    head: (sample: string, entity: string) => `${sample}: образец импорта, ${entity}`,
    entities: { company: 'компании', contact: 'контакты', deal: 'сделки', product: 'товары' },
    unknown: (sample: string, extra: readonly string[]) =>
      extra.length === 0
        ? `${sample}: в файле нет строки заголовков.`
        : `${sample}: ни один столбец не похож на наши. В нём: ${extra.join(', ')}`,
    matched: (count: number) => `мастер узнает сам: ${count}`,
    ids: 'В образце коды полей, а не названия: поставьте в настройках bitrix24.headers: ids.',
    renamed: (ours: string, theirs: string) => `«${ours}» на портале называется «${theirs}»: выберите его в мастере вручную`,
    missing: (count: number, names: string) => `на портале нет: ${count} — ${names}`,
    requisites: (count: number) => `столбцы реквизитов, адресов и счетов: ${count} — в образце нет ни одного`,
    extra: (count: number, names: string) => `у портала есть ещё, мы их не заполняем: ${count} — ${names}`,
    good: 'Всё в порядке: в мастере ничего сопоставлять не придётся.',
    todo: 'Что делать:',
  },
  en: {
    head: (sample: string, entity: string) => `${sample}: sample of the import, ${entity}`,
    entities: { company: 'companies', contact: 'contacts', deal: 'deals', product: 'products' },
    unknown: (sample: string, extra: readonly string[]) =>
      extra.length === 0
        ? `${sample}: there is no line of headers in it.`
        : `${sample}: no column is like ours. It has: ${extra.join(', ')}`,
    matched: (count: number) => `recognised by the wizard: ${count}`,
    ids: 'The sample has field ids, not titles: set bitrix24.headers: ids.',
    renamed: (ours: string, theirs: string) => `"${ours}" is called "${theirs}" on the portal: choose it in the wizard by hand`,
    missing: (count: number, names: string) => `not on the portal: ${count} — ${names}`,
    requisites: (count: number) => `columns of requisites, addresses and accounts: ${count} — the sample has none of them`,
    extra: (count: number, names: string) => `the portal offers these too, we do not fill them: ${count} — ${names}`,
    good: 'All is well: nothing has to be mapped in the wizard.',
    todo: 'What to do:',
  },
} as const
