import { describe, entryOf } from '../../problems/describe.ts'
import type { Language } from '../../problems/language.ts'
import { type ProblemCode, problemTable } from '../../problems/table.ts'
import { duplicateAdvice } from './duplicate-advice.ts'
import type { ImportEntity } from './entity.ts'
import { type Html, html } from './html.ts'
import { instructionsStyle } from './instructions-style.ts'
import { type InstructionsWords, instructionsWords } from './instructions-words.ts'
import type { ProblemTally } from './problem-tally.ts'
import type { ImportProfile } from './profile.ts'
import { wizardWords } from './wizard-words.ts'

export interface ImportFile {
  readonly entity: ImportEntity
  readonly fileName: string
  readonly records: number
  readonly rows: number
  /** Records that could not be written. */
  readonly leftOut: number
}

export interface InstructionsInput {
  readonly language: Language
  readonly profile: ImportProfile
  readonly files: readonly ImportFile[]
  readonly problems: Pick<ProblemTally, 'first' | 'counts'>
  /** The command that compares headers with a sample of the portal. */
  readonly checkCommand: string
}

/**
 * The page that lies beside the import files: in which order to upload them, what to choose on each step of the wizard, and what was
 * found on the way. One file without outside resources; the same input gives the same page.
 */
export function instructionsPage(input: InstructionsInput): string {
  const words = instructionsWords[input.language]
  const files = [...input.files].sort((one, other) => uploadOrder.indexOf(one.entity) - uploadOrder.indexOf(other.entity))
  const page = html`<!doctype html>
<html lang="${input.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
${instructionsStyle}
</head>
<body>
<main>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${fileList(files, words)}
${beforeYouStart(input, words)}
${files.map((file, place) => fileGuide(file, place + 1, input, words))}
${problemList(input, words)}
</main>
</body>
</html>
`
  return page.markup
}

/** Products come before deals, which look their products up by name (`bitrix24-csv-import.md §6`). */
const uploadOrder: readonly ImportEntity[] = ['company', 'contact', 'product', 'deal']

function fileList(files: readonly ImportFile[], words: InstructionsWords): Html {
  const [step, file, section, ...numbers] = words.fileColumns
  return html`<section>
<h2>${words.files}</h2>
<table>
<thead><tr><th>${step ?? ''}</th><th>${file ?? ''}</th><th>${section ?? ''}</th>${numbers.map((name) => html`<th class="number">${name}</th>`)}</tr></thead>
<tbody>
${files.map(
  (
    { entity, fileName, records, rows, leftOut },
    place,
  ) => html`<tr><td>${place + 1}</td><td class="file"><code>${fileName}</code></td>
<td>${words.entity[entity]}</td><td class="number">${records}</td><td class="number">${rows}</td><td class="number">${leftOut}</td></tr>
`,
)}</tbody>
</table>
</section>`
}

function beforeYouStart({ language, checkCommand }: InstructionsInput, words: InstructionsWords): Html {
  return html`<section>
<h2>${words.before}</h2>
<ul>
${words.beforeSteps.map((step) => html`<li>${step}</li>`)}
<li>${words.check(wizardWords[language].sample)}<br><code>${checkCommand}</code></li>
</ul>
</section>`
}

function fileGuide(file: ImportFile, number: number, { language, profile }: InstructionsInput, words: InstructionsWords): Html {
  const { entity, fileName, records, rows } = file
  const requisites = (entity === 'company' || entity === 'contact') && profile.requisites[entity]
  const duplicates = duplicateAdvice(entity, requisites, language)
  const mapping = [
    ...words.mappingSteps,
    ...(requisites ? [words.mapPresetId] : []),
    ...(profile.headers === 'ids' ? [words.mapIds] : []),
  ]
  return html`<section class="file-guide">
<h2><span class="step">${number}</span>${words.entity[entity]} <small>${fileName}, ${words.counts(records, rows)}</small></h2>
<p>${words.open[entity]}</p>
<h3>${words.format}</h3>
${settingsTable(formatSettings(entity, language, profile, words), words)}
${requisites ? html`<h3>${words.requisites}</h3>${settingsTable(requisiteSettings(language, words), words)}` : null}
<h3>${words.mapping}</h3>
<ul>${mapping.map((step) => html`<li>${step}</li>`)}</ul>
<h3>${duplicates.title}</h3>
${duplicates.settings.length > 0 ? settingsTable(duplicates.settings, words) : null}
<div class="care">${duplicates.notes.map((note) => html`<p>${note}</p>`)}</div>
<h3>${words.after}</h3>
<p>${words.rejected[entity]}</p>
</section>`
}

type Settings = readonly (readonly [string, string])[]

function formatSettings(entity: ImportEntity, language: Language, profile: ImportProfile, words: InstructionsWords): Settings {
  const wizard = wizardWords[language]
  const own: Settings =
    entity === 'product' ? [[wizard.sectionLevels, String(profile.sectionLevels)]] : [[wizard.nameFormat, words.asInResponsible]]
  return [
    [wizard.encoding, 'UTF-8'],
    [wizard.separator, wizard.semicolon],
    [wizard.firstRow, words.ticked],
    [wizard.skipEmpty, words.ticked],
    ...own,
  ]
}

function requisiteSettings(language: Language, words: InstructionsWords): Settings {
  const wizard = wizardWords[language]
  return [
    [wizard.requisites, words.ticked],
    [wizard.matchPresets, words.ticked],
    [wizard.presetsById, words.unticked],
    [wizard.defaultPreset, words.unticked],
  ]
}

function settingsTable(settings: Settings, { setting, choose }: InstructionsWords): Html {
  return html`<table class="settings">
<thead><tr><th>${setting}</th><th>${choose}</th></tr></thead>
<tbody>${settings.map(([name, choice]) => html`<tr><td>${name}</td><td>${choice}</td></tr>`)}</tbody>
</table>`
}

function problemList({ language, problems: { first, counts } }: InstructionsInput, words: InstructionsWords): Html {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all === 0) return html`<section><h2>${words.problems}</h2><p>${words.noProblems}</p></section>`
  return html`<section>
<h2>${words.problems}</h2>
<table>
<thead><tr><th></th><th>${words.what}</th><th>${words.action}</th></tr></thead>
<tbody>
${first.map((found) => {
  const { message, action } = describe(found, language)
  const { severity } = entryOf(found)
  return html`<tr><td class="${severity}">${words.severity[severity]}</td><td>${message}<br><code>${found.code}</code></td>
<td class="action">${action}</td></tr>
`
})}</tbody>
</table>
<p class="action">${words.shown(first.length, all)}</p>
<table>
<thead><tr><th></th><th></th><th class="number">${words.times}</th></tr></thead>
<tbody>${[...counts].map(([code, count]) => countRow(code, count, words))}</tbody>
</table>
</section>`
}

function countRow(code: ProblemCode, count: number, words: InstructionsWords): Html {
  const { severity } = problemTable[code]
  return html`<tr><td class="${severity}">${words.severity[severity]}</td><td><code>${code}</code></td><td class="number">${count}</td></tr>`
}
