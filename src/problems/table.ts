import type { ProblemEntry } from './entry.ts'
import { applyProblems } from './table-apply.ts'
import { checkProblems } from './table-check.ts'
import { commandProblems } from './table-command.ts'
import { commercemlProblems } from './table-commerceml.ts'
import { crmProblems } from './table-crm.ts'
import { csvProblems } from './table-csv.ts'
import { exchangeProblems } from './table-exchange.ts'
import { fileProblems } from './table-file.ts'
import { folderProblems } from './table-folder.ts'
import { importProblems } from './table-import.ts'
import { outgoingProblems } from './table-outgoing.ts'
import { planProblems } from './table-plan.ts'
import { portalProblems } from './table-portal.ts'
import { settingsProblems } from './table-settings.ts'
import { valueProblems } from './table-values.ts'
import { zipProblems } from './table-zip.ts'

/** Every code the product can say, in one table; `docs/errors.md` is made from it. */
export const problemTable = {
  ...fileProblems,
  ...zipProblems,
  ...commercemlProblems,
  ...csvProblems,
  ...valueProblems,
  ...importProblems,
  ...exchangeProblems,
  ...folderProblems,
  ...portalProblems,
  ...crmProblems,
  ...applyProblems,
  ...planProblems,
  ...outgoingProblems,
  ...checkProblems,
  ...settingsProblems,
  ...commandProblems,
} as const satisfies Record<string, ProblemEntry>

export type ProblemCode = keyof typeof problemTable
