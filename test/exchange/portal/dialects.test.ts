import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'
import { playBesideCp866 } from './dialects/beside-cp866.ts'
import { writableIn } from './dialects/clients.ts'
import { readGolden, writeGolden } from './dialects/golden.ts'
import { dialects } from './dialects/left-out.ts'
import { playMixed } from './dialects/mixed-play.ts'
import { choices } from './dialects/mixed-settings.ts'
import { pairwise } from './dialects/pairs.ts'
import { expectedCards, playSameCards } from './dialects/same-cards.ts'
import { allWritings, stories, storyText, threeWritings } from './dialects/stories.ts'

// Answers carry local times: the stories live in Moscow, wherever they are run.
process.env['TZ'] = 'Europe/Moscow'

// `UPDATE=1 node --test test/exchange/portal/dialects.test.ts` writes what is expected anew: read every line of it.
const isUpdate = process.env['UPDATE'] === '1'
const { OBMEN24_DIALECTS: extent = 'some', OBMEN24_DIALECTS_SEED: seed = '20260305' } = process.env

async function assertGolden(name: string, text: string, isWriter: boolean): Promise<void> {
  if (isUpdate && isWriter) await writeGolden(name, text)
  assert.equal(text, await readGolden(name))
}

test('one of every kind of counterparties becomes the cards that a person expects', async (t) =>
  assertGolden('cards', `${await expectedCards(t, writableIn('utf-8'))}\n`, true))

// Every second encoding of a dialect, the other ones of the next; all of all in the long form.
for (const [at, [dialect, leftOut]] of dialects.entries()) {
  for (const encoding of extent === 'all' ? dialect.encodings : dialect.encodings.filter((_, place) => (place + at) % 2 === 0)) {
    test(`${dialect.name} in ${encoding}: the cards are those of any dialect, and told again nothing is asked of the portal`, (t) =>
      playSameCards(t, { dialect, encoding }, leftOut))
  }
}

test('the encoding of the settings is for files that do not tell theirs, whatever lies beside them', playBesideCp866)

for (const story of stories) {
  const writings = extent === 'all' ? allWritings(story) : threeWritings(story)
  for (const [at, writing] of writings.entries()) {
    test(`${story.option} does by ${writing.dialect.name} in ${writing.encoding} what it does by any dialect`, async (t) =>
      assertGolden(story.option, await storyText(t, story, writing), at === 0))
  }
}

// A company of a table brings no people of its own, and the mixed ones need them.
const mixers = extent === 'all' ? dialects.filter(([, { peopleInside }]) => peopleInside === undefined) : dialects.slice(0, 1)
const today = Math.floor(Date.now() / 86_400_000)
const rows = pairwise(choices, seededRandom(Number(seed)))
for (const [dialect] of mixers) {
  for (const [at, mixed] of rows.entries()) {
    // A fifth of them, of another place each day.
    if (extent !== 'all' && at % 5 !== today % 5) continue
    test(`mixed settings ${at + 1} of ${rows.length} by ${dialect.name} (seed ${seed}): one card for an id, every row answered`, (t) =>
      playMixed(t, mixed, { dialect, encoding: dialect.encodings[0] }))
  }
}
