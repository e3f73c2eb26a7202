import { test } from 'node:test'
import { goRound, type Loop, loopTitle, ways, wills } from './loops.ts'

const loops = (['1c', 'crm', 'review'] as const).flatMap((conflict) =>
  Object.keys(wills).flatMap((will) => ways.map((confirms): Loop => ({ conflict, will, confirms }))),
)

for (const loop of loops) test(loopTitle(loop), (t) => goRound(t, loop))
