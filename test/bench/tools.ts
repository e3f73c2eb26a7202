import { spawnSync } from 'node:child_process'

/** What this machine has to compare with; null where it is not installed. */
export interface Tools {
  readonly gnuTime: string | null
  readonly xmllint: string | null
  /** A Python that has lxml. */
  readonly lxml: string | null
  readonly python: string | null
}

export function findTools(): Tools {
  const pythons = ['python3', '/usr/bin/python3', 'python']
  return {
    gnuTime: firstThat(['/usr/bin/time'], ['-f', '%M', process.execPath, '--version']),
    xmllint: firstThat(['xmllint'], ['--version']),
    lxml: firstThat(pythons, ['-c', 'import lxml.etree']),
    python: firstThat(pythons, ['-c', 'import csv']),
  }
}

function firstThat(programs: readonly string[], args: readonly string[]): string | null {
  return programs.find((program) => spawnSync(program, args, { stdio: 'ignore' }).status === 0) ?? null
}
