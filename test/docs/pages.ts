import { settingsJsonSchema } from '../../src/settings/json-schema.ts'
import { errorsPage } from './errors-page.ts'
import { exitCodesPage } from './exit-codes-page.ts'
import { settingsPage } from './settings-page.ts'
import { systemsPage } from './systems-page.ts'

/** Every file of the repository that is made from the source, and how. Paths are from the root of the checkout. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/settings.md': settingsPage,
  'docs/errors.md': errorsPage,
  'docs/exit-codes.md': exitCodesPage,
  'docs/systems.md': systemsPage,
  'schemas/settings.schema.json': () => `${JSON.stringify(settingsJsonSchema('ru'), null, 2)}\n`,
}
