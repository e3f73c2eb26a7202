import { createColors } from 'picocolors'
import { planExchange } from '../../../../src/exchange/folder/plan-exchange.ts'
import { changeTexts } from '../../../../src/report/change-texts.ts'
import { cardPlanLines, planLines } from '../../../../src/report/plan-report.ts'
import type { PortalExchange } from '../portal-folder.ts'

/** The plan of the files that lie there, card by card, as a person reads it. */
export async function planText(folder: PortalExchange): Promise<readonly string[]> {
  const told: string[] = []
  const screen = { language: 'ru', colors: createColors(false) } as const
  await folder.withHome(async (home) => {
    const result = await planExchange(home, {
      async show({ summary, cards, portal }) {
        const texts = changeTexts(portal?.directories ?? null, screen.language)
        for await (const some of cards()) for (const card of some) told.push(...cardPlanLines(card, screen, texts))
        told.push(...planLines(summary, screen))
      },
    })
    await home.releasePortal()
    if (result.kind === 'failed') throw new Error(JSON.stringify(result.problems))
  })
  return told
}
