import { addCompany, addContact } from '../hands.ts'
import { innOf } from '../inns.ts'
import { client } from './client.ts'
import { prefixOf, type Story, sideBySide } from './story.ts'

/** What is known of a card that somebody made by hand, for each way to find it. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  origin: { originatorId: '1C' },
  'id-field': { UF_CRM_ID_1C: '' },
  inn: { inn: innOf(3) },
  'inn-in-text': { UF_CRM_INN: `ИНН/КПП ${innOf(4)}/770101001` },
  phone: { phone: '8 (495) 000-00-05' },
  email: { email: 'KLEN6@post.example' },
  title: {},
}

const match: Story = {
  option: 'match',
  needs: ['phonesAndEmails'],
  plays: [
    {
      title: 'каждым способом ищут свою карточку, заведённую вручную',
      yaml: sideBySide(
        'match',
        Object.keys(ways).map((way) => `[${way}]`),
        {
          more: 'innFields: [ИНН]',
          rest: 'bitrix24: { idFields: { company: UF_CRM_ID_1C } }',
        },
      ),
      async play(stage) {
        for (const [at, [way, fields]] of Object.entries(ways).entries()) {
          const number = at + 1
          const id = stage.idOf(way)
          const known = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value || id]))
          const title = way === 'title' ? `Клён ${number} ООО` : `От руки ${number}`
          await addCompany(stage.folder, title, way === 'origin' ? { ...known, originId: id } : known)
          const told = {
            key: way,
            name: `Клён ${number} ООО`,
            inn: innOf(number),
            kpp: '770101001',
            mobile: `+7 495 000-00-0${number}`,
            email: `klen${number}@post.example`,
          }
          await stage.drop([client(told)], prefixOf(way))
        }
        await stage.run()
        stage.cards()
      },
    },
  ],
}

const mode: Story = {
  option: 'mode',
  needs: [],
  plays: [
    {
      title: 'одна карточка уже есть, другой ещё нет',
      yaml: sideBySide('mode', ['create', 'update', 'create+update']),
      async play(stage) {
        for (const [at, value] of ['create', 'update', 'create+update'].entries()) {
          await addCompany(stage.folder, `От руки ${value}`, { inn: innOf(at + 10) })
          const known = client({ key: `known ${value}`, name: `Клён ${at} ООО`, inn: innOf(at + 10) })
          const fresh = client({ key: `fresh ${value}`, name: `Липа ${at} ООО`, inn: innOf(at + 20) })
          await stage.drop([known, fresh], prefixOf(value))
        }
        await stage.run()
        stage.cards()
      },
    },
  ],
}

const idFields: Story = {
  option: 'idFields',
  needs: [],
  plays: [
    ['не заданы', ''],
    ['заданы кодом и названием', 'bitrix24: { idFields: { company: UF_CRM_ID_1C, contact: Код 1С } }'],
  ].map(([title = '', yaml = '']) => ({
    title,
    yaml,
    async play(stage) {
      await addContact(stage.folder, { lastName: 'От руки' }, { UF_CRM_ID_1C: stage.idOf('orlova') })
      await stage.drop([
        client({ key: 'klen', name: 'Клён ООО', inn: innOf(1) }),
        client({ key: 'orlova', form: 'person', name: 'Орлова Анна', fullName: 'Орлова Анна' }),
      ])
      await stage.run()
      stage.cards()
    },
  })),
}

export const storiesOfFinding: readonly Story[] = [match, mode, idFields]
