import { type ExplainedOption, explain } from '../../src/settings/explain.ts'
import { inline } from '../../src/settings/inline.ts'
import { cell, literal, table } from './markdown.ts'

/** `docs/settings.md`: a table per block, out of the declarations. */
export function settingsPage(): string {
  const rows = explain('ru')
  const blocks = [...new Set(rows.map((row) => row.block))]
  const parts = blocks.map((block) => blockPart(block, rows))
  return `${[intro.trim(), ...parts].join('\n\n')}\n`
}

function blockPart(block: string, rows: readonly ExplainedOption[]): string {
  const inside = merged(rows.filter((row) => row.block === block))
  const own = rows.find((row) => row.path === block.replace(/\[\]$/, ''))
  const heading = own === undefined ? '## Верхний уровень' : `## ${block}\n\n${literal(`${own.title}. ${own.about}`)}`
  const byPreset = inside.some((row) => row.presets.length > 0)
  return `${heading}\n\n${table(
    ['Ключ', 'Что это', 'Что писать', 'Если не задано', ...(byPreset ? ['Виды обмена'] : [])],
    inside.map((row) => [
      keyCell(row),
      aboutCell(row),
      cell(literal(row.expected)),
      defaultCell(row),
      ...(byPreset ? [presetCell(row)] : []),
    ]),
  )}`
}

/** An option that several presets have is told once, with what each of them has by default. */
interface Row extends ExplainedOption {
  readonly defaults: readonly Pick<ExplainedOption, 'default' | 'presets'>[]
}

function merged(rows: readonly ExplainedOption[]): readonly Row[] {
  const alike = Map.groupBy(rows, ({ path, title, about }) => JSON.stringify([path, title, about]))
  return [...alike.values()].map(([first, ...others]) => {
    const all = [first!, ...others]
    return { ...first!, presets: all.flatMap(({ presets }) => presets), defaults: all }
  })
}

const keyCell = (row: Row) => `\`${row.key}\``

function aboutCell(row: Row): string {
  const example = row.example === undefined ? '' : `Например: \`${cell(inlineKey(row.key, row.example))}\``
  return [`**${cell(literal(row.title))}.**`, cell(literal(row.about)), example].filter(Boolean).join(' ')
}

/** `key: value`, without the braces of a block on one line. */
function inlineKey(key: string, value: unknown): string {
  return inline({ [key]: value }).replace(/^\{(.*)\}$/, '$1')
}

function defaultCell({ required, isBlock, defaults }: Row): string {
  if (required) return '**обязателен**'
  if (isBlock) return 'по ключам раздела'
  const [usual, ...others] = defaults
  if (others.length === 0) return valueCell(usual!.default)
  return defaults.map((each) => `${each.presets.join(', ')}: ${valueCell(each.default)}`).join('; ')
}

function valueCell(value: unknown): string {
  if (value === undefined || value === null) return 'нет'
  return value === '' ? 'пусто' : `\`${cell(inline(value))}\``
}

const allPresets = 9

function presetCell(row: Row): string {
  return row.presets.length === allPresets ? 'все' : row.presets.join(', ')
}

const intro = `
<!-- Сделано из объявлений src/settings командой npm run docs; руками не правится. -->

# Настройки

Настройки лежат в файле \`obmen24.yaml\` в папке обмена. Новый файл с пояснениями делает \`obmen24 init\`, проверяет — \`obmen24 check\`:
он называет строку и столбец ошибки, похожий ключ и всё, что в этом месте бывает.

В файле пишут только то, что отличается от обычного; пустой файл — тоже годные настройки. Ключи чувствительны к регистру, незнакомый ключ — ошибка.

## Как писать значения

- **Отступы** — только пробелы, по два на уровень.
- **Кавычки** нужны значению, которое начинается с \`*\`, \`{\`, \`[\`, \`%\`, \`@\` или содержит \`: \` либо \` #\`: \`'*.xml'\`, \`'{{ number }}'\`. Кавычки лучше одинарные:
  в двойных обратная черта пути Windows читается как особый знак.
- **Слова и коды** берутся как написаны: \`012\` останется \`012\`, \`+79001234567\` — с плюсом, кавычки для них не нужны. Номер столбца — число без кавычек.
- **Длительность**: число и единица — \`500ms\`, \`3s\`, \`10m\`, \`2h\`, \`30d\`. **Размер**: \`100B\`, \`64KB\`, \`500MB\`, \`2GB\` (килобайт — 1024 байта).
- **Да и нет**: \`true\` и \`false\`.
- **Список** можно писать в строку, \`[один, другой]\`, или столбиком с «- »; список из одного — просто значением.
- **Ключ без значения** — то же, что незаписанный ключ.
- **Кодировка файла** — UTF-8 (с BOM или без); файл в windows-1251 тоже прочтётся, с предупреждением.

## Пример

\`\`\`yaml
# yaml-language-server: $schema=./obmen24.schema.json
language: ru
folders:
  in:
    - in
    - {path: '\\\\server\\1c\\webdata', take: copy, recursive: true}
bitrix24:
  responsible: Мария Ларина
  idFields: {company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C}
exchanges:
  - name: Контрагенты
    preset: counterparties
    files: ['contragents*.xml', 'kontragenty*.csv']
    values:
      role: {Покупатель: Клиент, Поставщик: Поставщик}
    fields:
      UF_CRM_MANAGER: Менеджер
      comments: '{{ comment }}{% if ВИП %} { VIP }{% endif %}'
  - name: Заказ-наряды
    preset: work-orders
    files: 'zn*.csv'
    columns: {number: Номер, state: Состояние, amount: Сумма, client: Заказчик, phone: [Телефон, Тел.]}
    only: {organisation: ['ИП Смирнов А.А.']}
    numberField: UF_CRM_ID_1C
    stages:
      закрыт: Сделка успешна
      отказ: Сделка провалена
      заявка: В работе
      согласование: В работе
\`\`\`
`
