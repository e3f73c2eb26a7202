import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { PortalState } from '../../../../src/bitrix24/sandbox/state.ts'
import { exchangesOf } from '../../../../src/exchange/folder/home.ts'
import { checkNames } from '../../../../src/exchange/portal/check/check-names.ts'
import { createFields, missingFields } from '../../../../src/exchange/portal/check/create-fields.ts'
import { entitiesOf } from '../../../../src/exchange/portal/entities-of.ts'
import type { Problem } from '../../../../src/problems/problem.ts'
import { parseSettings } from '../../../../src/settings/parse-settings.ts'
import type { Settings } from '../../../../src/settings/settings.ts'
import { openCrmPortal } from '../../../bitrix24/crm/crm-portal.ts'

/** The portal of `crm-portal.ts`, looked at with settings of one's own. */
export async function checked(t: TestContext, change?: (state: PortalState) => void) {
  const portal = await openCrmPortal(t, change)
  const look = async (yaml: string) => {
    const settings = settingsOf(yaml)
    const directories = await portal.directories(entitiesOf(settings))
    return { settings, directories, exchanges: exchangesOf(settings) }
  }
  return {
    ...portal,
    /** What is wrong with the names of these settings, as `code place`. */
    async names(yaml: string): Promise<readonly string[]> {
      return (await problems(look, yaml)).map(({ code, place }) => `${code} ${place.setting}`)
    },
    problems: (yaml: string) => problems(look, yaml),
    async missing(yaml: string) {
      const { settings, directories, exchanges } = await look(yaml)
      return missingFields(directories, settings, exchanges)
    },
    async create(yaml: string) {
      const { settings, directories, exchanges } = await look(yaml)
      return createFields(portal.client, directories, missingFields(directories, settings, exchanges), 'ru')
    },
  }
}

type Look = (yaml: string) => Promise<{
  readonly settings: Settings
  readonly directories: Parameters<typeof checkNames>[0]
  readonly exchanges: Parameters<typeof checkNames>[2]
}>

async function problems(look: Look, yaml: string): Promise<readonly Problem[]> {
  const { settings, directories, exchanges } = await look(yaml)
  return checkNames(directories, settings, exchanges, 'ru')
}

/** Settings for that portal; the usual words of `bitrix24` are not all in its directories. */
export function settingsOf(yaml: string): Settings {
  const { settings, problems: found } = parseSettings(`target: portal\n${yaml}`)
  assert.deepEqual(found, [])
  return settings!
}
