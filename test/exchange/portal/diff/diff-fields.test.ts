import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DiffInput } from '../../../../src/exchange/portal/diff/diff-card.ts'
import { company, contact, diff, held } from './cards.ts'

const title = 'ООО Ромашка'

/** What becomes of one field; null: nothing is written. */
function fieldOf(
  now: string,
  base: string | null,
  there: string,
  rules: Partial<DiffInput['rules']> = {},
  initial: string[] = [],
) {
  const card = (industry: string) => company({ fields: { title, industry }, initial })
  const { changes, problems, conflicts } = diff({
    now: card(now),
    base: base === null ? null : card(base),
    held: held(card(there)),
    rules: { conflict: '1c', blanks: 'keep', ...rules },
  })
  const [change] = changes
  const written = change?.kind === 'update' ? change.fields['industry'] : undefined
  return { written, codes: problems.map(({ code }) => code), conflicts }
}

describe('a field of a card', () => {
  it('is left alone where 1C did not change it, whatever a manager made of it', () => {
    assert.deepEqual(fieldOf('IT', 'IT', 'BANKING'), { written: undefined, codes: [], conflicts: [] })
    assert.equal(fieldOf('IT', 'IT', '').written, undefined)
  })

  it('is written where 1C changed it and nobody touched it', () => {
    assert.deepEqual(fieldOf('IT', 'BANKING', 'BANKING'), { written: 'IT', codes: [], conflicts: [] })
    assert.equal(fieldOf('IT', '', '').written, 'IT')
  })

  it('is not written where the portal says it already', () => {
    assert.deepEqual(fieldOf('IT', 'BANKING', 'IT'), { written: undefined, codes: [], conflicts: [] })
    assert.deepEqual(fieldOf('IT', null, 'IT'), { written: undefined, codes: [], conflicts: [] })
  })

  it('goes by the rules where both changed it', () => {
    const conflict = { of: 'card', field: 'industry', now: 'IT', base: 'BANKING', held: 'TRADE' }
    assert.deepEqual(fieldOf('IT', 'BANKING', 'TRADE', { conflict: '1c' }), {
      written: 'IT',
      codes: ['apply.conflict-onec'],
      conflicts: [conflict],
    })
    assert.deepEqual(fieldOf('IT', 'BANKING', 'TRADE', { conflict: 'crm' }), {
      written: undefined,
      codes: ['apply.conflict-crm'],
      conflicts: [conflict],
    })
    assert.deepEqual(fieldOf('IT', 'BANKING', '', { conflict: 'crm' }).codes, ['apply.conflict-crm'])
  })

  it('fills what is empty on a card just found, and goes by the rules where the card says something else', () => {
    assert.equal(fieldOf('IT', null, '').written, 'IT')
    assert.deepEqual(fieldOf('IT', null, 'TRADE', { conflict: 'crm' }).codes, ['apply.conflict-crm'])
    assert.deepEqual(fieldOf('IT', null, 'TRADE').written, 'IT')
  })

  it('that the settings only default never replaces a value', () => {
    for (const base of [null, 'BANKING', 'TRADE']) {
      assert.deepEqual(fieldOf('IT', base, 'TRADE', {}, ['industry']), { written: undefined, codes: [], conflicts: [] })
    }
    assert.equal(fieldOf('IT', null, '', {}, ['industry']).written, 'IT')
  })

  it('is never erased by a blank unless the settings say so', () => {
    assert.deepEqual(fieldOf('', 'IT', 'IT'), { written: undefined, codes: [], conflicts: [] })
    assert.deepEqual(fieldOf('', 'IT', 'TRADE'), { written: undefined, codes: [], conflicts: [] })
    assert.equal(fieldOf('', 'IT', 'IT', { blanks: 'clear' }).written, '')
    assert.deepEqual(fieldOf('', 'IT', 'TRADE', { blanks: 'clear', conflict: 'crm' }).codes, ['apply.conflict-crm'])
    assert.deepEqual(fieldOf('', 'IT', '', { blanks: 'clear' }).codes, [])
  })

  it('that the portal never confirmed is not erased at all', () => {
    assert.equal(fieldOf('', null, 'IT', { blanks: 'clear' }).written, undefined)
    assert.equal(fieldOf('', '', 'IT', { blanks: 'clear' }).written, undefined)
  })

  it('that 1C does not tell is left alone', () => {
    const { changes } = diff({
      now: company({ fields: { title } }),
      base: company({ fields: { title, industry: 'IT' } }),
      held: held(company({ fields: { title, industry: 'IT' } })),
      rules: { conflict: '1c', blanks: 'clear' },
    })
    assert.deepEqual(changes, [])
  })

  it('told for the first time on a linked card fills what is empty and asks where it is not', () => {
    const now = company({ fields: { title, industry: 'IT' } })
    const base = company({ fields: { title } })
    const [change] = diff({ now, base, held: held(base) }).changes
    assert.deepEqual(change?.kind === 'update' && change.fields, { industry: 'IT' })
    const other = held(company({ fields: { title, industry: 'TRADE' } }))
    const { conflicts } = diff({ now, base, held: other, rules: { conflict: 'crm', blanks: 'keep' } })
    assert.deepEqual(conflicts, [{ of: 'card', field: 'industry', now: 'IT', base: null, held: 'TRADE' }])
  })

  it('is the same in comments whose markup the portal took away', () => {
    const now = company({ fields: { title, comments: 'Звонить <b>утром</b>' } })
    const there = held(company({ fields: { title, comments: 'Звонить утром' } }))
    assert.deepEqual(diff({ now, held: there }).changes, [])
  })
})

