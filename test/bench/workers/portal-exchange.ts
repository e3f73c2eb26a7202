import { openHome } from '../../../src/cli/open-home.ts'
import { systemClock } from '../../../src/exchange/clock.ts'
import type { Home, OpenedPortal } from '../../../src/exchange/folder/home.ts'
import { planExchange } from '../../../src/exchange/folder/plan-exchange.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { PlanSummary } from '../../../src/exchange/portal/plan/plan-summary.ts'
import { parseSettings } from '../../../src/settings/parse-settings.ts'

// `plan` or `run` of an exchange folder, and what the way to the portal took of its time.
const [what = '', root = '', kind = ''] = process.argv.slice(2)
const workOrders = `exchanges:
  - name: Заказ-наряды
    preset: work-orders
    files: 'zn*.csv'
    pipeline: Сервис
    numberField: UF_CRM_ID_1C
    match: [origin, number-field, phone]
    stages: { в работе: В работе, закрыт: Закрыт }
    finalStages: [Закрыт, Отказ]
`
const yaml = `target: portal
portal: { rate: unlimited }
brake: { records: any, share: 100% }
readiness: { settle: 0s }
${kind === 'work-orders' ? workOrders : ''}`
const { settings } = parseSettings(yaml)
const opened = await openHome({ settings: settings!, root }, what, systemClock, { environment: {}, userFolder: root })
if (opened.kind !== 'open') throw new Error(opened.problem.code)
let portal: OpenedPortal | null = null
const home: Home = {
  ...opened.home,
  async openPortal() {
    portal = await opened.home.openPortal()
    return portal
  },
}
const summary = what === 'plan' ? await plan() : await run()
const { requests, answeringMs } = (portal as OpenedPortal | null)?.client.counters() ?? { requests: 0, answeringMs: 0 }
await opened.close()
process.stdout.write(JSON.stringify({ ...summary, requests, answeringMs }))

async function plan(): Promise<Pick<PlanSummary, 'cards' | 'create' | 'update'>> {
  let planned: PlanSummary | null = null
  const result = await planExchange(home, {
    async show({ summary: shown, cards }) {
      planned = shown
      // As `plan` prints them: every plan is read once more.
      for await (const some of cards()) if (some.length === 0) throw new Error('an empty batch of plans')
    },
  })
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.problems))
  return planned!
}

async function run(): Promise<Pick<PlanSummary, 'cards' | 'create' | 'update'>> {
  const { runs, problems, unfinished } = await runExchange(home, { patient: false })
  if (unfinished || problems.length > 0) throw new Error(JSON.stringify(problems))
  return runs[0]?.plan ?? { cards: 0, create: 0, update: 0 }
}
