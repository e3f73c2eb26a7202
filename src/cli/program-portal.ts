import type { Argv } from 'yargs'
import type { Language } from '../problems/language.ts'
import { history } from './history.ts'
import { plan } from './plan.ts'
import { documentNamed, portal, portalParts } from './portal.ts'
import type { Chooser } from './program.ts'
import { helpWords } from './program-words.ts'
import { retry } from './retry.ts'
import type { SandboxArguments } from './sandbox.ts'
import { show } from './show.ts'
import { undo } from './undo.ts'

/** The commands about the portal and about what was done on it. */
export function describePortalCommands(program: Argv, language: Language, chosen: Chooser): Argv {
  const words = helpWords[language]
  const folder = (y: Argv) => y.positional(words.dirName, { type: 'string', describe: words.dir })
  const wholeNumber = (given: string) => {
    if (!/^\d+$/.test(given)) throw new Error(words.notNumber(given))
    return given
  }
  // Given once it is a word, given again a list.
  const documents = (given: string | readonly string[]) =>
    [given].flat().map((word) => {
      const entity = documentNamed(word)
      if (entity === null) throw new Error(words.notDocument(word))
      return entity
    })
  return program
    .command(
      `plan [${words.dirName}]`,
      words.plan,
      (y) =>
        folder(y)
          .option('html', { type: 'string', group: words.own, describe: words.planPage })
          .option('all', { type: 'boolean', group: words.own, describe: words.planAll }),
      chosen(plan),
    )
    .command(`retry [${words.dirName}]`, words.retry, folder, chosen(retry))
    .command(
      `undo <${words.numberName}> [${words.dirName}]`,
      words.undo,
      (y) => folder(y.positional(words.numberName, { type: 'string', coerce: wholeNumber, describe: words.number })),
      chosen(undo),
    )
    .command(
      `history [${words.numberName}] [${words.dirName}]`,
      words.history,
      (y) =>
        folder(y.positional(words.numberName, { type: 'string', describe: words.number })).option('limit', {
          type: 'number',
          default: 20,
          group: words.own,
          describe: words.limit,
        }),
      chosen(history),
    )
    .command(
      `show <${words.idName}> [${words.dirName}]`,
      words.show,
      (y) => folder(y.positional(words.idName, { type: 'string', describe: words.id })),
      chosen(show),
    )
    .command(
      `portal <${words.whatName}> [${words.dirName}]`,
      words.portal,
      (y) =>
        folder(y.positional(words.whatName, { type: 'string', choices: portalParts, describe: words.what })).option('of', {
          type: 'string',
          coerce: documents,
          group: words.own,
          describe: words.of,
        }),
      chosen(portal),
    )
    .command(
      'sandbox',
      words.sandbox,
      (y) =>
        y
          .option('port', {
            type: 'number',
            default: 0,
            defaultDescription: words.anyPort,
            group: words.own,
            describe: words.port,
          })
          .option('state', { type: 'string', group: words.own, describe: words.stateFile })
          .option('portal', {
            type: 'string',
            choices: ['moscow', 'vladivostok'],
            default: 'moscow',
            group: words.own,
            describe: words.fixture,
          }),
      // Loaded only when asked for: no exchange needs a portal to practise on.
      chosen(async (context, args: SandboxArguments) => (await import('./sandbox.ts')).sandbox(context, args)),
    )
}
