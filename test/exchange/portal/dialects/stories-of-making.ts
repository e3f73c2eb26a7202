import { innOf } from '../inns.ts'
import { type Client, client, person } from './client.ts'
import { prefixOf, type Story, sideBySide } from './story.ts'

/** The same counterparty for each value, under an id of its own. */
function each(
  option: string,
  values: readonly string[],
  told: (at: number) => Omit<Client, 'key'>,
  needs: Story['needs'] = [],
): Story {
  return {
    option,
    needs,
    plays: [
      {
        title: 'карточки создаются',
        yaml: sideBySide(option, values),
        async play(stage) {
          for (const [at, value] of values.entries()) await stage.drop([{ ...told(at), key: value }], prefixOf(value))
          await stage.run()
          stage.cards()
        },
      },
    ],
  }
}

const soleProprietor = each('soleProprietor', ['company', 'contact'], (at) =>
  client({
    key: '',
    form: 'soleProprietor',
    name: 'Захаров А.Ю. ИП',
    fullName: 'Индивидуальный предприниматель Захаров Антон Юрьевич',
    inn: ['770100000079', '502900310002'][at]!,
  }),
)

const privatePerson = each('person', ['contact', 'company'], () =>
  client({ key: '', form: 'person', name: 'Орлова Анна Петровна', fullName: 'Орлова Анна Петровна' }),
)

const contactPersons = each(
  'contactPersons',
  ['true', 'false'],
  (at) =>
    client({
      key: '',
      name: `Клён ${at} ООО`,
      inn: innOf(at),
      people: [person({ key: `chief ${at}`, name: 'Королёв Пётр Ильич' }), person({ key: `clerk ${at}`, name: 'Мария' })],
    }),
  ['peopleInside'],
)

const responsible: Story = {
  option: 'responsible',
  needs: [],
  plays: [
    {
      title: 'свой у обмена, незнакомый и общий',
      yaml: sideBySide('responsible', ['Анна Белова', 'Никто', "''"], {
        rest: 'bitrix24: { responsible: kuznetsov@mayak.example }',
      }),
      async play(stage) {
        for (const [at, value] of ['Анна Белова', 'Никто', ''].entries()) {
          await stage.drop([client({ key: `of ${value}`, name: `Клён ${at} ООО`, inn: innOf(at) })], prefixOf(value))
        }
        await stage.run()
        stage.cards()
      },
    },
  ],
}

const openToAll: Story = {
  option: 'openToAll',
  needs: [],
  plays: ['true', 'false'].map((value) => ({
    title: value,
    yaml: `bitrix24: { openToAll: ${value} }`,
    async play(stage) {
      await stage.drop([
        client({ key: 'klen', name: 'Клён ООО', inn: innOf(1) }),
        client({ key: 'orlova', form: 'person', name: 'Орлова Анна', fullName: 'Орлова Анна' }),
      ])
      await stage.run()
      stage.cards()
    },
  })),
}

export const storiesOfMaking: readonly Story[] = [soleProprietor, privatePerson, contactPersons, responsible, openToAll]
