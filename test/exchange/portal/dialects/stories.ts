import type { TestContext } from 'node:test'
import { dialects, type Feature } from './left-out.ts'
import { openStage } from './stage.ts'
import { storiesOfAnswering } from './stories-of-answering.ts'
import { storiesOfChanging } from './stories-of-changing.ts'
import { storiesOfFinding } from './stories-of-finding.ts'
import { storiesOfMaking } from './stories-of-making.ts'
import type { Story } from './story.ts'
import type { Writing } from './written.ts'

export const stories: readonly Story[] = [...storiesOfFinding, ...storiesOfMaking, ...storiesOfChanging, ...storiesOfAnswering]

/** What is seen of a story, value by value. */
export async function storyText(t: TestContext, { option, plays }: Story, writing: Writing): Promise<string> {
  const texts: string[] = []
  for (const { title, yaml, play } of plays) {
    const stage = await openStage(t, writing, yaml)
    await play(stage)
    texts.push(`${option}: ${title}\n\n${stage.text()}`)
  }
  return texts.join('\n')
}

/** Every dialect that can tell the story, in each of its encodings. */
export function allWritings({ needs }: Story): readonly Writing[] {
  return tellers(needs).flatMap((dialect) => dialect.encodings.map((encoding) => ({ dialect, encoding })))
}

/** Three of the dialects that can, each in one of its encodings; another story has others, so that all have their turn. */
export function threeWritings(story: Story): readonly Writing[] {
  const able = tellers(story.needs)
  const turn = stories.indexOf(story) * 3
  return [0, 1, 2].map((place) => {
    const dialect = able[(turn + place) % able.length]!
    return { dialect, encoding: dialect.encodings[(turn + place) % dialect.encodings.length]! }
  })
}

function tellers(needs: readonly Feature[]) {
  return dialects.filter(([, leftOut]) => needs.every((feature) => leftOut[feature] === undefined)).map(([dialect]) => dialect)
}
