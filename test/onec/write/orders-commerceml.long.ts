import { test } from 'node:test'
import { models } from './readers/models.ts'
import { takesWhole } from './taken-whole.ts'

for (const model of models) test(`thousands of messages: ${model.name} takes them whole`, () => takesWhole(model, 3000))
