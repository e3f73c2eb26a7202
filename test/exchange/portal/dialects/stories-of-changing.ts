import { edit, marked, remove } from '../hands.ts'
import { innOf } from '../inns.ts'
import { type Client, client } from './client.ts'
import type { Stage } from './stage.ts'
import { prefixOf, type Story, sideBySide } from './story.ts'

/** 1C tells of a company for each value, something happens, and 1C tells of it anew. */
async function twice(
  stage: Stage,
  values: readonly string[],
  first: Partial<Client>,
  meanwhile: (id: number, value: string) => Promise<void>,
  second: Partial<Client>,
): Promise<void> {
  const told = (value: string, at: number, more: Partial<Client>) =>
    stage.drop([client({ key: value, name: `Клён ${at} ООО`, inn: innOf(at), ...more })], prefixOf(value))
  for (const [at, value] of values.entries()) await told(value, at, first)
  await stage.runUnseen()
  for (const value of values) await meanwhile(marked(stage.folder, 4)[stage.idOf(value)]!.id, value)
  for (const [at, value] of values.entries()) await told(value, at, second)
  await stage.run()
  stage.cards()
}

const conflicts = ['1c', 'crm', 'review']

const conflict: Story = {
  option: 'conflict',
  needs: [],
  plays: [
    {
      title: 'комментарий изменили и в 1С, и на портале, ОКПО — только в 1С',
      yaml: sideBySide('conflict', conflicts),
      play: (stage) =>
        twice(
          stage,
          conflicts,
          { comment: 'Отсрочка', okpo: '12345678' },
          (id) => edit(stage.folder, 4, id, { comments: 'Звонить утром', industry: 'IT' }),
          { comment: 'Предоплата', okpo: '87654321' },
        ),
    },
  ],
}

const blanks: Story = {
  option: 'blanks',
  needs: [],
  plays: [
    {
      title: 'в 1С очистили комментарий и ОКПО; адрес, которого 1С больше не называет, остаётся',
      yaml: sideBySide('blanks', ['keep', 'clear']),
      play: (stage) =>
        twice(
          stage,
          ['keep', 'clear'],
          { comment: 'Отсрочка', okpo: '12345678', legalAddress: { text: '101000, г Москва, ул Примерная, д. 1', parts: {} } },
          async () => {},
          {},
        ),
    },
  ],
}

const vanished: Story = {
  option: 'vanished',
  needs: [],
  plays: [
    {
      title: 'карточку удалили на портале',
      yaml: sideBySide('vanished', ['create', 'review']),
      play: (stage) => twice(stage, ['create', 'review'], {}, (id) => remove(stage.folder, 4, id), { comment: 'Звонить утром' }),
    },
  ],
}

const deletions = ['skip', 'keep', 'mark', 'close']

const deleted: Story = {
  option: 'deleted',
  needs: ['deletionMark'],
  plays: [
    {
      title: 'известную карточку пометили на удаление, и пришла помеченная, которой на портале нет',
      yaml: sideBySide('deleted', deletions, { more: 'deletedMark: { field: VIP }' }),
      async play(stage) {
        await twice(stage, deletions, {}, async () => {}, { deleted: true, comment: 'Ликвидирован' })
        for (const [at, value] of deletions.entries()) {
          await stage.drop([client({ key: `new ${value}`, name: `Липа ${at} ООО`, deleted: true })], prefixOf(value))
        }
        await stage.run()
      },
    },
  ],
}

const missings = ['skip', 'create', 'refuse']

const missingValues: Story = {
  option: 'missingValues',
  needs: [],
  plays: [
    {
      title: 'такой отрасли на портале нет',
      yaml: sideBySide('missingValues', missings, { more: 'fields: { industry: Отрасль }' }),
      async play(stage) {
        for (const [at, value] of missings.entries()) {
          const more = { Отрасль: `Цветоводство ${at}` }
          await stage.drop([client({ key: value, name: `Клён ${at} ООО`, inn: innOf(at), more })], prefixOf(value))
        }
        await stage.run()
        stage.cards()
      },
    },
  ],
}

export const storiesOfChanging: readonly Story[] = [conflict, blanks, vanished, deleted, missingValues]
