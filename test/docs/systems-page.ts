import { findProofs } from '../systems/proofs.ts'
import { type Feature, systems } from '../systems/systems.ts'
import { cell, literal, table } from './markdown.ts'

/** docs/systems.md: what the systems of the field do, where that is set here, and which test proves it. */
export function systemsPage(): string {
  return [
    '<!-- Сделано из test/systems командой npm run docs; руками не правится. -->',
    '',
    '# Что умеют системы, которые сейчас в работе, и чем это заменяется здесь',
    '',
    'Пять обменов 1С и Битрикс24, какие встречаются в жизни: что делает каждый, где это задаётся в obmen24 и какой тест это доказывает. Тесты',
    'лежат в `test/systems` и работают через настоящую папку обмена с учебным порталом; целые обмены — в `samples` и `test/scenarios/portal`.',
    '',
    ...systems.flatMap(({ name, features }) => [
      `## ${name}`,
      '',
      table(['№', 'Что', 'Где задаётся', 'Чем доказано'], features.map(row)),
      '',
    ]),
  ].join('\n')
}

const proofs = findProofs().filter(({ file }) => file.startsWith('test/systems/'))

function row({ id, what, where, later }: Feature): readonly string[] {
  const titles = proofs.filter(({ ids }) => ids.includes(id)).map(({ title }) => `«${literal(plain(title))}»`)
  return [id, cell(what), cell(where), cell(later === undefined ? titles.join('<br>') : `пока нет: ${later}`)]
}

/** A test that is run for several cases has a hole in its title. */
function plain(title: string): string {
  return title.replaceAll(/\$\{[^}]*\}/g, '…')
}
