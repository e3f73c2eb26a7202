import type { Run } from '../../ledger/message.ts'
import { confirmMessage } from '../outgoing/confirm.ts'
import { stageSet } from '../portal/stage/stage-set.ts'
import { readOptions } from '../read-options.ts'
import { createRoutes } from '../routes.ts'
import type { Home } from './home.ts'
import type { MessageDesk } from './message-desk.ts'
import { type OpenedMessage, openMessages } from './open-messages.ts'
import type { RunHooks } from './process-run.ts'

/** Reads the files of a run into the ledger, as cards and rows; files that cannot be used are answered here and now. */
export async function stageMessages(home: Home, run: Run, desk: MessageDesk, hooks: RunHooks): Promise<void> {
  const { ledger, settings, exchanges } = home
  const routes = createRoutes(exchanges)
  const reading = readOptions(settings, routes)
  const opened: OpenedMessage[] = []
  try {
    await ledger.atomically(async () => {
      await openMessages(home, run, reading, desk, { incomplete: hooks.incomplete, opened, dry: hooks.dry ?? false })
      const inputs = opened.map(({ message, input }) => ({ message: message.number, input }))
      const staged = await stageSet(inputs, {
        run: run.number,
        settings,
        exchanges,
        routes,
        reading,
        ledger,
        language: settings.language,
        confirm: (message) => confirmMessage(home, message),
        ...(hooks.progress === undefined ? {} : { progress: hooks.progress }),
      })
      desk.problems.push(...staged.problems)
      await ledger.setStage(run.number, 'planned')
    })
  } finally {
    for (const { input } of opened) await input.close()
  }
}
