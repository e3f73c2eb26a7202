import type { Command } from '../../../src/bitrix24/client/command.ts'
import type { PortalClient } from '../../../src/bitrix24/client/portal-client.ts'
import type { Home } from '../../../src/exchange/folder/home.ts'
import { type ExchangeReport, runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'

export interface Between {
  /** Before a request leaves, with the commands in it. */
  before?(commands: readonly Command[]): Promise<void>
  /** After its answer is there. */
  after?(commands: readonly Command[]): Promise<void>
}

/** One run during which something happens between the requests of the exchange. */
export function runBetween(folder: PortalExchange, between: Between): Promise<ExchangeReport> {
  return folder.withHome((home) => runExchange(homeWith(home, between), { patient: true }))
}

export function homeWith(home: Home, between: Between): Home {
  return {
    ...home,
    async openPortal() {
      const opened = await home.openPortal()
      return { ...opened, client: clientWith(opened.client, between) }
    },
  }
}

function clientWith(client: PortalClient, { before, after }: Between): PortalClient {
  return {
    address: client.address,
    async call(command, hooks) {
      await before?.([command])
      const outcome = await client.call(command, hooks)
      await after?.([command])
      return outcome
    },
    async batch(commands, hooks) {
      await before?.(commands)
      const outcomes = await client.batch(commands, hooks)
      await after?.(commands)
      return outcomes
    },
    counters: () => client.counters(),
    close: () => client.close(),
  }
}
