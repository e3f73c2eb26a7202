import { addCompany } from '../hands.ts'
import { innOf } from '../inns.ts'
import { client } from './client.ts'
import type { Play, Story } from './story.ts'

function firms(count: number, comment = '') {
  return Array.from({ length: count }, (_, at) => client({ key: `klen ${at}`, name: `Клён ${at} ООО`, inn: innOf(at), comment }))
}

const brake: Story = {
  option: 'brake',
  needs: [],
  plays: [
    {
      title: 'records: 2 — новых карточек три, запуск ждёт человека',
      yaml: 'brake: { records: 2 }',
      async play(stage) {
        await stage.drop(firms(3))
        await stage.run()
        stage.cards()
        await stage.run({ decision: 'allow' })
        stage.cards()
      },
    },
    {
      title: 'share: 50%, from: 2 — изменятся две карточки из трёх',
      yaml: 'brake: { share: 50%, from: 2 }',
      async play(stage) {
        await stage.drop(firms(3))
        await stage.runUnseen()
        await stage.drop(firms(2, 'Отсрочка'))
        await stage.run()
        await stage.run({ decision: 'discard' })
        stage.cards()
      },
    },
    {
      title: 'share: 100%, records: any — проверять нечего',
      yaml: 'brake: { share: 100%, from: 1, records: any }',
      async play(stage) {
        await stage.drop(firms(3))
        await stage.runUnseen()
        await stage.drop(firms(3, 'Отсрочка'))
        await stage.run()
      },
    },
  ],
}

/** One card is new, of the other 1C is told in words of the portal, which an answer may have no letters for. */
function answered(title: string, yaml: string): Play {
  return {
    title,
    yaml: `answer: { ${yaml} }`,
    async play(stage) {
      await addCompany(stage.folder, 'Клён 0 ООО', { inn: innOf(0), comments: 'Әлем ☎ «утром»; 5 ₽' })
      await stage.drop(firms(2, 'Отсрочка'))
      await stage.runUnseen()
      await stage.answers()
    },
  }
}

const files: Story = {
  option: 'answer.files',
  needs: [],
  plays: ['[csv]', '[xml]', '[json]', '[csv, xml, json]', '[]'].map((value) => answered(value, `files: ${value}`)),
}

const encoding: Story = {
  option: 'answer.encoding',
  needs: [],
  plays: ['utf-8-bom', 'utf-8', 'windows-1251'].map((value) => answered(value, `encoding: ${value}, links: true`)),
}

const links: Story = {
  option: 'answer.links',
  needs: [],
  plays: ['false', 'true'].map((value) => answered(value, `links: ${value}`)),
}

export const storiesOfAnswering: readonly Story[] = [brake, files, encoding, links]
