import type { Language } from '../problems/language.ts'
import { type ExplainedOption, explain } from './explain.ts'
import { schemaFile } from './file-names.ts'
import { inline } from './inline.ts'

export interface InitialSettings {
  readonly language: Language
  /** Where an editor finds the JSON Schema, from the settings file; `init` writes it there. */
  readonly schema?: string
}

/**
 * The settings file that `init` writes. It says nothing but the language and the folders; every other option stands in it as
 * a comment with its usual value: `# words` explain, `#key: value` is an option, live when its `#` is taken away.
 */
export function initialSettings({ language, schema = `./${schemaFile}` }: InitialSettings): string {
  const rows = explain(language)
  const blocks = rows
    .filter((row) => row.block === '')
    .map((row) => (row.key in examples ? exampleOf(row, language) : blockOf(row, rows, language)))
  return [`# yaml-language-server: $schema=${schema}`, ...words(intro[language], ''), '', blocks.join('\n')].join('\n')
}

/** A top option with all that is below it. Folders and language are live, so that a reader sees what a live line looks like. */
function blockOf(row: ExplainedOption, rows: readonly ExplainedOption[], language: Language): string {
  const live = row.key === 'language' || row.key === 'folders'
  const text = optionLines(row, row.key === 'language' ? language : row.default, rows, '', live)
  return `${text.join('\n')}\n`
}

function optionLines(
  row: ExplainedOption,
  value: unknown,
  rows: readonly ExplainedOption[],
  indent: string,
  live: boolean,
): string[] {
  const off = live ? '' : '#'
  const comment = words(`${row.title}. ${row.about}`, indent)
  if (!row.isBlock) return [...comment, `${indent}${off}${row.key}: ${inline(value)}`]
  const inside = rows.filter((other) => other.block === row.path)
  return [
    ...comment,
    `${indent}${off}${row.key}:`,
    ...inside.flatMap((one) => optionLines(one, one.default, rows, `${indent}  `, live)),
  ]
}

function exampleOf(row: ExplainedOption, language: Language): string {
  const comment = words(`${row.title}. ${row.about} ${exampleIntro[language]}`, '')
  return `${[
    ...comment,
    ...examples[row.key as keyof typeof examples][language]
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/\S/, '#$&')),
  ].join('\n')}\n`
}

function words(text: string, indent: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > 108) lines.push(`${indent}# ${word}`)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

const intro = {
  ru: 'Настройки обмена 1С и Битрикс24. Всё, что здесь закомментировано, и так действует: показаны обычные значения. Чтобы изменить, уберите # в начале строки и в строке раздела над ней. Проверка: obmen24 check.',
  en: 'Settings of the exchange between 1C and Bitrix24. What is commented out is in force as it stands: these are the usual values. To change one, take away the # of its line and of the block line above it. To check: obmen24 check.',
}

const exampleIntro = { ru: 'Пример:', en: 'Example:' }

/** Lists of blocks cannot be shown by their usual values: there are none. */
const examples = {
  exchanges: {
    ru: `exchanges:
  - name: Контрагенты
    preset: counterparties
    files: ['contragents*.xml', 'kontragenty*.csv']
    fields:
      UF_CRM_MANAGER: Менеджер
  - name: Заказ-наряды
    preset: work-orders
    files: 'zn*.csv'
    only: {organisation: ['ИП Смирнов А.А.']}
    columns: {number: Номер, state: Состояние, amount: Сумма, client: Заказчик, phone: [Телефон, Тел.]}
    numberField: UF_CRM_ID_1C
    title: 'Заказ-наряд {{ number }}'
    stages:
      закрыт: Сделка успешна
      отказ: Сделка провалена
      заявка: В работе
      согласование: В работе
  - name: Товары
    preset: catalogue
    priceType: Розничная
`,
    en: `exchanges:
  - name: Counterparties
    preset: counterparties
    files: ['contragents*.xml', 'counterparties*.csv']
    fields:
      UF_CRM_MANAGER: Менеджер
  - name: Work orders
    preset: work-orders
    files: 'wo*.csv'
    only: {organisation: ['ИП Смирнов А.А.']}
    columns: {number: Номер, state: Состояние, amount: Сумма, client: Заказчик, phone: [Телефон, Тел.]}
    numberField: UF_CRM_ID_1C
    title: 'Work order {{ number }}'
    stages:
      закрыт: Сделка успешна
      отказ: Сделка провалена
      заявка: В работе
      согласование: В работе
  - name: Goods
    preset: catalogue
    priceType: Розничная
`,
  },
  outgoing: {
    ru: `outgoing:
  - name: Заказы в 1С
    format: commerceml
    file: out/orders.xml
    stages: [В работе]
    requisites: {Организация: 'ООО "Ромашка"'}
`,
    en: `outgoing:
  - name: Orders for 1C
    format: commerceml
    file: out/orders.xml
    stages: [В работе]
    requisites: {Организация: 'ООО "Ромашка"'}
`,
  },
}
