import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { checkout } from '../scenario.ts'

/** What a scenario of the portal says it does; paths of `drop` count from the root of the checkout. */
export type PortalScenario = z.output<typeof scenarioShape>
export type PortalStep = PortalScenario['steps'][number]

/** A mistake in a scenario throws: it is a mistake in a test. */
export async function readPortalScenario(folder: string): Promise<PortalScenario> {
  return scenarioShape.parse(parse(await readFile(join(folder, 'scenario.yaml'), 'utf8')))
}

/** The settings but for what belongs to the test: `target` and `portal`, of which only the originator is left. */
export async function settingsOf({ settings }: PortalScenario): Promise<{ readonly yaml: string; readonly originator: string }> {
  if (!isPath(settings)) return { yaml: settings, originator: usualOriginator }
  const yaml = await readFile(join(checkout, settings), 'utf8')
  const { target, portal = {} } = sampleShape.parse(parse(yaml))
  if (target !== 'portal') throw new Error(`${settings} is not for a portal`)
  const own = yaml.split('\n').filter((line) => !/^(?:target|portal):/.test(line))
  return { yaml: own.join('\n'), originator: portal.originator ?? usualOriginator }
}

function isPath(settings: string): boolean {
  return !settings.includes('\n') && settings.endsWith('.yaml')
}

const usualOriginator = '1C'

/** A sample says no more of its portal than this, and that in one line. */
const sampleShape = z.looseObject({ target: z.string(), portal: z.strictObject({ originator: z.string().optional() }).optional() })

const calls = z.array(z.strictObject({ method: z.string(), params: z.record(z.string(), z.unknown()) }))

const scenarioShape = z.strictObject({
  /** What is shown here, in words. */
  about: z.string(),
  portal: z.enum(['moscow', 'vladivostok']),
  /** The portal has the card of the company whose portal it is, as that of `obmen24 sandbox` does. */
  ownCompany: z.boolean().default(false),
  /** The settings file, or the path of that of a sample, but for `target` and `portal`, which belong to the test. */
  settings: z.string(),
  /** What people had made on the portal before. */
  before: calls.default([]),
  steps: z
    .array(
      z.strictObject({
        /** Name of the folder with what is expected after this step. */
        name: z.string(),
        /** Local time in Moscow at which this step happens. */
        at: z.string(),
        /** Files, and folders whose content is meant, to put into `to`, which is `in` unless said. */
        drop: z.array(z.string()).default([]),
        to: z.string().default('in'),
        /** Small files by their paths in the exchange folder. */
        put: z.record(z.string(), z.string()).default({}),
        /** What people do on the portal meanwhile. */
        calls: calls.default([]),
        /** Takes back that run in place of exchanging. */
        undo: z.int().optional(),
        exit: z.int(),
      }),
    )
    .min(1),
})
