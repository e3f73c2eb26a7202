import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

/** What a scenario of the portal says it does; paths of `drop` count from the root of the checkout. */
export type PortalScenario = z.output<typeof scenarioShape>
export type PortalStep = PortalScenario['steps'][number]

/** A mistake in a scenario throws: it is a mistake in a test. */
export async function readPortalScenario(folder: string): Promise<PortalScenario> {
  return scenarioShape.parse(parse(await readFile(join(folder, 'scenario.yaml'), 'utf8')))
}

const calls = z.array(z.strictObject({ method: z.string(), params: z.record(z.string(), z.unknown()) }))

const scenarioShape = z.strictObject({
  /** What is shown here, in words. */
  about: z.string(),
  portal: z.enum(['moscow', 'vladivostok']),
  /** The settings file but for `target` and `portal`, which belong to the test. */
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
        /** What people do on the portal meanwhile. */
        calls: calls.default([]),
        /** Takes back that run in place of exchanging. */
        undo: z.int().optional(),
        exit: z.int(),
      }),
    )
    .min(1),
})
