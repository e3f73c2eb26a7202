import type { Language } from '../problems/language.ts'
import { problem } from '../problems/problem.ts'
import { usualFinalStages } from './exchange-deals.ts'
import type { PathProblem } from './issue-problems.ts'
import { valueHint } from './key-hint.ts'
import { type Path, pathText } from './places.ts'
import type { Settings } from './settings.ts'

/**
 * Names of the portal in the settings that the lists of the settings do not have. An empty list checks nothing. With
 * `target: portal` the lists have no say: `check` asks the portal itself.
 */
export function listConflicts(
  settings: Settings,
  language: Language,
  isWritten: (path: Path) => boolean,
): readonly PathProblem[] {
  return namesUsed(settings, isWritten).flatMap(({ path, value, list, known }) => {
    if (value === '' || known.length === 0 || known.includes(value)) return []
    const args = { path: pathText(path), value, list, known: known.join(', '), hint: valueHint(value, known, language) }
    return { problem: problem('settings.not-in-list', args), path, atKey: false }
  })
}

interface NameUsed {
  readonly path: Path
  readonly value: string
  readonly list: string
  readonly known: readonly string[]
}

function namesUsed({ bitrix24, exchanges, target }: Settings, isWritten: (path: Path) => boolean): readonly NameUsed[] {
  const lists = target === 'csv' ? bitrix24.lists : { companyTypes: [], contactTypes: [], sources: [], dealTypes: [] }
  const source = { list: 'bitrix24.lists.sources', known: lists.sources }
  const dealType = { list: 'bitrix24.lists.dealTypes', known: lists.dealTypes }
  return [
    {
      path: ['bitrix24', 'companyType'],
      value: bitrix24.companyType,
      list: 'bitrix24.lists.companyTypes',
      known: lists.companyTypes,
    },
    {
      path: ['bitrix24', 'contactType'],
      value: bitrix24.contactType,
      list: 'bitrix24.lists.contactTypes',
      known: lists.contactTypes,
    },
    { path: ['bitrix24', 'source'], value: bitrix24.source, ...source },
    { path: ['bitrix24', 'dealType'], value: bitrix24.dealType, ...dealType },
    ...exchanges.flatMap((exchange, index): NameUsed[] => {
      if (!('stages' in exchange)) return []
      const path = (...keys: Path): Path => ['exchanges', index, ...keys]
      return [
        { path: path('source'), value: exchange.source ?? '', ...source },
        { path: path('dealType'), value: exchange.dealType ?? '', ...dealType },
        ...stagesUsed(exchange, path, bitrix24.pipelines, isWritten),
      ]
    }),
  ]
}

type DealExchange = Extract<Settings['exchanges'][number], { stages: unknown }>

function stagesUsed(
  exchange: DealExchange,
  path: (...keys: Path) => Path,
  pipelines: Settings['bitrix24']['pipelines'],
  isWritten: (path: Path) => boolean,
): NameUsed[] {
  // The names given are those of deals.
  if ('into' in exchange && exchange.into !== 'deal') return []
  const names = Object.keys(pipelines)
  // Without a pipeline the main one is meant, and which one that is the portal does not say in a name.
  const isOne = exchange.pipeline !== '' && Object.keys(exchange.pipelines).length === 0
  const stages = isOne ? (pipelines[exchange.pipeline] ?? []) : Object.values(pipelines).flat()
  const list = isOne ? `bitrix24.pipelines.${exchange.pipeline}` : 'bitrix24.pipelines'
  // The usual final stages only say which of the stages met are final; a pipeline need not have them.
  const finalStages = exchange.finalStages.every((stage) => usualFinalStages.includes(stage)) ? [] : exchange.finalStages
  return [
    { path: path('pipeline'), value: exchange.pipeline, list: 'bitrix24.pipelines', known: names },
    ...Object.entries(exchange.pipelines).map(([of, value]) => ({
      path: path('pipelines', of),
      value,
      list: 'bitrix24.pipelines',
      known: names,
    })),
    // States that only the preset brings may never come.
    ...Object.entries(exchange.stages)
      .map(([state, value]) => ({ path: path('stages', state), value, list, known: stages }))
      .filter((used) => isWritten(used.path)),
    ...finalStages.map((value, index) => ({ path: path('finalStages', index), value, list, known: stages })),
    ...Object.entries('stagesBySign' in exchange ? exchange.stagesBySign : {}).map(([sign, value]) => ({
      path: path('stagesBySign', sign),
      value,
      list,
      known: stages,
    })),
  ]
}
