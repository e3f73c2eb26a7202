import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PointChange } from '../../../../src/bitrix24/crm/change.ts'
import type { WantedPoint } from '../../../../src/bitrix24/crm/wanted-card.ts'
import { company, diff, held, phone, point } from './cards.ts'

const first = phone('+7 495 111-22-33')
const second = phone('+7 495 222-33-44')
const third = phone('+7 495 333-44-55')

/** The changes in short: `+` added, `-` removed, `→` replaced. */
function pointsOf(now: WantedPoint[], base: WantedPoint[] | null, there: WantedPoint[], blanks: 'keep' | 'clear' = 'keep') {
  const { changes } = diff({
    now: company({ points: now }),
    base: base === null ? null : company({ points: base }),
    held: held(company(), { points: there.map((each, place) => ({ id: place + 1, ...each })) }),
    rules: { conflict: '1c', blanks },
  })
  const [change] = changes
  return change?.kind === 'update' ? change.points.map(inShort) : []
}

function inShort(change: PointChange): string {
  switch (change.kind) {
    case 'add':
      return `+ ${change.point.value}`
    case 'set':
      return `${change.before.value} → ${change.point.value} ${change.point.valueType}`
    case 'remove':
      return `- ${change.before.value}`
  }
}

describe('the phones, e-mails and sites of a card', () => {
  it('are added where 1C tells them anew, each once, whatever the spelling', () => {
    assert.deepEqual(pointsOf([first, phone('8 (495) 111-22-33')], [], [second]), [`+ ${first.value}`])
    assert.deepEqual(pointsOf([first], null, [second]), [`+ ${first.value}`])
    assert.deepEqual(pointsOf([point('EMAIL', 'a@romashka.example')], null, []), ['+ a@romashka.example'])
  })

  it('are not added where the card has them in another spelling', () => {
    assert.deepEqual(pointsOf([first], null, [phone('84951112233')]), [])
    assert.deepEqual(pointsOf([point('EMAIL', 'Info@Romashka.example')], [], [point('EMAIL', 'info@romashka.example')]), [])
  })

  it('that 1C told before stay as managers made them', () => {
    assert.deepEqual(pointsOf([first], [first], []), [])
    assert.deepEqual(pointsOf([first], [first], [second]), [])
  })

  it('are replaced where 1C replaced them and the card has the old one', () => {
    assert.deepEqual(pointsOf([second], [first], [phone('84951112233'), third]), [`84951112233 → ${second.value} WORK`])
    assert.deepEqual(pointsOf([second], [first], [third]), [`+ ${second.value}`])
    assert.deepEqual(pointsOf([second], [first], [first, second]), [])
  })

  it('keep the kind of number that a manager gave them', () => {
    assert.deepEqual(pointsOf([second], [first], [{ ...first, valueType: 'MOBILE' }]), [
      `${first.value} → ${second.value} MOBILE`,
    ])
    assert.deepEqual(pointsOf([phone(second.value, 'FAX')], [first], [first]), [`${first.value} → ${second.value} FAX`])
  })

  it('are replaced only by one of their kind', () => {
    const mail = point('EMAIL', 'a@romashka.example')
    assert.deepEqual(pointsOf([mail], [first], [first]), [`+ ${mail.value}`])
  })

  it('that are gone from 1C are removed only where a blank clears', () => {
    assert.deepEqual(pointsOf([], [first], [first, second]), [])
    assert.deepEqual(pointsOf([], [first], [first, second], 'clear'), [`- ${first.value}`])
    assert.deepEqual(pointsOf([third], [first, second], [first, second], 'clear'), [
      `${first.value} → ${third.value} WORK`,
      `- ${second.value}`,
    ])
  })

  it('without a word are none', () => {
    assert.deepEqual(pointsOf([phone('')], null, []), [])
  })
})
