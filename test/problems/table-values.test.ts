import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describe as inWords } from '../../src/problems/describe.ts'
import { problem } from '../../src/problems/problem.ts'
import type { ProblemCode } from '../../src/problems/table.ts'
import { valueProblems } from '../../src/problems/table-values.ts'

describe('the problems of values', () => {
  for (const code of Object.keys(valueProblems) as ProblemCode[]) {
    it(`${code} names the value and says what to do, in both languages`, () => {
      for (const language of ['ru', 'en'] as const) {
        const { message, cause, action } = inWords(problem(code, { value: 'Лютик-7' }), language)
        assert.match(message, /Лютик-7/)
        for (const sentence of [message, cause, action]) assert.match(sentence, /^[^{}]+[.]$/)
      }
    })
  }
})
