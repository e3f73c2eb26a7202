import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problem } from '../../src/problems/problem.ts'
import { printProblems, problemJson } from '../../src/report/problem-lines.ts'
import { createTerminal } from '../../src/report/terminal.ts'

function printed(count: number, verbose: boolean): string {
  let text = ''
  const stream = { write: (more: string) => (text += more) }
  const terminal = createTerminal({ language: 'ru', verbose }, { out: stream, err: stream, env: {} })
  const many = Array.from({ length: count }, (_, at) =>
    problem('inn.check-digit', { value: `${at}` }, { file: 'a.csv', row: at + 1 }),
  )
  printProblems([...many, problem('exchange.repeat', { message: 4 })], terminal)
  return text
}

test('a million faults of one kind do not flood the screen: five, and how many more', () => {
  const text = printed(1000, false)
  assert.equal(text.match(/^Внимание: a\.csv, запись \d+: /gm)?.length, 5)
  assert.match(text, /… и ещё 995 таких же \[inn\.check-digit\]/)
  assert.doesNotMatch(text, /Файл уже принят/)
})

test('--verbose shows all of them, and what needs nobody', () => {
  const text = printed(12, true)
  assert.equal(text.match(/^Внимание: /gm)?.length, 12)
  assert.match(text, /^Заметка: Файл уже принят/m)
})

test('the form for programs has every key, known or not', () => {
  const found = problemJson(problem('xml.truncated', { name: 'Товары' }, { file: 'a.xml', line: 3 }), 'en')
  assert.deepEqual(Object.keys(found), ['code', 'message', 'cause', 'action', 'file', 'line', 'column', 'row', 'field'])
  assert.deepEqual([found.code, found.line, found.column], ['xml.truncated', 3, null])
  assert.equal(problemJson(problem('check.no-goods', {}, { setting: 'outgoing.a' }), 'en').field, 'outgoing.a')
})
