import type { Known } from './known.ts'
import type { Message, Run, RunDirection, RunStage } from './message.ts'

export interface MessageRow {
  number: number
  source: string
  name: string
  bytes: number
  sha256: string
  modified_ms: number
  taken_at: string
  kept_at: string
  state: 'taken' | 'answered'
  verdict: string | null
  repeat_of: number | null
  run: number | null
}

export interface RunRow {
  number: number
  started_at: string
  finished_at: string | null
  state: 'open' | 'done'
  summary: string | null
  direction: RunDirection
  stage: RunStage
  undo_of: number | null
  way: string | null
  failure: string | null
}

export interface KnownRow {
  kind: string
  id: string
  hash: string
  generated: string
  message: number
  seen: number
  record: string
}

export function messageOf(row: MessageRow): Message {
  return {
    number: row.number,
    source: row.source,
    name: row.name,
    bytes: row.bytes,
    sha256: row.sha256,
    modifiedMs: row.modified_ms,
    takenAt: row.taken_at,
    keptAt: row.kept_at,
    state: row.state,
    verdict: row.verdict,
    repeatOf: row.repeat_of,
    run: row.run,
  }
}

export function runOf(row: RunRow): Run {
  return {
    number: row.number,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    summary: row.summary === null ? null : JSON.parse(row.summary),
    direction: row.direction,
    stage: row.stage,
    undoOf: row.undo_of,
    ...(row.way === null ? {} : { poll: { way: row.way, failure: row.failure } }),
    ...(row.state === 'open' && row.failure !== null ? { failure: row.failure } : {}),
  }
}

export function knownOf(row: KnownRow): Known {
  return { ...row, record: JSON.parse(row.record) }
}