describe('a conflict to be reviewed', () => {
  it('stops the whole card and names the field and both values', () => {
    const base = company({ fields: { title, industry: 'IT', comments: 'а' } })
    const now = company({ fields: { title: 'ООО Лютик', industry: 'BANKING', comments: 'б' } })
    const there = held(company({ fields: { title, industry: 'TRADE', comments: 'а' } }))
    const { changes, problems } = diff({ now, base, held: there, rules: { conflict: 'review', blanks: 'keep' } })
    assert.deepEqual(changes, [])
    assert.deepEqual(
      problems.map(({ code, args }) => ({ code, args })),
      [{ code: 'apply.conflict', args: { field: 'industry', onec: 'BANKING', portal: 'TRADE' } }],
    )
  })

  it('does not stop a card without one', () => {
    const base = company()
    const now = company({ fields: { title: 'ООО Лютик' } })
    const { changes } = diff({ now, base, held: held(base), rules: { conflict: 'review', blanks: 'keep' } })
    assert.deepEqual(changes, [
      {
        kind: 'update',
        entity: 'company',
        id: 1000,
        fields: { title: 'ООО Лютик' },
        before: { title },
        points: [],
        companyIds: null,
        companyIdsBefore: [],
      },
    ])
  })
})

describe('what the portal does not let be cleared', () => {
  const rules = { conflict: '1c', blanks: 'clear' } as const

  it('title and responsible stay, with a notice', () => {
    const base = company({ fields: { title, assignedById: '7' } })
    const { changes, problems } = diff({
      now: company({ fields: { title: '', assignedById: '' } }),
      base,
      held: held(base),
      rules,
    })
    assert.deepEqual(changes, [])
    assert.deepEqual(
      problems.map(({ code, args }) => ({ code, field: args['field'] })),
      [
        { code: 'apply.not-cleared', field: 'title' },
        { code: 'apply.not-cleared', field: 'assignedById' },
      ],
    )
  })

  it('of the two names of a contact one stays', () => {
    const base = contact()
    const both = diff({ now: contact({ fields: { name: '', lastName: '' } }), base, held: held(base), rules })
    assert.deepEqual(both.changes, [])
    assert.equal(both.problems.length, 2)
    const [one] = diff({ now: contact({ fields: { name: '', lastName: 'Рябова' } }), base, held: held(base), rules }).changes
    assert.deepEqual(one?.kind === 'update' && one.fields, { name: '' })
    const onlyName = held(base, { fields: { name: 'Анна', lastName: '' } })
    assert.deepEqual(
      diff({ now: contact({ fields: { name: '', lastName: 'Рябова' } }), base, held: onlyName, rules }).changes,
      [],
    )
    const before = contact({ fields: { name: 'Рябова', lastName: '' } })
    const [moved] = diff({
      now: contact({ fields: { name: '', lastName: 'Рябова' } }),
      base: before,
      held: held(before),
      rules,
    }).changes
    assert.deepEqual(moved?.kind === 'update' && moved.fields, { name: '', lastName: 'Рябова' })
  })
})
