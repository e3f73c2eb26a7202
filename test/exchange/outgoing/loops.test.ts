import { test } from 'node:test'
import { goRound, type Loop, loopTitle } from './loops.ts'

// All of them together are in loops.long.ts.
const loops: readonly Loop[] = [
  { conflict: '1c', will: 'takes what it is told', confirms: 'by date' },
  { conflict: '1c', will: 'changes the amount of what it is told', confirms: 'not at all' },
  { conflict: '1c', will: 'says something else every time', confirms: 'by number' },
  { conflict: 'crm', will: 'takes what it is told', confirms: 'not at all' },
  { conflict: 'crm', will: 'stamps the comment anew with every load', confirms: 'by number' },
  { conflict: 'review', will: 'says something else every time', confirms: 'by date' },
]

for (const loop of loops) test(loopTitle(loop), (t) => goRound(t, loop))
