import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

/** What a scenario folder says it does; paths of `drop` and `settings` count from the root of the checkout. */
export type Scenario = z.output<typeof scenarioShape>
export type Step = Scenario['steps'][number]

export const checkout = join(import.meta.dirname, '..', '..')

/** A mistake in a scenario throws: it is a mistake in a test. */
export async function readScenario(folder: string): Promise<Scenario> {
  return scenarioShape.parse(parse(await readFile(join(folder, 'scenario.yaml'), 'utf8')))
}

const drop = z
  .union([z.string(), z.strictObject({ from: z.string(), to: z.string().optional() })])
  .transform((given): { readonly from: string; readonly to?: string | undefined } => (typeof given === 'string' ? { from: given } : given))

const scenarioShape = z.strictObject({
  /** What is shown here, in words. */
  about: z.string(),
  /** The settings file of the exchange. */
  settings: z.string(),
  steps: z
    .array(
      z.strictObject({
        /** Name of the folder with what is expected after this step. */
        name: z.string(),
        /** Local time in Moscow at which this step happens. */
        at: z.string(),
        /** Files, and folders whose content is meant, to put into the exchange folder; `to` is `in` unless said. */
        drop: z.array(drop).default([]),
        /** Files of the exchange folder that somebody takes away before the run. */
        remove: z.array(z.string()).default([]),
        exit: z.int(),
      }),
    )
    .min(1),
})
